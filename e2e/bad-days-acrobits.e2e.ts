import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '../scripts/lib/person.ts';
import {
  breakVendor,
  enableBase,
  giveCredentials,
  giveSecretOn,
  openStage,
  plantDomains,
  renewalPage,
  type Stage,
  synchronized,
} from './stage.ts';

const CSP = 'Northwind Telecom';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ autoReply: true });
  await enableBase(stage, CSP);
});
afterAll(() => stage?.close());

/** A domain whose provisioning meets `fault`; its Office Manager credentials are right. */
async function provisionUnder(domain: string, fault: object): Promise<void> {
  await plantDomains(stage, [domain]);
  await breakVendor(stage, 'acrobits', { operation: 'provisionDomain', ...fault });
  await stage.olivia.command(`/enable-acrobits domain ${domain}`);
  await giveCredentials(stage, CSP, domain);
}

/** How often the domain was provisioned at Acrobits, by the mock's own count of calls. */
async function callsAbout(domain: string): Promise<readonly (number | undefined)[]> {
  const all = await call<readonly { operation?: string; status?: number; body?: { domainName?: string } }[]>(
    `${stage.stack.urls.acrobits}/_mock/requests`,
  );
  return all.filter(({ body }) => body?.domainName === domain).map(({ status }) => status);
}

const refusals: readonly (readonly [string, { domain: string; fault: object; problem: string | RegExp; todo: string }])[] = [
  [
    'an unknown cloudId (404)',
    {
      domain: 'not-found.example',
      fault: { status: 404 },
      problem: /Acrobits at localhost:\d+ does not know the cloudId NSACME \(404\)\./,
      todo: 'Compare cloudId and messaging server host with what Acrobits sent.',
    },
  ],
  [
    'a conflict (409)',
    {
      domain: 'conflict.example',
      fault: { status: 409 },
      problem: 'Acrobits answered the provisioning of conflict.example with ',
      todo: 'Ask Acrobits what 409 means for conflict.example.',
    },
  ],
  [
    'a page instead of an answer (200, HTML)',
    {
      domain: 'page.example',
      fault: { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Log in</title>' },
      problem: 'answered with an HTML page (200), so something other than the Acrobits messaging API is there.',
      todo: 'Check the messaging server host with Acrobits',
    },
  ],
];

test.for(refusals)('%s is said on the card with what to do, and after the mend “Try again” succeeds', async ([, day]) => {
  const { olivia } = stage;
  await provisionUnder(day.domain, day.fault);
  await olivia.cardSays(CSP, day.problem);
  await olivia.cardSays(CSP, day.todo);
  await olivia.press(CSP, `Try again: ${day.domain}`);
  await synchronized(stage, CSP, day.domain);
});

test('a refused API key (401) is entered anew on a page, and the domain goes on by itself', async () => {
  const { olivia } = stage;
  const domain = 'bad-key.example';
  await provisionUnder(domain, { status: 401 });
  await olivia.cardSays(CSP, 'Acrobits refused the API key of cloudId NSACME (401).');
  await olivia.cardSays(CSP, 'Compare the API key with the one Acrobits sent, and enter it again.');
  await giveSecretOn(await renewalPage(stage, CSP, 'Enter a new API key'), 'mock-cloud-api-key');
  await synchronized(stage, CSP, domain);
});

const passing: readonly (readonly [
  string,
  { domain: string; fault: object; statuses: readonly (number | undefined)[]; outcome: string },
])[] = [
  [
    'asks to wait (429)',
    {
      domain: 'slow-down.example',
      fault: { status: 429, headers: { 'retry-after': '1' } },
      statuses: [429, 201],
      outcome: 'created (201)',
    },
  ],
  [
    'fails twice (500)',
    { domain: 'hiccup.example', fault: { status: 500, times: 2 }, statuses: [500, 500, 201], outcome: 'created (201)' },
  ],
  [
    'sends an HTML page with its failure (502)',
    {
      domain: 'gateway.example',
      fault: { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>Bad gateway</html>' },
      statuses: [502, 201],
      outcome: 'created (201)',
    },
  ],
  [
    'does its work and its answer gets lost',
    {
      domain: 'lost-answer.example',
      fault: { drop: true, after: true },
      statuses: [undefined, 200],
      outcome: 'already existed (200)',
    },
  ],
  [
    'answers 201 with an empty body',
    { domain: 'terse.example', fault: { status: 201, body: '', after: true }, statuses: [201], outcome: 'created (201)' },
  ],
];

test.for(passing)('when Acrobits %s, the domain is provisioned all the same and nobody has to do anything', async ([, day]) => {
  await provisionUnder(day.domain, day.fault);
  await synchronized(stage, CSP, day.domain);
  await stage.olivia.cardSays(CSP, `${day.domain}: ${day.outcome}`);
  expect(await callsAbout(day.domain)).toEqual(day.statuses);
});
