import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Office, openOffice } from '../testing/open-office.ts';
import { openMailbox } from './mailbox.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function mailbox(): Promise<Record<string, unknown>[]> {
  const answer = await fetch(`${office.url}/_mock/mailbox`);
  return (await answer.json()) as Record<string, unknown>[];
}

async function setFaults(faults: unknown): Promise<number> {
  const body = JSON.stringify(faults);
  const answer = await fetch(`${office.url}/_mock/mailbox/down`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return answer.status;
}

test('a letter is kept with its sender, its text and its links', async () => {
  await office.mail({
    subject: 'Grüße from Northwind',
    text: 'Please open https://web.example/acrobits/abc. Thanks!',
    html: '<p>Please open <a href="https://web.example/acrobits/abc">the page</a> or <a href="javascript:alert(1)">this</a> &amp; <a href="https://web.example/?a=1&amp;b=2">that</a></p>',
    messageId: '<one@northwind.example>',
  });
  expect(await mailbox()).toMatchObject([
    {
      messageId: '<one@northwind.example>',
      from: 'enablement@northwind.example',
      to: ['contact@acrobits.example'],
      subject: 'Grüße from Northwind',
      links: ['https://web.example/acrobits/abc', 'https://web.example/?a=1&b=2'],
      deliveries: 1,
    },
  ]);
});

test('a letter with a known Message-ID is accepted and kept once', async () => {
  for (const subject of ['first', 'again', 'again']) await office.mail({ subject, messageId: '<same@northwind.example>' });
  await office.mail({ subject: 'another', messageId: '<other@northwind.example>' });
  expect(await mailbox()).toMatchObject([
    { subject: 'first', deliveries: 3 },
    { subject: 'another', deliveries: 1 },
  ]);
});

test('while the mailbox is down the connection is refused, and afterwards the same port answers', async () => {
  const { port } = office.mailbox;
  await setFaults({ down: true });
  await expect(office.mail({})).rejects.toThrow(/ECONNREFUSED/);
  await setFaults({ down: false });
  await office.mail({});
  expect(office.mailbox.port).toBe(port);
  expect(await mailbox()).toHaveLength(1);
});

test.each([
  ['451 try later', 451],
  ['550 no such user', 550],
])('a mailbox told to reject says %s and keeps nothing', async (reject, responseCode) => {
  await setFaults({ reject, times: 1 });
  await expect(office.mail({})).rejects.toMatchObject({ responseCode });
  expect(await mailbox()).toEqual([]);
  await office.mail({});
  expect(await mailbox()).toHaveLength(1);
});

test('a mailbox told to hang keeps the letter at once and answers late', async () => {
  await setFaults({ hangMs: 300 });
  const start = performance.now();
  await office.mail({});
  expect(performance.now() - start).toBeGreaterThan(290);
  expect(await mailbox()).toHaveLength(1);
});

test('closing does not wait for a hanging answer', async () => {
  await setFaults({ hangMs: 60_000 });
  const sent = office.mail({}).catch(() => 'broken off');
  await expect.poll(mailbox).toHaveLength(1);
  const start = performance.now();
  await office.mailbox.break({ down: true });
  expect(performance.now() - start).toBeLessThan(1000);
  await sent;
});

test('a letter larger than a megabyte is refused', async () => {
  await expect(office.mail({ text: 'x'.repeat(1_200_000) })).rejects.toMatchObject({ responseCode: 552 });
  expect(await mailbox()).toEqual([]);
});

test('a letter that is hardly a letter is shown all the same', async () => {
  await office.mail({ raw: 'no headers at all' });
  await office.mail({ raw: 'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nbroken' });
  expect(await mailbox()).toMatchObject([{ subject: '(no subject)' }, { subject: '(no subject)' }]);
});

test('a sender that goes away in the middle of a letter leaves nothing behind', async () => {
  const socket = connect(office.mailbox.port, '127.0.0.1');
  for (const line of ['HELO x', 'MAIL FROM:<a@acme.example>', 'RCPT TO:<b@acme.example>', 'DATA']) {
    await new Promise((resolve) => socket.once('data', resolve));
    socket.write(`${line}\r\n`);
  }
  await new Promise((resolve) => socket.once('data', resolve));
  socket.write('Subject: half');
  socket.destroy();
  await office.mail({ subject: 'whole' });
  expect(await mailbox()).toMatchObject([{ subject: 'whole' }]);
});

test.each([{ down: 'yes' }, { reject: 'no' }, { hangMs: -1 }, { unknown: 1 }])('%j is no fault of a mailbox', async (faults) => {
  expect(await setFaults(faults)).toBe(400);
});

test('a port that is taken is told in a sentence that names its variable', async () => {
  const { host, port } = { host: '127.0.0.1', port: office.mailbox.port };
  await expect(openMailbox({ desk: office.desk, host, port, onLetter: () => undefined })).rejects.toThrow(
    /something else listens there; set SMTP_PORT/,
  );
});
