import { days, minutes, planRollout, Refused, ROLL_OUT, rolloutRun, Secret, seconds } from '@enablement/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAudit, createHostTurns } from '../postgres/index.ts';
import { startTestDatabase } from '../postgres/testing.ts';
import { HOST, item, names, PASSWORD, PORTAL, refusal, rollOutIn, silence } from './rollouts-for-tests.ts';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server.remove());
beforeEach(async () => {
  await server.db.deleteFrom('rollout_domains').execute();
  await server.db.deleteFrom('rollouts').execute();
});

const begin = () => rollOutIn(server);

describe('a roll-out', () => {
  test('provisions each domain once, not more than its limit at once, and ends when Acrobits’ subscriptions were seen', async () => {
    const { roll, provisioned, most } = await begin();
    expect(await roll(names(120).map((name) => item(name)))).toMatchObject({
      status: 'finished',
      counts: { synchronized: 120, ahead: 0, failed: 0 },
      said: '120 synchronized.',
    });
    expect(provisioned.toSorted()).toEqual(names(120).toSorted());
    expect(most()).toBe(20);
  });

  test('tells which domains Acrobits has taken without subscribing, and does not wait for ever', async () => {
    const { roll, unsubscribed, rollouts } = await begin();
    unsubscribed.add('d2.example');
    const done = await roll(names(3).map((name) => item(name)));
    expect(done).toMatchObject({ status: 'finished', counts: { synchronized: 2, provisioned: 1 } });
    expect(done?.said).toContain('1 without subscriptions yet');
    expect(await rollouts.domains(done?.id ?? '', ['provisioned'])).toMatchObject([{ domain: 'd2.example', outcome: 'created' }]);
  });

  test('makes its canary, waits for a person, and goes on at their word', async () => {
    const { roll, turn, provisioned } = await begin();
    const waiting = await roll([item('d0.example', { status: 'left alone' }), ...names(10).map((name) => item(name))], {
      canary: 3,
    });
    expect(waiting).toMatchObject({ status: 'at canary', counts: { synchronized: 3, ahead: 7, 'left alone': 1 } });
    expect(provisioned.toSorted()).toEqual(names(3));
    expect(await turn(waiting?.id ?? '', 'resume')).toEqual({ outcome: 'not now', status: 'at canary' });
    expect(await turn(waiting?.id ?? '', 'continue')).toMatchObject({ status: 'finished', counts: { synchronized: 10 } });
    expect(provisioned).toHaveLength(10);
  });

  test('with one domain that fails does the others, and a retry tries that one alone', async () => {
    const { roll, turn, trouble, provisioned, rollouts } = await begin();
    trouble.set('d2.example', [refusal()]);
    const first = await roll(names(5).map((name) => item(name)));
    expect(first).toMatchObject({ status: 'finished', counts: { synchronized: 4, failed: 1 } });
    expect(await rollouts.domains(first?.id ?? '', ['failed'])).toMatchObject([
      { domain: 'd2.example', detail: 'Acrobits says no (409).', todo: 'Ask Acrobits.' },
    ]);
    expect(await turn(first?.id ?? '', 'retry')).toMatchObject({ status: 'finished', counts: { synchronized: 5, failed: 0 } });
    expect(provisioned).toHaveLength(5);
  });

  test('tries again what nobody answers, and gives a domain up after a while', async () => {
    const { roll, trouble } = await begin();
    trouble.set('d1.example', [silence(), silence()]);
    trouble.set(
      'd2.example',
      Array.from({ length: 40 }, () => silence()),
    );
    const done = await roll(names(4).map((name) => item(name)));
    expect(done).toMatchObject({ status: 'finished', counts: { synchronized: 3, failed: 1 } });
  });

  test('waits as long as it is asked to, without counting that against anybody', async () => {
    const { roll, trouble, engine } = await begin();
    trouble.set(
      'd1.example',
      Array.from({ length: 8 }, () => silence(seconds(60))),
    );
    const begun = engine.clock.now().getTime();
    const done = await roll(names(30).map((name) => item(name)));
    expect(done?.counts).toMatchObject({ synchronized: 30 });
    expect((done?.endedAt?.getTime() ?? 0) - begun).toBeGreaterThanOrEqual(minutes(8));
  });

  test('pauses itself when twenty have failed in a row, before thousands more do', async () => {
    const { roll, turn, trouble, provisioned } = await begin();
    for (const name of names(300)) trouble.set(name, [refusal()]);
    const paused = await roll(names(300).map((name) => item(name)));
    expect(paused).toMatchObject({ status: 'paused', said: expect.stringContaining('20 domains in a row have failed') });
    expect(paused?.counts.failed).toBeLessThan(45);
    trouble.clear();
    expect(await turn(paused?.id ?? '', 'retry')).toMatchObject({ status: 'finished', counts: { synchronized: 300 } });
    expect(provisioned).toHaveLength(300);
  });

  test('while nobody answers at all it waits, then pauses itself, and no domain has failed by that', async () => {
    const { roll, turn, setDead } = await begin();
    setDead(true);
    const paused = await roll(names(50).map((name) => item(name)));
    expect(paused).toMatchObject({
      status: 'paused',
      counts: { ahead: 50, failed: 0 },
      said: expect.stringContaining('ten minutes'),
    });
    setDead(false);
    expect(await turn(paused?.id ?? '', 'resume')).toMatchObject({ status: 'finished', counts: { synchronized: 50 } });
  });

  test('a crash in the middle of a step begins it again, and what is done stays done', async () => {
    const { engine, rollouts, order, provisioned, go } = await begin();
    const begun = await rollouts.begin(
      order(),
      names(200).map((name) => item(name)),
    );
    if (begun.outcome === 'busy') throw new Error('busy');
    void engine.start(ROLL_OUT, rolloutRun(begun.id, 1), { rollout: begun.id, stint: 1 });
    while (provisioned.length < 70) await new Promise((resolve) => setImmediate(resolve));
    engine.crash();
    expect(await go({ id: begun.id, stint: 1 })).toMatchObject({ status: 'finished', counts: { synchronized: 200 } });
    expect(new Set(provisioned).size).toBe(200);
    expect(engine.journalled()).not.toContain(PASSWORD);
  });
});

