import {
  days,
  deliver,
  domainRun,
  enableCloudSoftphone,
  hours,
  minutes,
  Refused,
  Secret,
  seconds,
  stepOf,
  synchronizeMessaging,
  Unreachable,
} from '@enablement/core';
import { createMemoryWorld } from '@enablement/core/testing';
import { expect, test } from 'vitest';
import { createMemoryEngine } from './memory/index.ts';

/** The workflows as people meet them, in virtual time. */
async function begin(options: { domains?: string[] } = {}) {
  const engine = createMemoryEngine();
  const world = createMemoryWorld({ clock: engine.clock });
  await engine.serve([enableCloudSoftphone(world), synchronizeMessaging(world)]);
  const requested = await world.register.request(
    {
      cspCompany: 'Northwind Telecom',
      contactName: 'Alex Example',
      contactEmail: 'ops@northwind.example',
      contactPhone: undefined,
      portalUrl: 'https://portal.northwind.example',
      coreHost: 'core1.northwind.example',
      clientId: 'acrobits-softphone',
      domains: options.domains ?? [],
    },
    'U0OLIVIA',
    'C0OPS',
    'form-1',
  );
  const { id } = requested;
  const pass = async (duration = 0) => {
    await engine.advance(duration);
    // What happened may have put something into the outbox, and delivering that may do so again.
    while ((await deliver(world.register, engine)) > 0) await engine.advance(0);
  };
  const look = async () => {
    const enablement = await world.register.get(id);
    if (enablement === undefined) throw new Error('gone');
    return enablement;
  };
  const steps = async (domain?: string) => {
    const enablement = await look();
    const found = domain === undefined ? enablement.steps : enablement.domains.find((known) => known.domain === domain)?.steps;
    return (found ?? []).map(({ name, status }) => `${name}: ${status}`);
  };
  const enter = async (field: 'client secret' | 'API key' | 'Office Manager password', secret: string, domain?: string) => {
    const expires = new Date(engine.clock.now().getTime() + minutes(15));
    const { token, code } = await world.links.issue({ owner: { enablement: id, domain }, field, person: 'U0OLIVIA', expires });
    const login = domain === undefined ? undefined : 'integration-office-manager';
    expect(await world.links.accept(token, code, new Secret(secret), login)).toMatchObject({ outcome: 'accepted' });
    await pass();
  };
  const answer = async (values = { cloudId: 'NSACME', messagingHost: 'api-us.messaging.acrobits.example' }) => {
    await world.register.answer(id, values, new Secret('mock-cloud-api-key'));
    await pass();
  };
  await pass();
  return { engine, world, id, pass, look, steps, enter, answer };
}

test('base enablement ends when Acrobits’ values are stored, and waits for no domain', async () => {
  const { world, look, enter, answer, steps } = await begin({ domains: ['acme.example'] });
  await enter('client secret', 'mock-client-secret');
  expect((await look()).steps.at(-1)).toMatchObject({ name: 'Acrobits answered', status: 'waiting', detail: 'Acrobits' });
  expect(world.letters).toHaveLength(1);
  await answer();
  expect(await look()).toMatchObject({ status: 'enabled', answer: { cloudId: 'NSACME' } });
  expect(await steps()).toEqual([
    'Prerequisites gathered: done',
    'Client secret received: done',
    'Prerequisites checked: done',
    'Acrobits contacted: done',
    'Acrobits answered: done',
    'Values stored: done',
    'Base enablement complete: done',
  ]);
  expect(await steps('acme.example')).toEqual(['Office Manager credentials received: waiting']);
});

test('the letter names everything but the secrets, and carries the link', async () => {
  const { world, enter } = await begin({ domains: ['acme.example'] });
  await enter('client secret', 'mock-client-secret');
  const [letter] = world.letters;
  for (const fact of [
    'Northwind Telecom',
    'Alex Example',
    'ops@northwind.example',
    'https://portal.northwind.example',
    'core1.northwind.example',
    'acrobits-softphone',
    'acme.example',
  ])
    expect(letter?.text).toContain(fact);
  expect(letter?.text).toMatch(/https:\/\/enablement\.northwind\.example\/acrobits\/\S{43}/);
  expect(JSON.stringify(letter)).not.toContain('mock-client-secret');
});

