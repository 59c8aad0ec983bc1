import { parse } from 'node-html-parser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Office, openOffice } from '../testing/open-office.ts';
import { openRecordingPlatform } from '../testing/recording-platform.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function open(path: string): Promise<{ status: number; text: string; document: ReturnType<typeof parse> }> {
  const answer = await fetch(office.url + path);
  const text = await answer.text();
  return { status: answer.status, text, document: parse(text) };
}

async function send(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(office.url + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) });
}

const values = {
  portalUrl: 'https://portal.example.net/',
  coreHost: 'core1.example.net',
  clientId: 'acrobits-softphone',
  clientSecret: 'canary-secret',
  company: 'Acme',
};

test('every page says that this is a mock', async () => {
  for (const path of ['/', '/clouds', '/set-up', '/letters/none']) {
    expect((await open(path)).document.querySelector('.banner')?.text).toContain('This is a mock of Acrobits.');
  }
});

test('the inbox lists letters, newest first, and each can be read with its links', async () => {
  await office.mail({ subject: 'Older', text: 'first' });
  await office.mail({ subject: 'Newer', text: 'Open https://web.example/acrobits/abcdefghijklmnopqrstuvwxyz' });
  const inbox = (await open('/')).document.querySelectorAll('.rows a');
  expect(inbox.map((link) => link.text)).toEqual(['Newer', 'Older']);
  const letter = (await open(inbox[0]?.getAttribute('href') ?? '')).document;
  expect(letter.querySelector('a.long')?.getAttribute('href')).toBe('https://web.example/acrobits/abcdefghijklmnopqrstuvwxyz');
  expect(letter.text).toContain('file the values');
});

test('a letter cannot smuggle markup onto the desk', async () => {
  await office.mail({
    subject: '<img src=x onerror=alert(1)>',
    text: '<script>alert(1)</script>',
    html: '<script>alert(2)</script>',
  });
  const { id } = office.desk.state.letters[0] ?? { id: '' };
  for (const path of ['/', `/letters/${id}`]) {
    const { text } = await open(path);
    expect(text).toContain('&lt;img');
    expect(text).not.toMatch(/<script>|<img/);
  }
});

test('a person files a hand-off by hand and reads what to send back', async () => {
  const answer = await send('/set-up', values);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/clouds?filed=NSACME']);
  const { document, text } = await open('/clouds?filed=NSACME');
  const told = document.querySelectorAll('[data-cloud="NSACME"] [data-value]').map((value) => value.text);
  expect(told).toEqual(['NSACME', 'mock-cloud-api-key', `localhost:${office.port}`]);
  expect(text).not.toContain('canary-secret');
});

test('errors stand under their fields, what was typed stays, and the secret does not come back', async () => {
  const answer = await send('/set-up', { ...values, portalUrl: 'portal', coreHost: ' ', cloudId: 'NS ACME' });
  const text = await answer.text();
  const document = parse(text);
  expect(answer.status).toBe(422);
  expect(document.querySelectorAll('[data-error-for]').map((error) => error.getAttribute('data-error-for'))).toEqual([
    'portalUrl',
    'coreHost',
    'cloudId',
  ]);
  expect(document.querySelector('#clientId')?.getAttribute('value')).toBe('acrobits-softphone');
  expect(document.querySelector('#portalUrl')?.getAttribute('aria-describedby')).toContain('portalUrl-error');
  expect(text).not.toContain('canary-secret');
});

test('a cloudId that belongs to another environment is refused', async () => {
  await send('/set-up', values);
  const answer = await send('/set-up', { ...values, portalUrl: 'https://portal.globex.example', cloudId: 'NSACME' });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('NSACME belongs to https://portal.example.net');
  expect((await send('/set-up', { ...values, portalUrl: 'https://portal.globex.example' })).headers.get('location')).toBe(
    '/clouds?filed=NSACME2',
  );
});

test('a form sent from another site is refused', async () => {
  const answer = await send('/set-up', values, { 'sec-fetch-site': 'cross-site' });
  expect(answer.status).toBe(403);
  expect(office.desk.state.clouds[0]?.handedOver).toBeUndefined();
});

test('a form that is far too large is refused', async () => {
  expect((await send('/set-up', { ...values, company: 'x'.repeat(100_000) })).status).toBe(413);
});

test('filing creates the subscriptions of domains that were waiting for it', async () => {
  const platform = await openRecordingPlatform();
  const [cloud] = office.desk.state.clouds;
  const [domain] = cloud?.domains ?? [];
  if (cloud === undefined || domain === undefined) throw new Error('The seed has a cloud with a domain');
  domain.officeManager = { name: 'integration-office-manager', password: 'mock-password', since: '2026-02-28T10:00:00.000Z' };
  office.subscriber.subscribe(cloud, domain);
  await office.subscriber.settled();
  expect((await open('/clouds')).document.querySelector('[data-domain]')?.text).toContain('file the hand-off first');
  await send('/set-up', { ...values, portalUrl: platform.url });
  await office.subscriber.settled();
  expect((await open('/clouds')).document.querySelector('[data-domain]')?.text).toContain('subscriptions created');
  platform.answer('tokens', 401, 1);
  await send('/clouds/NSACME/domains/globex.example/subscribe', {});
  await office.subscriber.settled();
  expect((await open('/clouds')).document.querySelector('[data-domain] button')?.text).toBe('Try again');
  await platform.close();
});

test('the switch on the desk tells the staff to answer by itself, and to stop', async () => {
  await send('/staff', { auto: 'yes' });
  expect((await open('/')).text).toContain('Hand-off letters are answered without you.');
  await send('/staff', { auto: 'no' });
  expect((await open('/')).text).toContain('You are the staff');
});