describe('accounts and passwords', () => {
  test('a service account is made where there is none; without a password it waits for a person, and goes on when there is one', async () => {
    const { roll, turn, accounts, proofs } = await begin();
    proofs.set('d1.example', { proved: false, why: 'no secure password', seen: '' });
    const first = await roll([item('d1.example', { account: 'to be made' }), item('d2.example', { passwordEnv: undefined })]);
    expect(first).toMatchObject({ status: 'finished', counts: { 'awaiting password': 2 } });
    expect(first?.said).toContain('2 wait for a password: enablement rollout pages');
    expect([...accounts.keys()]).toEqual(['d1.example']);
    proofs.clear();
    const more = { passwords: true, passwordEnv: 'ALL_PASSWORD' };
    expect(await turn(first?.id ?? '', 'retry', more)).toMatchObject({ status: 'finished', counts: { synchronized: 2 } });
  });

  test('a credential that may not make accounts leaves the domain to its customer', async () => {
    const { roll, trouble, rollouts } = await begin();
    trouble.set('account of d1.example', [new Refused('Invalid Scope [APP001]', 'Raise it.')]);
    const done = await roll([item('d1.example', { account: 'to be made' })]);
    expect(await rollouts.domains(done?.id ?? '')).toMatchObject([
      {
        status: 'awaiting password',
        detail: expect.stringContaining('No service account could be made'),
        todo: expect.stringContaining('rollout pages'),
      },
    ]);
  });

  test.each([
    ['wrong password', 'refused login name or password'],
    ['MFA on', 'multi-factor authentication'],
    ['scope too low', 'at least Office Manager'],
    ['wrong domain', 'belongs to'],
  ] as const)('an account with %s fails with a sentence', async (why, sentence) => {
    const { roll, proofs, rollouts } = await begin();
    proofs.set('d1.example', { proved: false, why, seen: 'Basic User' });
    const done = await roll([item('d1.example')]);
    expect(await rollouts.domains(done?.id ?? '', ['failed'])).toMatchObject([{ detail: expect.stringContaining(sentence) }]);
  });
});