test('a domain is proved, provisioned and seen, and its password destroyed; the other domain does not wait for it', async () => {
  const { world, id, look, enter, answer, steps } = await begin({ domains: ['acme.example', 'globex.example'] });
  await enter('client secret', 'mock-client-secret');
  await answer();
  await enter('Office Manager password', 'mock-password', 'globex.example');
  expect(await steps('globex.example')).toEqual([
    'Office Manager credentials received: done',
    'Office Manager credentials proved: done',
    'Domain provisioned at Acrobits: done',
    'Both subscriptions seen in NetSapiens: done',
    'Office Manager password destroyed: done',
  ]);
  expect((await look()).domains).toMatchObject([
    { domain: 'acme.example', status: 'wanted' },
    { domain: 'globex.example', status: 'synchronized', outcome: 'created' },
  ]);
  expect(await world.vault.open({ owner: domainRun(id, 'globex.example'), field: 'Office Manager password' })).toBeUndefined();
});

test('domains can be added after the environment is enabled', async () => {
  const { world, id, look, enter, answer, pass } = await begin();
  await enter('client secret', 'mock-client-secret');
  await answer();
  expect(await world.register.want(id, ['initech.example'], 'U0OLIVIA')).toEqual({ added: ['initech.example'], already: [] });
  await pass();
  await enter('Office Manager password', 'mock-password', 'initech.example');
  expect((await look()).domains).toMatchObject([{ domain: 'initech.example', status: 'synchronized' }]);
});

test('credentials that are waited for a second time are reminded of a second time', async () => {
  const { world, enter, answer, pass } = await begin({ domains: ['acme.example'] });
  await enter('client secret', 'mock-client-secret');
  await answer();
  await pass(days(1));
  world.vendors.platform.prove = async () => ({ proved: false, why: 'wrong password', seen: 'invalid_grant' });
  await enter('Office Manager password', 'wrong-password', 'acme.example');
  await pass(days(1));
  const text = 'acme.example waits for its Office Manager credentials. Press “Enter credentials”.';
  expect(world.register.reminders.map((reminder) => reminder.text)).toEqual([text, text]);
});

test('Acrobits may take days: seven days of silence are three reminders, and then the run goes on', async () => {
  const { world, enter, answer, look, pass } = await begin();
  await enter('client secret', 'mock-client-secret');
  await pass(days(7));
  expect(world.register.reminders.map((reminder) => reminder.text)).toEqual(
    Array(3).fill(expect.stringContaining('has not answered yet')),
  );
  await answer();
  expect((await look()).status).toBe('enabled');
  expect(world.letters).toHaveLength(1);
});

test('a portal that is no API host is a problem with a next step; corrected values let the run go on', async () => {
  const { world, id, look, enter, pass } = await begin();
  world.vendors.platform.portal = async () => ({ answer: 'not an API host', seen: 'an HTML page' });
  await enter('client secret', 'mock-client-secret');
  const problem = stepOf((await look()).steps, 'Prerequisites checked');
  expect(problem).toMatchObject({
    status: 'problem',
    detail: expect.stringContaining('an HTML page'),
    todo: expect.stringContaining('Correct the values'),
  });
  expect(world.letters).toHaveLength(0);
  world.vendors.platform.portal = async () => ({ answer: 'no version' });
  const { prerequisites } = await look();
  expect(await world.register.correct(id, { ...prerequisites, portalUrl: 'https://api.northwind.example' }, 'U0OLIVIA')).toBe(
    true,
  );
  await pass();
  const { steps } = await look();
  expect(stepOf(steps, 'Acrobits contacted')?.status).toBe('done');
  expect(stepOf(steps, 'Prerequisites gathered')?.detail).toContain('portal https://api.northwind.example,');
  expect(await world.register.correct(id, prerequisites, 'U0OLIVIA')).toBe(false);
});

