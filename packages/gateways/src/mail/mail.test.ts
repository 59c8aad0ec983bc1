import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { type Letter, milliseconds, Refused, Unreachable } from '@enablement/core';
import { generate } from 'selfsigned';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { createMail } from './index.ts';
import { messageIdOf } from './message-id.ts';

const FROM = 'NetSapiens Enablement <enablement@ops.example>';
const LINK = 'https://web.example/acrobits/Zm9vYmFyYmF6cXV4';
const LETTER: Letter = {
  id: 'e-17.contact',
  to: 'contact@acrobits.example',
  subject: 'Cloud Softphone for Acme',
  text: `Hello,\n\n  ${LINK}\n`,
  replyTo: 'ada@acme.example',
};

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function mailServer(options: SMTPServerOptions = {}): Promise<{ host: string; received: string[] }> {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 10,
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (part) => {
        text += part;
      });
      stream.on('end', () => {
        received.push(text);
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  closers.push(() => new Promise<void>((done) => server.close(done)));
  return { host: `127.0.0.1:${(server.server.address() as AddressInfo).port}`, received };
}

const refusal = (status: number, text: string) => Object.assign(new Error(text), { responseCode: status });

async function failure(url: string, letter = LETTER): Promise<Error & { todo?: string }> {
  try {
    await createMail({ url, from: FROM, patience: milliseconds(300) }).send(letter);
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('it succeeded');
}

describe('a letter', () => {
  it('arrives, and sent again it carries the same Message-ID', async () => {
    const { host, received } = await mailServer();
    const mail = createMail({ url: `smtp://${host}`, from: FROM });
    await mail.send(LETTER);
    await mail.send(LETTER);
    expect(received).toHaveLength(2);
    for (const text of received) {
      expect(text).toMatch(/^Message-ID: <e-17=2e=contact@ops\.example>\r?$/im);
      expect(text).toMatch(/^To: contact@acrobits\.example\r?$/m);
      expect(text).toMatch(/^Reply-To: ada@acme\.example\r?$/m);
      expect(text).toContain(LINK);
    }
  });

  it('with html has both parts', async () => {
    const { host, received } = await mailServer();
    await createMail({ url: `smtp://${host}`, from: FROM }).send({ ...LETTER, html: '<p>Hello</p>' });
    expect(received[0]).toContain('multipart/alternative');
    expect(received[0]).toContain('<p>Hello</p>');
  });

  it('goes to one address, whatever stands in it, and its subject cannot add a header', async () => {
    const recipients: string[] = [];
    const { host, received } = await mailServer({
      onRcptTo(address, _session, done) {
        recipients.push(address.address);
        done();
      },
    });
    const mail = createMail({ url: `smtp://${host}`, from: FROM });
    await mail.send({ ...LETTER, subject: 'Hello\r\nBcc: mallory@evil.example' });
    await mail.send({ ...LETTER, to: 'contact@acrobits.example, mallory@evil.example' }).catch(() => 'refused is fine too');
    expect(recipients).not.toContain('mallory@evil.example');
    expect(received[0]).not.toMatch(/^Bcc:/m);
  });

  it('with another id has another Message-ID, legal whatever the id', () => {
    const ids = ['a', 'a.b', 'a=2e=b', 'a b', 'ä', 'a@b', 'a>b', ''].map((id) => messageIdOf(id, FROM));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^<[A-Za-z0-9_=-]*@ops\.example>$/);
  });
});

describe('the mail server says no', () => {
  it('451 is "not now"', async () => {
    const { host } = await mailServer({ onMailFrom: (_address, _session, done) => done(refusal(451, 'Greylisted, come back')) });
    const error = await failure(`smtp://${host}`);
    expect(error).toBeInstanceOf(Unreachable);
    expect(error.message).toBe(`The mail server ${host} does not take the letter now: "451 Greylisted, come back".`);
  });

  it('550 is final, in the words of the server', async () => {
    const { host } = await mailServer({ onRcptTo: (_address, _session, done) => done(refusal(550, 'No such mailbox')) });
    const error = await failure(`smtp://${host}`);
    expect(error).toBeInstanceOf(Refused);
    expect(error.message).toBe(`The mail server ${host} refused the letter to contact@acrobits.example: "550 No such mailbox".`);
    expect(error.todo).toMatch(/^Check the address/);
  });

  it('its words never bring the letter back', async () => {
    const { host } = await mailServer({
      onData(stream, _session, done) {
        stream.resume().on('end', () => done(refusal(554, `Listed: ${LINK} (token Zm9vYmFyYmF6cXV4)`)));
      },
    });
    const error = await failure(`smtp://${host}`);
    expect(error).toBeInstanceOf(Refused);
    expect(error.message).toContain('"554 Listed: [left out] (token [left out]"');
    expect(error.cause).toBeUndefined();
  });

  it('a wrong log-in is final and shows no password, in whichever coding the server repeats it', async () => {
    const { host } = await mailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth(auth, _session, done) {
        const sent = Buffer.from(`\0${auth.username}\0${auth.password}`).toString('base64');
        done(refusal(535, `Not with ${auth.password} nor ${sent}`));
      },
    });
    const error = await failure(`smtp://ops:canary%40password@${host}`);
    expect(error).toBeInstanceOf(Refused);
    expect(error.message).toBe(`The mail server ${host} refused the log-in: "535 Not with [secret] nor [secret]".`);
    expect(error.todo).toMatch(/SMTP_URL/);
  });
});

describe('bad days', () => {
  it('nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    expect(await failure(`smtp://127.0.0.1:${port}`)).toBeInstanceOf(Unreachable);
  });

  it.each([
    ['hangs without a greeting', () => {}],
    ['closes the connection', (socket: { destroy(): void }) => socket.destroy()],
    ['greets and hangs', (socket: { write(text: string): void }) => socket.write('220 mail.example ESMTP\r\n')],
  ])('the server %s', async (_, treat) => {
    const sockets: { destroy(): void }[] = [];
    const server = createServer((socket) => {
      sockets.push(socket.on('error', () => {}));
      treat(socket);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    closers.push(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    expect(await failure(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`)).toBeInstanceOf(Unreachable);
  });

  it('a certificate that nobody vouches for is final', async () => {
    const pems = await generate([{ name: 'commonName', value: 'mail.example' }], { keySize: 2048 });
    const { host } = await mailServer({ secure: true, key: pems.private, cert: pems.cert });
    const error = await failure(`smtps://${host}`);
    expect(error).toBeInstanceOf(Refused);
    expect(error.message).toMatch(/certificate of the mail server .* cannot be trusted: it is self-signed/);
  });
});

describe('configuration', () => {
  it.each([
    '',
    'localhost:25',
    'http://mail.example',
    'smtp://',
    'smtp://u:canary@mail.example/?tls.rejectUnauthorized=false',
    'smtp://u:canary%@mail.example',
  ])('SMTP_URL "%s" is refused without being repeated', (url) => {
    expect(() => createMail({ url, from: FROM })).toThrow(/^SMTP_URL (?!.*canary)/);
  });

  it('a sender without a host is refused', () => {
    expect(() => createMail({ url: 'smtp://127.0.0.1:25', from: 'enablement' })).toThrow(/The sender of letters must look like/);
  });
});
