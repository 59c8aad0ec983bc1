import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Refused, Secret, Unreachable } from '@enablement/core';
import { PactV4 } from '@pact-foundation/pact';
import { afterAll, expect, it } from 'vitest';
import { overHttp } from '../net/fake-server.ts';
import { createNet } from '../net/index.ts';
import { createMessaging } from './index.ts';

const pacts = fileURLToPath(new URL('../../../contracts/pacts', import.meta.url));
// Pact merges into the file that it finds, so that an interaction that is no more would stay for ever.
rmSync(`${pacts}/enablement-acrobits.json`, { force: true });

const pact = new PactV4({ consumer: 'enablement', provider: 'acrobits', dir: pacts, logLevel: 'error' });
const net = createNet({ allowPrivateHosts: true });
afterAll(() => net.close());

const KNOWN = 'cloudId NSACME with its API key';

interface Asked {
  readonly cloudId?: string;
  readonly apiKey?: string;
  readonly password?: string;
}

/** One provisioning call as the provider is to answer it. `state` may carry what the provider needs to get there. */
const provisioning = (
  state: string | readonly [state: string, needs: Record<string, string>],
  description: string,
  status: number,
  { cloudId = 'NSACME', apiKey = 'mock-cloud-api-key', password = 'mock-password' }: Asked = {},
  headers: Record<string, string> = {},
) => {
  const [name, needs] = typeof state === 'string' ? [state, undefined] : state;
  const promises = pact
    .addInteraction()
    .given(name, needs)
    .uponReceiving(description)
    .withRequest('POST', `/netsapiens/callbacks/${cloudId}/domains`, (builder) =>
      builder.headers({ 'x-ntspns-api-key': apiKey }).jsonBody({
        domainName: 'acme.example',
        officeManagerName: 'integration-office-manager@acme.example',
        officeManagerPassword: password,
      }),
    )
    .willRespondWith(status, (builder) => builder.headers(headers));
  const at = (url: string) =>
    createMessaging({ fetch: overHttp(net.fetch) }).provision({
      messagingHost: new URL(url).host,
      cloudId,
      apiKey: new Secret(apiKey),
      domain: 'acme.example',
      officeManagerLogin: 'integration-office-manager@acme.example',
      officeManagerPassword: new Secret(password),
    });
  return {
    gives: (outcome: unknown) => promises.executeTest(async ({ url }) => expect(await at(url)).toBe(outcome)),
    fails: (kind: typeof Refused | typeof Unreachable, more: object = {}) =>
      promises.executeTest(async ({ url }) => {
        const error: unknown = await at(url).catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(kind);
        expect(error).toMatchObject(more);
      }),
  };
};

it('a domain is created', () => provisioning(KNOWN, 'the first provisioning of a domain', 201).gives('created'));

it('a domain that exists is confirmed', () =>
  provisioning('the domain exists already', 'another provisioning of a domain', 200).gives('already existed'));

it('a domain that exists is confirmed with a new password of its Office Manager, too', () =>
  provisioning('the domain exists already', 'a provisioning with a new password', 200, {
    password: 'another-mock-password',
  }).gives('already existed'));

it('the editable version of a cloudId is addressed by its star', () =>
  provisioning(KNOWN, 'the first provisioning of a domain in the editable version', 201, { cloudId: 'NSACME*' }).gives(
    'created',
  ));

it('a wrong API key is refused', () =>
  provisioning(KNOWN, 'a provisioning with a wrong API key', 401, { apiKey: 'wrong-api-key' }).fails(Refused));

it('a wrong API key is refused, where Acrobits prefers to forbid', () =>
  provisioning('wrong API keys are forbidden', 'a provisioning with a wrong API key', 403, { apiKey: 'wrong-api-key' }).fails(
    Refused,
  ));

it('an unknown cloudId is refused', () =>
  provisioning(KNOWN, 'a provisioning of an unknown cloudId', 404, { cloudId: 'NSNOBODY' }).fails(Refused));

it('the cloudId of another region is refused', () =>
  provisioning('cloudId NSACME is in another region', 'a provisioning on the wrong messaging host', 404).fails(Refused));

const MEETS = 'the next provisioning meets an outcome';
const never: [outcome: string, status: number][] = [
  ['bad request', 400],
  ['key refused', 401],
  ['forbidden', 403],
  ['unknown cloudId', 404],
  ['conflict', 409],
];
it.each(never)('“%s” (%i) is refused', (outcome, status) =>
  provisioning([MEETS, { outcome }], `a provisioning that meets “${outcome}”`, status).fails(Refused),
);

const later: [outcome: string, status: number, headers: Record<string, string>, retryAfter: number | undefined][] = [
  ['slow down', 429, { 'retry-after': '2' }, 2000],
  ['failure', 500, {}, undefined],
  ['gateway page', 502, { 'content-type': 'text/html; charset=utf-8' }, undefined],
  ['maintenance', 503, { 'retry-after': '5' }, 5000],
];
it.each(later)('“%s” (%i) is for later', (outcome, status, headers, retryAfter) =>
  provisioning([MEETS, { outcome }], `a provisioning that meets “${outcome}”`, status, {}, headers).fails(Unreachable, {
    retryAfter,
  }),
);
