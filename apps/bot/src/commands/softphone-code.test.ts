import { type Environment, MOST_PAGES, Refused, Secret } from '@enablement/core';
import { expect, test } from 'vitest';
import { ask, createDesk } from '../testing/desk.ts';
import { giveCode, signOut } from './softphone-code.ts';

const environment = (cloudId: string, key: string | undefined = 'nsr_key'): Environment => ({
  cloudId,
  portalUrl: `https://portal.${cloudId.toLowerCase()}.example`,
  coreHost: 'core1.northwind.example',
  clientId: 'acrobits-softphone',
  clientSecret: new Secret('client'),
  ...(key === '' ? {} : { netsapiensKey: new Secret(key) }),
});

function stage(environments: readonly Environment[] = [environment('NSACME')], known = ['100']) {
  const world = createDesk();
  const desk = {
    ...world,
    environments: async () => environments,
    phoneDirectory: {
      find: async (_: Environment, { user }: { user: string }) =>
        known.includes(user) ? { displayName: 'Ada <Example>' } : undefined,
    },
  };
  const typed = async (words: string, act = giveCode) => {
    const answer = await act(desk, words.split(' ').filter(Boolean), 'U0OLIVIA');
    return typeof answer === 'string' ? answer : [answer.text, JSON.stringify(answer.blocks)].join('\n');
  };
  return { desk, typed };
}

test('a page and the code for it, and never the sign-in code itself', async () => {
  const { desk, typed } = stage();
  const told = await typed('100@ACME.example');
  expect(told).toContain('Your page for a sign-in code of Ada &lt;Example&gt;, `100@acme.example`.');
  expect(told).toMatch(/https:\/\/enablement\.northwind\.example\/phone\/[\w-]{43}/);
  expect(told).toMatch(/asks for this code: \*\d{6}\*/);
  expect(told).not.toMatch(/csc:|[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  expect(desk.world.audit.all.at(-1)?.entry).toMatchObject({
    action: 'sign-in code page issued',
    actor: { id: 'U0OLIVIA' },
    details: { cloudId: 'NSACME', user: '100' },
  });
});

test.each([
  '',
  'help',
  '100',
  '@acme.example',
  '100@',
  '100@acme.example NSACME more',
  '100:1@acme.example',
  `${'9'.repeat(17)}@acme.example`,
])('“%s” is answered with what to type, and nothing is issued', async (words) => {
  const { desk, typed } = stage();
  expect(await typed(words)).toContain('Type `/softphone-code 100@acme.example`');
  expect(desk.world.audit.all).toEqual([]);
});

test('an extension that NetSapiens does not know is told before a page is made', async () => {
  const { typed } = stage();
  expect(await typed('109@acme.example')).toContain('There is no user 109 in `acme.example`');
});

test('with several environments it says what to type, and takes the cloudId as people write it', async () => {
  const { typed } = stage([environment('NSACME'), environment('NSGLOBEX')]);
  const asked = await typed('100@acme.example');
  expect(asked).toContain('`/softphone-code 100@acme.example NSGLOBEX`  portal.nsglobex.example');
  expect(await typed('100@acme.example NOPE')).toContain('There is no environment NOPE. Type:');
  for (const cloudId of ['NSGLOBEX', 'nsglobex', 'NSGLOBEX*'])
    expect(await typed(`100@acme.example ${cloudId}`)).toContain('Your page for');
  expect(await stage([]).typed('100@acme.example')).toContain('No environment is enabled yet');
});

test('without an API key it says what is missing, with the way to give one', async () => {
  const fromFile = await stage([environment('NSACME', '')]).typed('100@acme.example');
  expect(fromFile).toContain('NSACME has no NetSapiens API key');
  expect(fromFile).toContain('netsapiensKey: { env: NS_API_KEY }');
  const { desk, typed } = stage([environment('NSACME', '')]);
  const id = await ask(desk, 'Northwind', 'portal.northwind.example');
  await desk.register.enable(id, { cloudId: 'NSACME', messagingHost: 'api.example' });
  expect(await typed('100@acme.example')).toContain(`renew-secret:${id}|NetSapiens API key`);
});

test('a key that NetSapiens refuses is told, with the way to give another', async () => {
  const { desk } = stage();
  const refusing = {
    find: async () => Promise.reject(new Refused('NetSapiens refused the API key nsr_invented.', 'Check that it exists.')),
  };
  await expect(giveCode({ ...desk, phoneDirectory: refusing }, ['100@acme.example'], 'U0OLIVIA')).rejects.toMatchObject({
    todo: 'Check that it exists. To give another key, type `/enable-acrobits rotate NSACME`.',
  });
  expect(desk.world.audit.all).toEqual([]);
});

test('too many pages for a user within an hour are refused, and that is audited', async () => {
  const { desk, typed } = stage();
  for (let n = 0; n < MOST_PAGES.aUser; n++) await typed('100@acme.example');
  expect(await typed('100@acme.example')).toContain('Too many codes were asked for 100@acme.example within an hour.');
  expect(desk.world.audit.all.at(-1)?.entry).toMatchObject({ action: 'sign-in code page issued', outcome: 'refused' });
});

test('signing out tells how many phones there were', async () => {
  const { desk, typed } = stage();
  expect(await typed('100@acme.example', signOut)).toContain('No phone of `100@acme.example` was signed in by a code.');
  const who = { cloudId: 'NSACME', user: '100', domain: 'acme.example' };
  const issued = await desk.signInPages.issue({ who, person: 'U1', expires: new Date(desk.clock.now().getTime() + 60_000) });
  if (issued.outcome !== 'issued') throw new Error(issued.outcome);
  const revealed = await desk.signInPages.reveal(issued.token, issued.code);
  if (revealed.outcome !== 'revealed') throw new Error(revealed.outcome);
  await desk.phoneInstallations.install(who, revealed.code, 'acrobits');
  expect(await typed('100@acme.example', signOut)).toContain(
    '1 phone of `100@acme.example` will be signed out when the app asks next',
  );
});
