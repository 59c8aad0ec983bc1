import { argon2, createHmac, hash as digestOf, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { createTurns, type Passwords } from '@enablement/core';
import type { SecretsKey } from './secrets-key.ts';

const slow = promisify(argon2);
const KIND = 'argon2id';
const LENGTH = 32;

/** What one hash costs; the defaults are OWASP's minimum for argon2id (Password Storage Cheat Sheet). */
export interface HashCost {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
}

/** More at once would only take memory: there are as many threads for it. */
const AT_ONCE = 4;

/** Argon2id over a keyed hash: whoever has the table and not the secrets key cannot even begin to guess. */
export function createPasswords(key: SecretsKey, cost: HashCost = { memory: 19_456, passes: 2 }): Passwords {
  const pepper = key.derive('phone password');
  // A prefix as long as SHA-256's block makes a key of it; nobody outside of this process ever sees a tag.
  const own = randomBytes(32).toString('hex');
  const turns = createTurns(AT_ONCE);

  const digest = (text: string, nonce: Buffer, { memory, passes }: HashCost) => {
    const message = createHmac('sha256', pepper).update(text).digest();
    return turns.take(() => slow(KIND, { message, nonce, parallelism: 1, tagLength: LENGTH, memory, passes }));
  };
  return {
    tag: (password) => digestOf('sha256', own + password.reveal(), 'binary'),
    same: (one, other) => equal(Buffer.from(one, 'latin1'), Buffer.from(other, 'latin1')),
    async hash(password) {
      const nonce = randomBytes(16);
      const hash = await digest(password.reveal(), nonce, cost);
      return [KIND, cost.memory, cost.passes, nonce.toString('base64'), hash.toString('base64')].join('$');
    },
    async fits(password, kept) {
      const [kind, memory, passes, nonce = '', hash = ''] = kept.split('$');
      if (kind !== KIND) return false;
      const computed = await digest(password.reveal(), Buffer.from(nonce, 'base64'), {
        memory: Number(memory),
        passes: Number(passes),
      });
      return equal(computed, Buffer.from(hash, 'base64'));
    },
  };
}

const equal = (one: Buffer, other: Buffer) => one.length === other.length && timingSafeEqual(one, other);
