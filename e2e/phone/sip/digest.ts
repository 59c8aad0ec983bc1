import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const md5 = (...parts: readonly string[]): string => createHash('md5').update(parts.join(':')).digest('hex');

export const newNonce = (): string => randomBytes(16).toString('hex');

/** The parameters of `Digest username="100m", realm="acme.example", …` (RFC 3261 §25.1), names in lower case; none when it is another scheme. */
export function readDigest(header: string): ReadonlyMap<string, string> {
  const given = /^Digest\s+(.*)$/is.exec(header.trim())?.[1] ?? '';
  return new Map(
    [...given.matchAll(/([a-z]+)\s*=\s*(?:"([^"]*)"|([^\s,]+))/gi)].map(([, name = '', quoted, bare]) => [
      name.toLowerCase(),
      quoted ?? bare ?? '',
    ]),
  );
}

/** Whether who sent these parameters knows the password (RFC 2617 §3.2.2, with and without `qop=auth`). */
export function proves(digest: ReadonlyMap<string, string>, method: string, password: string): boolean {
  const part = (name: string) => digest.get(name) ?? '';
  const owner = md5(part('username'), part('realm'), password);
  const request = md5(method, part('uri'));
  const expected = digest.has('qop')
    ? md5(owner, part('nonce'), part('nc'), part('cnonce'), part('qop'), request)
    : md5(owner, part('nonce'), request);
  const said = Buffer.from(part('response'));
  return said.length === expected.length && timingSafeEqual(said, Buffer.from(expected));
}
