import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface Certificate {
  /** PEM. */
  readonly key: string;
  /** PEM. */
  readonly cert: string;
  /** For `NODE_EXTRA_CA_CERTS` of whoever shall trust it. */
  readonly certFile: string;
}

/** Any name below this one is this machine too (RFC 6761, section 6.3); a mock of servers in several regions is each of them under one. */
const regions = '*.messaging.localhost';

const year = 365 * 24 * 60 * 60 * 1000;
const day = year / 365;

/**
 * The certificate for localhost that lies in `dir`, made on first use. Several programs may ask at once: key and certificate are
 * written to a folder of their own, which is then moved into place in one step, and all of them read the one that won.
 */
export async function ensureCertificate(dir: string): Promise<Certificate> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const present = await readCertificate(dir);
    if (present !== undefined) return present;
    await putInPlace(dir);
  }
  throw new Error(`No certificate can be kept in ${dir}; remove that folder and start again.`);
}

/** `undefined` when it is missing, past its time, of an earlier edition, or its two halves do not belong together. */
async function readCertificate(dir: string): Promise<Certificate | undefined> {
  const certFile = join(dir, 'cert.pem');
  const key = await readText(join(dir, 'key.pem'));
  const cert = await readText(certFile);
  if (key === undefined || cert === undefined || !isUsable(key, cert)) return undefined;
  return { key, cert, certFile };
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isUsable(key: string, cert: string): boolean {
  try {
    const parsed = new X509Certificate(cert);
    const isFresh = parsed.validToDate.getTime() > Date.now() + day;
    return isFresh && parsed.subjectAltName?.includes(regions) === true && parsed.checkPrivateKey(createPrivateKey(key));
  } catch {
    // Whatever lies there, it is no key pair; a new one takes its place.
    return false;
  }
}

async function putInPlace(dir: string): Promise<void> {
  const made = await makeCertificate();
  const fresh = `${dir}.${randomUUID()}`;
  await mkdir(dirname(dir), { recursive: true });
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(join(fresh, 'key.pem'), made.key, { mode: 0o600 });
  await writeFile(join(fresh, 'cert.pem'), made.cert, { mode: 0o644 });
  if (await moved(fresh, dir)) return;
  // Something is there. Another program's good pair stays; a broken one is moved away, and the caller looks again.
  if ((await readCertificate(dir)) === undefined) {
    const old = `${dir}.${randomUUID()}`;
    if (await moved(dir, old)) await rm(old, { recursive: true, force: true });
  }
  await rm(fresh, { recursive: true, force: true });
}

async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EPERM'].some((code) => hasCode(error, code))) return false;
    throw error;
  }
}

const hasCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;

/** Signs itself and may stand in a list of authorities, which is what makes Node trust it through `NODE_EXTRA_CA_CERTS`. */
async function makeCertificate(): Promise<{ key: string; cert: string }> {
  // Once a year, and slow to load.
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - day),
    notAfterDate: new Date(Date.now() + year),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 2, value: regions },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
