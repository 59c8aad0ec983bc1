import { X509Certificate } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ensureCertificate } from './certificate.ts';

async function folder(): Promise<{ parent: string; dir: string }> {
  const parent = await mkdtemp(join(tmpdir(), 'mock-kit-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  return { parent, dir: join(parent, 'data', 'tls') };
}

test('programs that start at once share one certificate, and nothing is left lying around', async () => {
  const { parent, dir } = await folder();
  const all = await Promise.all(Array.from({ length: 8 }, () => ensureCertificate(dir)));
  expect(new Set(all.map(({ cert, key }) => cert + key)).size).toBe(1);
  expect(await readdir(join(parent, 'data'))).toEqual(['tls']);
});

test('the certificate is for localhost by name and by address, and for the regions of a messaging server', async () => {
  const { dir } = await folder();
  const certificate = new X509Certificate((await ensureCertificate(dir)).cert);
  for (const host of ['localhost', 'api-us.messaging.localhost', 'api-eu.messaging.localhost'])
    expect([host, certificate.checkHost(host)]).not.toContain(undefined);
  for (const address of ['127.0.0.1', '::1']) expect(certificate.checkIP(address)).toBe(address);
  expect(certificate.checkHost('messaging.example')).toBeUndefined();
});

test('only its owner reads the key', async () => {
  const { dir } = await folder();
  await ensureCertificate(dir);
  expect((await stat(join(dir, 'key.pem'))).mode & 0o777).toBe(0o600);
});

test('a half-written or empty folder is replaced', async () => {
  const { dir } = await folder();
  await mkdir(dir, { recursive: true });
  const first = await ensureCertificate(dir);
  await writeFile(join(dir, 'key.pem'), 'half a k');
  const second = await ensureCertificate(dir);
  expect(second.cert).not.toBe(first.cert);
  expect(await ensureCertificate(dir)).toEqual(second);
});
