import { randomBytes } from 'node:crypto';

/** A secret that is searched for wherever it does not belong. */
export interface Canary {
  readonly name: string;
  readonly secret: string;
  isIn(bytes: Buffer): boolean;
}

/** Something that is searched: a table, a file, a page. */
export interface Place {
  readonly name: string;
  readonly bytes: Buffer;
}

export const place = (name: string, content: unknown): Place => ({
  name,
  bytes: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});

/**
 * A secret to be planted. Around its core stand the signs that JSON, HTML and addresses write differently, so that a filter
 * which knows one spelling only is found out; the core itself has letters and digits alone and survives all of these.
 */
export function plant(name: string, before = ''): Canary {
  const core = randomBytes(12).toString('hex');
  return canary(name, `${before}canary"'<&%>+/${core}`, core);
}

/** A secret whose value is dictated by its reader: a token of Slack's, which goes into a header and has a shape of its own. */
export function plantPlain(name: string, before = ''): Canary {
  const secret = `${before}canary-${randomBytes(12).toString('hex')}`;
  return canary(name, secret);
}

/** A secret that the programs have made themselves. It is looked for plain, in hexadecimal, and in base64 inside of anything. */
export function canary(name: string, secret: string, ...cores: readonly (string | Buffer)[]): Canary {
  const needles = (cores.length > 0 ? cores : [secret]).map((core) => Buffer.from(core)).flatMap(spellings);
  return { name, secret, isIn: (bytes) => needles.some((needle) => bytes.includes(needle)) };
}

/** Six digits. They are a code only when they stand alone: times and sizes have six digits in a row as well. */
export function codeCanary(name: string, code: string): Canary {
  const alone = new RegExp(`(?<![\\w.])${code}(?!\\w)`);
  return { name, secret: code, isIn: (bytes) => alone.test(bytes.toString('latin1')) };
}

/** What is seen where, as `<canary> in <place>`. */
export const sightings = (canaries: readonly Canary[], places: readonly Place[]): string[] =>
  places.flatMap(({ name, bytes }) => canaries.filter((one) => one.isIn(bytes)).map((one) => `${one.name} in ${name}`));

/** The places where words are found that may be there: a search that finds nothing anywhere has not searched. */
export const placesWith = (words: string, places: readonly Place[]): string[] =>
  places.filter(({ bytes }) => bytes.includes(words)).map(({ name }) => name);

function spellings(bytes: Buffer): Buffer[] {
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].map((shift) => inBase64(bytes, shift));
  const forAddresses = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  const texts = new Set([hex, hex.toUpperCase(), ...base64, ...forAddresses]);
  return [bytes, Buffer.from(bytes.toString('latin1'), 'utf16le'), ...[...texts].map((text) => Buffer.from(text))];
}

/** How bytes look in the base64 of a longer text, `shift` bytes behind a group of three. What shares a character with a neighbour is cut off. */
function inBase64(bytes: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
  return text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
}
