import { secretDestroyed } from '../audit/deeds.ts';
import type { SecretField, SecretPlace, Vault } from '../ports/vault.ts';
import type { Secret } from '../secret.ts';
import type { MemoryAudit } from './memory-audit.ts';

interface Entry {
  readonly secret: Secret | undefined;
  readonly fingerprint: string;
}

/** A vault that forgets everything with the test. Its fingerprint is a toy: the same for the same secret, and no more than that. */
export function createMemoryVault(audit?: MemoryAudit): Vault {
  const entries = new Map<string, Map<SecretField, Entry>>();
  const entryAt = (place: SecretPlace) => entries.get(place.owner)?.get(place.field);
  const write = (place: SecretPlace, entry: Entry) => {
    const fields = entries.get(place.owner) ?? new Map<SecretField, Entry>();
    entries.set(place.owner, fields.set(place.field, entry));
  };

  return {
    async keep(place, secret) {
      const fingerprint = toyFingerprint(secret.reveal());
      write(place, { secret, fingerprint });
      return { fingerprint };
    },
    async open(place) {
      return entryAt(place)?.secret;
    },
    async destroy(place) {
      const entry = entryAt(place);
      if (entry?.secret === undefined) return;
      write(place, { secret: undefined, fingerprint: entry.fingerprint });
      audit?.write(secretDestroyed(place, entry.fingerprint));
    },
    async look(place) {
      const entry = entryAt(place);
      return entry && { fingerprint: entry.fingerprint, destroyed: entry.secret === undefined };
    },
  };
}

function toyFingerprint(value: string): string {
  let sum = 7;
  for (const character of value) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 0x10000;
  return sum.toString(16).padStart(4, '0');
}