test.each([
  ['nothing', { resolved: 'nothing' }, 'does not resolve'],
  ['a private address', { resolved: 'private', address: '10.0.0.7' }, 'private address (10.0.0.7)'],
] as const)('a core hostname that resolves to %s is refused', async (_, resolution, said) => {
  const { world, look, enter } = await begin();
  world.vendors.network.resolve = async (host) =>
    host.startsWith('core1') ? resolution : { resolved: 'public', addresses: ['203.0.113.10'] };
  await enter('client secret', 'mock-client-secret');
  expect(stepOf((await look()).steps, 'Prerequisites checked')).toMatchObject({
    status: 'problem',
    detail: expect.stringContaining(said),
  });
});

test('while the mail server is down the run says so and tries by itself; one letter comes out', async () => {
  const { world, look, enter, pass } = await begin();
  const { send } = world.vendors.mail;
  world.vendors.mail.send = async () => {
    throw new Unreachable('The mail server does not answer.', 'Check SMTP_URL.');
  };
  await enter('client secret', 'mock-client-secret');
  await pass(minutes(2));
  expect(stepOf((await look()).steps, 'Acrobits contacted')).toMatchObject({
    status: 'problem',
    detail: 'The mail server does not answer.',
  });
  world.vendors.mail.send = send;
  await pass(hours(1));
  expect(stepOf((await look()).steps, 'Acrobits contacted')?.status).toBe('done');
  expect(world.letters).toHaveLength(1);
});

test.each([
  ['wrong password', 'login name or password'],
  ['no secure password', 'legacy password'],
  ['MFA on', 'multi-factor'],
  ['scope too low', 'Basic User'],
  ['wrong domain', 'belongs to Basic User'],
] as const)('Office Manager credentials with %s are destroyed, and new ones are asked for', async (why, said) => {
  const { world, id, look, enter, answer } = await begin({ domains: ['acme.example'] });
  await enter('client secret', 'mock-client-secret');
  await answer();
  world.vendors.platform.prove = async () => ({ proved: false, why, seen: 'Basic User' });
  await enter('Office Manager password', 'wrong', 'acme.example');
  const [domain] = (await look()).domains;
  expect(stepOf(domain?.steps ?? [], 'Office Manager credentials proved')).toMatchObject({
    status: 'problem',
    detail: expect.stringContaining(said),
  });
  expect(stepOf(domain?.steps ?? [], 'Office Manager credentials received')?.status).toBe('waiting');
  expect(await world.vault.open({ owner: domainRun(id, 'acme.example'), field: 'Office Manager password' })).toBeUndefined();
  world.vendors.platform.prove = async () => ({ proved: true, scope: 'Office Manager' });
  await enter('Office Manager password', 'mock-password', 'acme.example');
  expect((await look()).domains).toMatchObject([{ status: 'synchronized' }]);
});

test('when Acrobits refuses the API key, a new key and “Try again” finish the domain without asking for the password again', async () => {
  const { world, id, look, enter, answer } = await begin({ domains: ['acme.example'] });
  const { provision } = world.vendors.messaging;
  world.vendors.messaging.provision = async (credentials) => {
    if (credentials.apiKey.reveal() !== 'the new key')
      throw new Refused('Acrobits refused the API key (401).', 'Ask Acrobits for the key.');
    return provision(credentials);
  };
  await enter('client secret', 'mock-client-secret');
  await answer();
  await enter('Office Manager password', 'mock-password', 'acme.example');
  expect(stepOf((await look()).domains[0]?.steps ?? [], 'Domain provisioned at Acrobits')).toMatchObject({
    status: 'problem',
    todo: 'Ask Acrobits for the key.',
  });
  await enter('API key', 'the new key');
  expect((await look()).domains).toMatchObject([{ status: 'synchronized' }]);
  expect(await world.vault.look({ owner: domainRun(id, 'acme.example'), field: 'Office Manager password' })).toMatchObject({
    destroyed: true,
  });
});

