import { afterEach, beforeEach, expect, test } from 'vitest';
import { type HandOffSite, openHandOffSite } from '../testing/hand-off-site.ts';
import { until } from '../testing/listen.ts';
import { type Office, openOffice } from '../testing/open-office.ts';

let office: Office;
let site: HandOffSite;
beforeEach(async () => {
  office = await openOffice({ auto: true });
  site = await openHandOffSite('https://portal.example.net');
});
afterEach(async () => {
  await office.close();
  await site.close();
});

const steps = () => office.desk.state.staff.steps.map(({ text }) => text);
/** How it ended for the first letter, or for the one with this place in the mailbox. */
const done = (letter = 0) => office.desk.state.staff.done[office.desk.state.letters[letter]?.id ?? ''];
const clouds = () => office.desk.state.clouds;

async function handOver(to: HandOffSite, messageId?: string): Promise<void> {
  await office.mail({ subject: 'Hand-off', text: `Please open ${to.link}`, ...(messageId && { messageId }) });
}

test('the staff reads the page, reveals the secret, files the values and answers', async () => {
  await handOver(site);
  await until('the letter is answered', () => done() === 'answered');
  expect(site.answers).toEqual([{ cloudId: 'NSACME', apiKey: 'mock-cloud-api-key', messagingHost: `localhost:${office.port}` }]);
  expect(clouds()[0]?.handedOver).toEqual({
    portalUrl: 'https://portal.example.net',
    coreHost: 'core1.example.net',
    clientId: 'acrobits-softphone',
    clientSecret: 's3cret<1>',
    company: 'Acme & Sons',
    contactName: 'Ada Acme',
    contactEmail: 'ada@acme.example',
    wantedDomains: 'acme.example, globex.example',
    fromLink: site.link,
  });
  expect(steps()).toEqual([
    'Opened the hand-off page',
    'Revealed the client secret',
    'Filed the values under NSACME',
    'Sent cloudId NSACME, its API key and the messaging host back; they were accepted',
  ]);
});

test('a letter that comes twice is answered once', async () => {
  await handOver(site, '<hand-off@northwind.example>');
  await until('the letter is answered', () => done() === 'answered');
  await handOver(site, '<hand-off@northwind.example>');
  await office.staff.settled();
  expect(site.answers).toHaveLength(1);
});

test('a reminder leads to the page again, which needs no second answer', async () => {
  await handOver(site, '<hand-off@northwind.example>');
  await handOver(site, '<reminder@northwind.example>');
  await until('both letters are done', () => done(0) === 'answered' && done(1) === 'answered');
  expect(site.answers).toHaveLength(1);
  expect(site.reveals).toBe(1);
  expect(steps().at(-1)).toBe('The page says that it was answered already');
});

test('an answer whose thanks got lost is not sent again', async () => {
  site.trouble.thanksLost = 1;
  await handOver(site);
  await until('the letter is answered', () => done() === 'answered');
  expect(site.answers).toHaveLength(1);
});

test('a page that has no secret at the moment is visited until it has one', async () => {
  site.trouble.withoutSecret = 2;
  await handOver(site);
  await until('the letter is answered', () => done() === 'answered');
  expect(steps()[0]).toBe('The page has no client secret at the moment; trying again');
});

test('a form that has become stale is fetched anew', async () => {
  site.trouble.stale = 1;
  await handOver(site);
  await until('the letter is answered', () => done() === 'answered');
  expect(site.reveals).toBe(1);
});

test('another environment gets a cloudId of its own, the same environment keeps its own', async () => {
  const other = await openHandOffSite('https://portal.globex.example');
  const same = await openHandOffSite('https://portal.example.net/');
  try {
    for (const next of [site, other, same]) {
      await handOver(next);
      await until('it is answered', () => next.answers.length === 1);
    }
    expect([site, other, same].map(({ answers }) => answers[0]?.cloudId)).toEqual(['NSACME', 'NSACME2', 'NSACME']);
    expect(other.answers[0]?.apiKey).toMatch(/^[0-9a-f]{48}$/);
  } finally {
    await other.close();
    await same.close();
  }
});

test('a site that is down for a while is visited again', async () => {
  site.trouble.stumbles = 3;
  await handOver(site);
  await until('the letter is answered', () => done() === 'answered');
  expect(steps().filter((step) => step.endsWith('answered 503; trying again'))).toHaveLength(1);
  expect(site.answers).toHaveLength(1);
});

test('a site that goes away after the secret was revealed gets its answer when it is back', async () => {
  site.trouble.lost = 2;
  await handOver(site);
  await until('the letter is answered', () => done() === 'answered');
  expect(site.reveals).toBe(1);
  expect(site.answers).toMatchObject([{ cloudId: 'NSACME', apiKey: 'mock-cloud-api-key' }]);
});

test('a secret that somebody else revealed is waited for, and the desk says what has to happen', async () => {
  office.desk.state.staff.auto = false;
  await handOver(site);
  const page = await fetch(site.link);
  const cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const csrf = cookie.split('=')[1] ?? '';
  await fetch(`${site.link}/reveal`, { method: 'POST', headers: { cookie }, body: new URLSearchParams({ csrf }) });
  office.desk.state.staff.auto = true;
  office.staff.look();
  const trouble = 'The client secret was revealed before and is not on file; the sender has to open the page again; trying again';
  await until('the staff noticed', () => steps().includes(trouble));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(steps()).toEqual([trouble]);
  site.reopen();
  await until('the letter is answered', () => done() === 'answered');
});

test('an answer that is not taken is told with its fields, and not repeated', async () => {
  site.trouble.refused = ['messagingHost', 'Give a host without a scheme'];
  await handOver(site);
  await until('the staff gave up', () => done() === 'given up');
  expect(steps().at(-1)).toBe('Gave up: The answer was not taken (422; messagingHost: Give a host without a scheme)');
});

test('who has seen to the cause of a refusal lets the staff try again', async () => {
  site.trouble.refused = ['cloudId', 'Another environment has it'];
  await handOver(site);
  await until('the staff gave up', () => done() === 'given up');
  delete site.trouble.refused;
  const [letter] = office.desk.state.letters;
  await fetch(`${office.url}/letters/${letter?.id}/again`, { method: 'POST' });
  await until('the letter is answered', () => done() === 'answered');
  expect(site.reveals).toBe(1);
});

test('a page that is gone is told, and not opened again', async () => {
  const link = `${site.url}/acrobits/${'x'.repeat(43)}`;
  await office.mail({ text: link });
  await until('the staff gave up', () => done() === 'given up');
  expect(steps().at(-1)).toBe('Gave up: The hand-off page answered 404');
});

test('nobody answers by itself until told to', async () => {
  office.desk.state.staff.auto = false;
  await handOver(site);
  expect(site.reveals).toBe(0);
  const body = JSON.stringify({ auto: true, delayMs: 0 });
  await fetch(`${office.url}/_mock/staff`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  await until('the letter is answered', () => done() === 'answered');
});

test('letters about other things are left alone', async () => {
  await office.mail({ text: `See ${site.url}/acrobits/provisioning and ${site.url}/about` });
  await office.staff.settled();
  expect(office.desk.state.staff).toMatchObject({ steps: [], done: {} });
});

test('no step tells a secret', async () => {
  await handOver(site);
  await until('the letter is answered', () => done() === 'answered');
  const told = JSON.stringify(office.desk.state.staff);
  expect(told).not.toContain('s3cret');
  expect(told).not.toContain('mock-cloud-api-key');
});