describe('the ledger', () => {
  test('one roll-out at a time for each environment: the second is refused and told of the first, the same plan goes on', async () => {
    const { rollouts, order } = await begin();
    const items = [item('d1.example')];
    const [one, two] = await Promise.all([
      rollouts.begin(order({ fingerprint: '1'.repeat(64) }), items),
      rollouts.begin(order({ fingerprint: '2'.repeat(64) }), items),
    ]);
    const [first, second] = one.outcome === 'begun' ? [one, two] : [two, one];
    expect([first.outcome, second.outcome]).toEqual(['begun', 'busy']);
    const id = first.outcome === 'busy' ? '' : first.id;
    expect(second).toMatchObject({ other: { id, by: 'olivia' } });
    const { fingerprint = '' } = (await rollouts.get(id)) ?? {};
    expect(await rollouts.begin(order({ fingerprint }), items)).toEqual({ outcome: 'again', id });
    expect(await rollouts.begin(order({ portalUrl: 'https://other.example' }), items)).toMatchObject({ outcome: 'begun' });
    await rollouts.turn(id, 'cancel', 'olivia');
    expect(await rollouts.begin(order({ fingerprint: '3'.repeat(64) }), items)).toMatchObject({ outcome: 'begun' });
    expect(await rollouts.turn(id, 'resume', 'olivia')).toEqual({ outcome: 'not now', status: 'cancelled' });
  });

  test('a pause stops the roll-out after what is under way, and it goes on from there', async () => {
    const { rollouts, order, provisioned, engine, turn, hold } = await begin();
    const release = hold(60);
    const begun = await rollouts.begin(
      order(),
      names(300).map((name) => item(name)),
    );
    if (begun.outcome === 'busy') throw new Error('busy');
    void engine.start(ROLL_OUT, rolloutRun(begun.id, 1), { rollout: begun.id, stint: 1 });
    while (provisioned.length < 60) await new Promise((resolve) => setImmediate(resolve));
    await rollouts.turn(begun.id, 'pause', 'olivia');
    release();
    await engine.advance(days(1));
    expect(await rollouts.get(begun.id)).toMatchObject({ status: 'paused' });
    // Twenty under way, and of the ones before what was not written down yet: it is the writing that sees the pause.
    expect(provisioned.length).toBeLessThanOrEqual(60 + 20 + 4 * 20);
    expect(await turn(begun.id, 'resume')).toMatchObject({ status: 'finished', counts: { synchronized: 300 } });
    expect(provisioned).toHaveLength(300);
  });

  test('a stint that died before somebody paused it does not go on beside the one that they begin', async () => {
    const { rollouts, order, provisioned, engine, turn } = await begin();
    const begun = await rollouts.begin(
      order(),
      names(200).map((name) => item(name)),
    );
    if (begun.outcome === 'busy') throw new Error('busy');
    void engine.start(ROLL_OUT, rolloutRun(begun.id, 1), { rollout: begun.id, stint: 1 });
    while (provisioned.length < 50) await new Promise((resolve) => setImmediate(resolve));
    await rollouts.turn(begun.id, 'pause', 'olivia');
    await rollouts.turn(begun.id, 'resume', 'olivia');
    engine.crash();
    const calls = provisioned.length;
    await engine.advance(days(1));
    expect(provisioned.length).toBeLessThan(calls + 25);
    expect(await turn(begun.id, 'resume')).toMatchObject({ status: 'finished', counts: { synchronized: 200 } });
  });

  test('turns at a host are shared by all programs, and given back', async () => {
    const [one, two] = [createHostTurns({ url: server.url }), createHostTurns({ url: server.url })];
    const first = await one.claim(HOST, 15);
    const second = await two.claim(HOST, 20);
    expect([first.count, second.count]).toEqual([15, 5]);
    expect((await two.claim('other.example', 20)).count).toBe(20);
    await first.release();
    await second.release();
  });

  test('holds no password, and every domain’s end is audited once', async () => {
    const { roll } = await begin();
    const done = await roll(names(5).map((name) => item(name)));
    const rows = await server.db.selectFrom('rollout_domains').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(PASSWORD);
    const said: string[] = [];
    for await (const { entry } of createAudit(server.db).entries())
      if (JSON.stringify(entry).includes(done?.id ?? '-')) said.push(entry.action);
    expect(said.filter((action) => action === 'domain synchronized by a roll-out').length).toBeGreaterThanOrEqual(5);
    expect(said).toContain('roll-out finished');
  });
});

describe('a plan', () => {
  const login = { portalUrl: PORTAL, credential: { apiKey: new Secret('nss_z') } } as const;
  test('of a filter takes the reseller’s domains whose name fits, and tells what would be done with each', async () => {
    const { ports, accounts, provisioned } = await begin();
    provisioned.push('d1.example');
    accounts.set('d2.example', 'Office Manager');
    accounts.set('d3.example', 'Basic User');
    const fits = (domain: string) => domain !== 'd6.example';
    const plan = await planRollout(
      ports,
      { login, messagingHost: HOST },
      { reseller: 'northwind', fits },
      { passwordEnv: 'ALL_PASSWORD' },
    );
    expect(plan.items).toMatchObject([
      { domain: 'd1.example', status: 'synchronized' },
      { domain: 'd2.example', status: 'ahead', account: 'as given' },
      { domain: 'd3.example', status: 'left alone', detail: expect.stringContaining('Office Manager is needed') },
      { domain: 'd4.example', status: 'ahead', account: 'to be made', login: 'svc-softphone@d4.example' },
      { domain: 'd5.example', status: 'ahead' },
    ]);
    expect(plan).toMatchObject({ accounts: 2, withoutPassword: 0 });
  });

  test('of a list says which domains the platform does not show', async () => {
    const { ports } = await begin();
    const domains = [{ domain: 'nowhere.example' }, { domain: 'd7.example', login: 'om@d7.example' }];
    const plan = await planRollout(ports, { login, messagingHost: HOST }, { domains });
    expect(plan.items).toMatchObject([
      { status: 'left alone', detail: expect.stringContaining('no such domain') },
      { status: 'ahead', account: 'as given', login: 'om@d7.example' },
    ]);
    expect(plan.withoutPassword).toBe(1);
  });
});