test('429 with Retry-After is waited for, and nobody has to do anything', async () => {
  const { world, engine, look, enter, answer, pass } = await begin({ domains: ['acme.example'] });
  const asked: number[] = [];
  world.vendors.messaging.provision = async () => {
    asked.push(engine.clock.now().getTime());
    if (asked.length === 1) throw new Unreachable('Acrobits asks to slow down (429).', 'Wait.', { retryAfter: seconds(45) });
    return 'already existed';
  };
  await enter('client secret', 'mock-client-secret');
  await answer();
  await enter('Office Manager password', 'mock-password', 'acme.example');
  await pass(minutes(1));
  expect(asked.length).toBe(2);
  expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeGreaterThanOrEqual(seconds(45));
  expect((await look()).domains).toMatchObject([{ status: 'synchronized', outcome: 'already existed' }]);
});

test('a password that waits too long for something to be mended is destroyed, and asked for again', async () => {
  const { world, id, look, enter, answer, pass } = await begin({ domains: ['acme.example'] });
  world.vendors.messaging.provision = async () => {
    throw new Refused('Acrobits does not know cloudId NSACME (404).', 'Ask Acrobits.');
  };
  await enter('client secret', 'mock-client-secret');
  await answer();
  await enter('Office Manager password', 'mock-password', 'acme.example');
  await pass(hours(23));
  // Asking for another try does not make it wait longer.
  await world.register.nudge(domainRun(id, 'acme.example'), 'U0OLIVIA', 'asked to try again');
  await pass();
  await pass(hours(1));
  expect(await world.vault.look({ owner: domainRun(id, 'acme.example'), field: 'Office Manager password' })).toMatchObject({
    destroyed: true,
  });
  expect(stepOf((await look()).domains[0]?.steps ?? [], 'Office Manager credentials received')?.status).toBe('waiting');
});

test('nothing leaves for somebody who lost the right to order it, until somebody who may takes over', async () => {
  const { world, id, look, enter, answer, pass } = await begin({ domains: ['acme.example'] });
  const gone = new Set(['U0OLIVIA']);
  world.vendors.people.standing = async (person) =>
    gone.has(person) ? { is: 'gone' } : { is: 'member', roles: ['operator'], unsure: false };
  await enter('client secret', 'mock-client-secret');
  expect(stepOf((await look()).steps, 'Acrobits contacted')).toMatchObject({ status: 'problem', asks: 'take over' });
  await world.register.nudge(id, 'U0ADA', 'asked to try again');
  await pass(days(3));
  expect(world.letters).toEqual([]);
  expect(await world.register.takeOver(id, 'U0ADA')).toBe(true);
  await pass();
  expect(world.letters).toHaveLength(1);
  await answer();
  gone.add('U0ADA');
  await enter('Office Manager password', 'mock-password', 'acme.example');
  const provisioned = async () => stepOf((await look()).domains[0]?.steps ?? [], 'Domain provisioned at Acrobits');
  expect(await provisioned()).toMatchObject({ status: 'problem', asks: 'take over' });
  expect(await world.register.takeOver(id, 'U0ADAM')).toBe(true);
  await pass();
  expect(await provisioned()).toMatchObject({ status: 'done', detail: 'created (201)', asks: undefined });
});

test('while nobody can tell whether somebody still may, nothing leaves; then it goes on by itself', async () => {
  const { world, look, enter, pass } = await begin();
  const { standing } = world.vendors.people;
  world.vendors.people.standing = async () => ({ is: 'unsure' });
  await enter('client secret', 'mock-client-secret');
  await pass(minutes(2));
  expect(stepOf((await look()).steps, 'Acrobits contacted')).toMatchObject({
    status: 'problem',
    detail: expect.stringContaining('cannot be found out now'),
    asks: undefined,
  });
  expect(world.letters).toEqual([]);
  world.vendors.people.standing = standing;
  await pass(minutes(10));
  expect(world.letters).toHaveLength(1);
});

