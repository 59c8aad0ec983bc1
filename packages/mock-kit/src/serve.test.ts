import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { ensureCertificate } from './certificate.ts';
import { openLibrary, post } from './fixture.ts';

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'mock-kit-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return join(dir, 'tls');
}

/** What another Node program sees that was told to trust the certificate. */
function seenByNode(certFile: string, urls: string[]): Promise<string> {
  const script = `for (const url of ${JSON.stringify(urls)}) console.log((await fetch(url)).status)`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: certFile },
  });
  let text = '';
  child.stdout.on('data', (chunk) => (text += chunk));
  child.stderr.on('data', (chunk) => (text += chunk));
  return new Promise((resolve) => child.once('close', () => resolve(text)));
}

test('one port answers http and https, by name and by address, to whoever trusts the certificate', async () => {
  const tls = await ensureCertificate(await folder());
  const { serving } = await openLibrary({}, { tls });
  const at = (origin: string): string => `${origin}:${serving.port}/v1/books/Emma`;
  const seen = await seenByNode(tls.certFile, [at('http://127.0.0.1'), at('https://127.0.0.1'), at('https://localhost')]);
  expect(seen).toBe('200\n200\n200\n');
});

test('whoever does not trust the certificate is not answered', async () => {
  const tls = await ensureCertificate(await folder());
  const { serving } = await openLibrary({}, { tls });
  await expect(fetch(`https://localhost:${serving.port}/v1/books/Emma`)).rejects.toThrow();
});

test('a TLS handshake may arrive byte by byte', async () => {
  const tls = await ensureCertificate(await folder());
  const { serving } = await openLibrary({}, { tls });
  const raw = connect(serving.port, '127.0.0.1');
  raw.setNoDelay(true);
  const write = raw.write.bind(raw);
  let first = true;
  raw.write = (chunk: never, ...rest: never[]): boolean => {
    if (!first) return write(chunk, ...rest);
    first = false;
    write(Buffer.from(chunk).subarray(0, 1));
    setTimeout(() => write(Buffer.from(chunk).subarray(1)), 30);
    return true;
  };
  const socket = connectTls({ socket: raw, ca: tls.cert, servername: 'localhost' });
  const line = await new Promise<string>((resolve, reject) => {
    socket.once('secureConnect', () =>
      socket.write('GET /v1/books/Emma HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n'),
    );
    socket.once('data', (chunk: Buffer) => resolve(String(chunk.toString().split('\r\n')[0]))).once('error', reject);
  });
  socket.destroy();
  expect(line).toBe('HTTP/1.1 200 OK');
});

test('one connection carries many requests', async () => {
  const { serving } = await openLibrary();
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const ports = new Set<number | undefined>();
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise<void>((resolve, reject) => {
      http
        .get(`${serving.url}/v1/books/Emma`, { agent }, (response) => {
          ports.add(response.socket.localPort);
          response.resume().once('end', resolve);
        })
        .once('error', reject);
    });
  }
  agent.destroy();
  expect(ports.size).toBe(1);
});

test('whoever connects and leaves without a word does no harm', async () => {
  const { serving, api } = await openLibrary();
  await new Promise<void>((resolve) => {
    const socket = connect(serving.port, '127.0.0.1', () => socket.end());
    socket.resume().on('close', () => resolve());
  });
  expect((await fetch(`${api}/books/Emma`)).status).toBe(200);
});

test('closing waits for a running answer and breaks idle connections', async () => {
  const { serving, control, api } = await openLibrary();
  await post(`${control}/faults`, { operation: 'getBook', delayMs: 150 });
  const silent = connect(serving.port, '127.0.0.1');
  const broken = new Promise<void>((resolve) => silent.once('close', () => resolve()));
  const running = fetch(`${api}/books/Emma`);
  await new Promise((resolve) => setTimeout(resolve, 60));
  const began = performance.now();
  await serving.close();
  await broken;
  expect((await running).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(900);
});

test('closing does not wait for an answer that takes long', async () => {
  const { serving, control, api } = await openLibrary();
  await post(`${control}/faults`, { operation: 'getBook', delayMs: 5000 });
  const running = fetch(`${api}/books/Emma`).catch(() => 'broken');
  await new Promise((resolve) => setTimeout(resolve, 60));
  const began = performance.now();
  await serving.close();
  expect(performance.now() - began).toBeLessThan(900);
  expect(await running).toBe('broken');
});

test('a port that is taken is told in one sentence', async () => {
  const { serving } = await openLibrary();
  await expect(openLibrary({}, { port: serving.port })).rejects.toThrow(
    `mock-library cannot listen on 127.0.0.1:${serving.port}: something else listens there; set PORT to another one.`,
  );
});
