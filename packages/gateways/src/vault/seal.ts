import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Refused, Secret } from '@enablement/core';
import type { SecretsKey } from './secrets-key.ts';

/** What a secret belongs to: a `SecretPlace`, or whatever else is kept sealed. */
export interface Place {
  readonly owner: string;
  readonly field: string;
}

/** A secret as it is stored: encrypted with a key of its own, which is encrypted with the secrets key. */
export interface Sealed {
  readonly version: number;
  readonly wrappedKey: Buffer;
  readonly ciphertext: Buffer;
  readonly fingerprint: string;
}

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

export function seal(key: SecretsKey, place: Place, version: number, secret: Secret): Sealed {
  const own = randomBytes(32);
  return {
    version,
    wrappedKey: close(key.derive('wrap'), own, bound('key', place, version)),
    ciphertext: close(own, Buffer.from(secret.reveal(), 'utf8'), bound('value', place, version)),
    fingerprint: fingerprintOf(key, secret),
  };
}

/** Throws `Refused` when the key is another one, or when anything was moved or changed. */
export function unseal(key: SecretsKey, place: Place, sealed: Pick<Sealed, 'version' | 'wrappedKey' | 'ciphertext'>): Secret {
  try {
    const own = open(key.derive('wrap'), sealed.wrappedKey, bound('key', place, sealed.version));
    return new Secret(open(own, sealed.ciphertext, bound('value', place, sealed.version)).toString('utf8'));
  } catch {
    // The cipher only knows that it does not fit, and its own words help nobody.
    throw new Refused(
      `The stored ${place.field} of ${place.owner} cannot be opened: it was sealed with another SECRETS_KEY, or it was altered`,
      'Start with the SECRETS_KEY it was sealed with, or ask for the secret again.',
    );
  }
}

/** Four hex digits of a keyed hash: the same for the same secret wherever it is kept. */
export function fingerprintOf(key: SecretsKey, secret: Secret): string {
  return createHmac('sha256', key.derive('fingerprint')).update(secret.reveal(), 'utf8').digest('hex').slice(0, 4);
}

/** What a box belongs to. JSON keeps `a|b` + `c` apart from `a` + `b|c`. */
const bound = (part: 'key' | 'value', place: Place, version: number) =>
  Buffer.from(JSON.stringify([part, place.owner, place.field, version]), 'utf8');

/** Nonce, tag and ciphertext in one piece. */
function close(key: Buffer, plain: Buffer, belongsTo: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG }).setAAD(belongsTo);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function open(key: Buffer, box: Buffer, belongsTo: Buffer): Buffer {
  const nonce = box.subarray(0, NONCE);
  const tag = box.subarray(NONCE, NONCE + TAG);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG }).setAAD(belongsTo).setAuthTag(tag);
  return Buffer.concat([decipher.update(box.subarray(NONCE + TAG)), decipher.final()]);
}