test('a domain that is done takes a new password: it is provisioned again, and what a 200 does not prove is said', async () => {
  const { world, id, look, enter, answer, pass } = await begin({ domains: ['acme.example'] });
  await enter('client secret', 'mock-client-secret');
  await answer();
  await enter('Office Manager password', 'mock-password', 'acme.example');
  const expires = new Date(world.clock.now().getTime() + minutes(15));
  const owner = { enablement: id, domain: 'acme.example' };
  const wanted = { owner, field: 'Office Manager password', person: 'U0ADA', expires } as const;
  const { token, code } = await world.links.issue({ ...wanted, renewal: true });
  await world.links.accept(token, code, new Secret('new-password'), 'integration-office-manager');
  await pass();
  const [domain] = (await look()).domains;
  expect(domain).toMatchObject({ status: 'synchronized', outcome: 'already existed', round: 2, wantedBy: 'U0ADA' });
  expect(stepOf(domain?.steps ?? [], 'Domain provisioned at Acrobits')?.detail).toBe(
    'already existed (200), which does not prove that Acrobits took the new password',
  );
});

test('a cloudId that another environment has is not stored', async () => {
  const { world, id, look, enter, answer } = await begin();
  world.register.holderOfCloudId = async () => 'Globex Voice';
  await enter('client secret', 'mock-client-secret');
  await answer();
  expect(stepOf((await look()).steps, 'Values stored')).toMatchObject({
    status: 'problem',
    detail: expect.stringContaining('Globex Voice'),
  });
  expect((await look()).status).toBe('running');
  world.register.holderOfCloudId = async () => undefined;
  await world.links.reopen(id, 'U0OLIVIA');
  await answer({ cloudId: 'NSNORTH', messagingHost: 'api-us.messaging.acrobits.example' });
  expect(await look()).toMatchObject({ status: 'enabled', answer: { cloudId: 'NSNORTH' } });
});

test('a cancelled run ends and its secrets are destroyed', async () => {
  const { world, engine, id, enter, pass } = await begin();
  await enter('client secret', 'mock-client-secret');
  expect(await world.register.cancel(id, 'U0OLIVIA')).toBe(true);
  await pass();
  expect(await world.vault.open({ owner: id, field: 'client secret' })).toBeUndefined();
  expect(await engine.outcome('enableCloudSoftphone', id)).toEqual({ status: 'finished' });
});

test('an error of our own shows on the card and is tried again on a click, not lost', async () => {
  const { world, id, look, enter, pass } = await begin();
  const { portal } = world.vendors.platform;
  world.vendors.platform.portal = async () => {
    throw new TypeError('bug');
  };
  await enter('client secret', 'mock-client-secret');
  expect(stepOf((await look()).steps, 'Prerequisites checked')).toMatchObject({
    status: 'problem',
    detail: expect.stringContaining('TypeError'),
    todo: expect.stringContaining('Try again'),
  });
  world.vendors.platform.portal = portal;
  await world.register.nudge(id, 'U0OLIVIA', 'try again');
  await pass();
  expect(stepOf((await look()).steps, 'Acrobits contacted')?.status).toBe('done');
});

test('crashing anywhere changes nothing: the journal answers, one letter, one provisioning, no secret in it', async () => {
  const { world, engine, look, enter, answer, pass } = await begin({ domains: ['acme.example'] });
  const crash = async () => {
    engine.crash();
    await pass();
  };
  await crash();
  await enter('client secret', 'canary-client-secret');
  await crash();
  await answer();
  await crash();
  await enter('Office Manager password', 'canary-password', 'acme.example');
  await crash();
  expect(await look()).toMatchObject({ status: 'enabled', domains: [{ status: 'synchronized', outcome: 'created' }] });
  expect(world.letters).toHaveLength(1);
  expect(engine.journalled()).not.toMatch(/canary|mock-cloud-api-key/);
});
