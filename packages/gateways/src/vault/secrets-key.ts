import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { keepOnce } from '../postgres/embedded/keep-once.ts';

const BYTES = 32;
const PRINTED = '[secrets key]';

/** The key everything else is derived from. It cannot be printed; what is derived from it names its purpose. */
export class SecretsKey {
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    if (bytes.length !== BYTES) throw new Error(`A secrets key has ${BYTES} bytes.`);
    this.#bytes = Buffer.from(bytes);
  }

  /** 32 bytes for one purpose (HKDF-SHA256); keys of different purposes tell nothing about each other. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#bytes, '', `enablement/${purpose}`, BYTES));
  }

  toString(): string {
    return PRINTED;
  }

  toJSON(): string {
    return PRINTED;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return PRINTED;
  }
}

/**
 * SECRETS_KEY, or, outside of production, a key that is made once in `dataDir`. What was sealed with a key is lost with it.
 * Throws one sentence that names the variable or the file.
 */
export async function loadSecretsKey(from: {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dataDir: string;
}): Promise<SecretsKey> {
  const given = from.env.SECRETS_KEY?.trim();
  if (given) return readKey(given, 'SECRETS_KEY');
  if (from.env.NODE_ENV === 'production') {
    throw new Error('SECRETS_KEY is missing; in production it must be set to 32 bytes in base64 (openssl rand -base64 32).');
  }
  const file = join(from.dataDir, 'secrets.key');
  await mkdir(from.dataDir, { recursive: true });
  return readKey((await keepOnce(file, () => `${randomBytes(BYTES).toString('base64')}\n`)).trim(), `The file ${file}`);
}

function readKey(text: string, name: string): SecretsKey {
  const bytes = Buffer.from(text, 'base64');
  // Buffer skips what is not base64, so a typing error is found only by going back.
  const faithful = bytes.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '');
  if (!faithful || bytes.length !== BYTES) {
    throw new Error(`${name} must hold 32 bytes in base64, as openssl rand -base64 32 prints them.`);
  }
  return new SecretsKey(bytes);
}

/**
 * A token of 256 bits (43 characters, safe in a URL) that comes out the same for the same purpose and id, so that a letter
 * which is sent twice carries the same link. Who lacks the key cannot guess it.
 */
export function deriveToken(key: SecretsKey, purpose: string, id: string): string {
  return createHmac('sha256', key.derive(`token/${purpose}`))
    .update(id)
    .digest('base64url');
}
