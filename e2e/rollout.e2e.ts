import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { call, enterSecret, eventually } from '../scripts/lib/person.ts';
import { enablement, enablementKilledAfter, operatorsEnv, type Said } from './command-line.ts';
import { countSubscriptions, logInto } from './platform.ts';
import { breakVendor, enableBase, officeManagerOf, openStage, PASSWORD, plantDomains, type Stage } from './stage.ts';

const CSP = 'Northwind Telecom';
const SHARED = 'SOFTPHONE_PASSWORD';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ autoReply: true });
  await enableBase(stage, CSP);
});
afterEach(async () => {
  for (const vendor of ['netsapiens', 'acrobits'] as const)
    await fetch(`${stage.stack.urls[vendor]}/_mock/faults`, { method: 'DELETE' });
});
afterAll(() => stage?.close());

const env = () => ({ ...operatorsEnv(stage), [SHARED]: PASSWORD, PUBLIC_URL: stage.stack.urls.web });
const cli = (...words: readonly string[]): Promise<Said> => enablement(env(), 'rollout', ...words);
const inStage = (name: string) => path.join(stage.dataDir, name);

let files = 0;
const csvOf = async (lines: readonly string[]): Promise<string> => {
  const file = inStage(`${++files}.csv`);
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
};

/** Domains of the platform that have an Office Manager, and the file that names them. */
async function planted(
  prefix: string,
  count: number,
  manager: object = {},
): Promise<{ domains: readonly string[]; csv: string }> {
  const domains = Array.from({ length: count }, (_, n) => `${prefix}${n + 1}.example`);
  await plantDomains(stage, domains, manager);
  return { domains, csv: await csvOf(['domain,login', ...domains.map((domain) => `${domain},${officeManagerOf(domain)}`)]) };
}

async function planned(csv: string, ...words: readonly string[]): Promise<{ readonly said: Said; readonly plan: string }> {
  const plan = inStage(`${++files}.plan.json`);
  return { plan, said: await cli(csv, '--out', plan, '--password-env', SHARED, ...words) };
}

const json = ({ out }: Said) => JSON.parse(out);
const apply = async (plan: string, ...words: readonly string[]) => {
  const said = await cli('apply', plan, '--yes', '--json', ...words);
  return { ...said, rollout: said.out.startsWith('{') ? json(said) : undefined };
};

/** Domains that Acrobits has, by the beginning of their names. */
async function provisioned(prefix: string): Promise<readonly string[]> {
  type State = { readonly clouds: readonly { readonly domains: readonly { readonly domain: string }[] }[] };
  const { clouds } = await call<State>(`${stage.stack.urls.acrobits}/_mock/state`);
  return clouds.flatMap(({ domains }) => domains.map(({ domain }) => domain)).filter((domain) => domain.startsWith(prefix));
}

describe('messaging for many domains', () => {
  test('is planned and seen, waits after its canary, goes on at a person’s word, and a second plan has nothing to do', async () => {
    const { domains, csv } = await planted('canary', 5);
    const { said, plan } = await planned(csv, '--canary', '2');
    expect(said).toMatchObject({ code: 0, out: expect.stringContaining('5 domains would be given to Acrobits') });
    expect(said.out).not.toContain(PASSWORD);
    expect(await readFile(plan, 'utf8')).not.toContain(PASSWORD);
    expect(await provisioned('canary')).toEqual([]);

    const first = await apply(plan);
    expect(first).toMatchObject({ code: 0, rollout: { status: 'at canary', counts: { synchronized: 2, ahead: 3 } } });
    expect((await provisioned('canary')).toSorted()).toEqual(domains.slice(0, 2));
    const { id } = first.rollout;
    expect(await apply(plan)).toMatchObject({ rollout: { id, status: 'at canary' } });

    expect(await cli('continue', id)).toMatchObject({
      code: 0,
      out: expect.stringContaining(`${id}: finished. 5 synchronized.`),
    });
    for (const domain of domains)
      expect(await countSubscriptions(stage.stack.urls.netsapiens, domain)).toEqual(['message', 'messagesession']);

    const again = await planned(csv);
    expect(again.said).toMatchObject({ code: 0, out: expect.stringContaining('5 domains with messaging already') });
    expect(again.said.out).toContain('Nothing to do.');
  });

  test('what has failed is told, reported as a table, and tried again alone', async () => {
    const { domains, csv } = await planted('retry', 4);
    const [bad = ''] = domains.slice(1);
    await call(`${stage.stack.urls.netsapiens}/_mock/seed`, {
      users: [{ domain: bad, user: '900', login: officeManagerOf(bad), password: 'another-password' }],
    });
    const { plan } = await planned(csv);
    const first = await apply(plan);
    expect(first).toMatchObject({
      code: 1,
      rollout: {
        status: 'finished',
        counts: { synchronized: 3, failed: 1 },
        stuck: [{ domain: bad, detail: expect.stringContaining('refused login name or password'), todo: expect.any(String) }],
      },
    });
    const { id } = first.rollout;

    const report = await cli('report', id);
    const rows: readonly Record<string, string>[] = parse(report.out, { bom: true, columns: true });
    expect(rows.map(({ domain, status, outcome }) => [domain, status, outcome])).toEqual([
      [domains[0], 'synchronized', 'created'],
      [bad, 'failed', ''],
      [domains[2], 'synchronized', 'created'],
      [domains[3], 'synchronized', 'created'],
    ]);
    expect(report.out).not.toContain(PASSWORD);

    await call(`${stage.stack.urls.netsapiens}/_mock/seed`, {
      users: [{ domain: bad, user: '900', login: officeManagerOf(bad), password: PASSWORD }],
    });
    const calls = async () =>
      (await call<readonly { operation?: string }[]>(`${stage.stack.urls.acrobits}/_mock/requests`)).filter(
        ({ operation }) => operation === 'provisionDomain',
      ).length;
    const before = await calls();
    expect(await cli('retry', id)).toMatchObject({ code: 0, out: expect.stringContaining('4 synchronized') });
    expect((await calls()) - before).toBe(1);
    expect(await cli('retry', id)).toMatchObject({ code: 0 });
  });

  test('is paused from elsewhere, killed, and goes on; a second one of the environment is refused, naming the first', async () => {
    const { csv } = await planted('pause', 60);
    await call(`${stage.stack.urls.acrobits}/_mock/switches`, { subscriptions: 'left to the repair' });
    await breakVendor(stage, 'acrobits', { operation: 'provisionDomain', times: 60, delayMs: 1500 });
    const { plan } = await planned(csv, '--at-once', '2');
    const ended = enablementKilledAfter(60_000, env(), 'rollout', 'apply', plan, '--yes', '--watch', '0');
    const id = await eventually('a roll-out runs and has done something', async () => {
      const [newest] = json(await cli('status', '--json'));
      return newest.status === 'running' && newest.counts.provisioned > 1 && newest.id;
    });
    const other = await planned((await planted('other', 1)).csv);
    expect(await apply(other.plan)).toMatchObject({ code: 2, err: expect.stringContaining(id) });
    expect(await cli('resume', id)).toMatchObject({ code: 2, err: expect.stringContaining('Another process works on') });

    expect(await cli('pause', id)).toMatchObject({ code: 0, out: expect.stringContaining(`${id}: paused`) });
    expect(await ended).toBe(true);
    await fetch(`${stage.stack.urls.acrobits}/_mock/faults`, { method: 'DELETE' });
    const { counts } = json(await cli('status', id, '--json'));
    expect(counts.ahead).toBeGreaterThan(0);
    expect(await apply(other.plan)).toMatchObject({ code: 2, err: expect.stringContaining('is paused since') });

    const done = await cli('resume', id, '--json', '--watch', '0');
    expect(json(done)).toMatchObject({ status: 'finished', counts: { ahead: 0, failed: 0 } });
    await call(`${stage.stack.urls.acrobits}/_mock/switches`, { subscriptions: 'created' });
    expect(await cli('resume', id)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is finished, so it cannot be asked to resume'),
    });
  });

  test('of a filter takes the domains of a reseller whose name fits', async () => {
    await planted('filter', 3);
    const plan = inStage('filter.json');
    const said = await cli('--reseller', 'northwind', '--match', 'filter*.example', '--out', plan, '--json');
    const { items, accounts, withoutPassword } = json(said);
    expect(items).toMatchObject([{ domain: 'filter1.example', account: 'to be made' }, {}, {}]);
    expect([items.length, accounts, withoutPassword]).toEqual([3, 3, 3]);
    expect(json(await cli('--reseller', 'nobody', '--match', '*', '--json', '--out', plan)).items).toEqual([]);
  });
});

describe('service accounts and pages', () => {
  test('an account is made as the recipe says; its password is a customer’s to give, on a page of their own', async () => {
    const { urls } = stage.stack;
    await planted('page', 1);
    const plan = inStage('page.json');
    await cli(await csvOf(['domain', 'page1.example']), '--out', plan);
    const first = await apply(plan);
    expect(first).toMatchObject({ code: 1, rollout: { counts: { 'awaiting password': 1 } } });
    const token = await logInto(urls.netsapiens, 'super@system.example');
    const user = `${urls.netsapiens}/ns-api/v2/domains/page1.example/users/svc-softphone`;
    const made: unknown = await (await fetch(user, { headers: { authorization: `Bearer ${token}` } })).json();
    expect(made).toMatchObject({
      'user-scope': 'Office Manager',
      'dial-policy': 'Deny All',
      'service-code': 'system-cloud-softphone',
      'login-username': 'svc-softphone@page1.example',
    });
    const devices = await fetch(`${user}/devices`, { headers: { authorization: `Bearer ${token}` } });
    expect(await devices.json()).toEqual([]);

    const { id } = first.rollout;
    const out = inStage('pages.csv');
    expect(await cli('pages', id, '--out', out)).toMatchObject({ code: 0, out: expect.stringContaining('1 pages written') });
    const [page] = parse<Record<'domain' | 'page' | 'code', string>>(await readFile(out), { bom: true, columns: true });
    expect(page?.domain).toBe('page1.example');
    const given = await enterSecret(
      { url: page?.page ?? '', code: page?.code ?? '' },
      PASSWORD,
      officeManagerOf('page1.example'),
    );
    expect(given).toMatchObject({ outcome: 'accepted', text: expect.stringContaining('sees the same fingerprint') });

    await eventually('the customer’s domain is synchronized', async () => {
      const { counts } = json(await cli('status', id, '--json'));
      return counts.synchronized === 1;
    });
    expect(await cli('pages', id)).toMatchObject({ code: 0, err: expect.stringContaining('No domain of this roll-out waits') });
  });

  test('once its password was set in the portal, the prepared account is used', async () => {
    await planted('portal', 1);
    const plan = inStage('portal.json');
    await cli(await csvOf(['domain', 'portal1.example']), '--out', plan, '--password-env', SHARED);
    const first = await apply(plan);
    expect(first.rollout).toMatchObject({
      counts: { 'awaiting password': 1 },
      stuck: [{ detail: 'svc-softphone@portal1.example was made; it has no password yet.' }],
    });
    await call(`${stage.stack.urls.netsapiens}/_mock/seed`, {
      users: [
        {
          domain: 'portal1.example',
          user: 'svc-softphone',
          login: 'svc-softphone@portal1.example',
          password: PASSWORD,
          securePassword: true,
        },
      ],
    });
    const done = await cli('retry', first.rollout.id, '--passwords', '--json');
    expect(json(done)).toMatchObject({ status: 'finished', counts: { synchronized: 1 } });
  });
});

describe('what cannot be used', () => {
  test('each bad line of a file is told by its number, and passwords have no place in it', async () => {
    const bad = await csvOf([
      'domain,login,password_env',
      'acme.example,,',
      'not a domain,,',
      'acme.example,,',
      'globex.example,,hunter2',
      '',
      'initech.example,two words,',
    ]);
    const said = await cli(bad);
    expect(said.code).toBe(2);
    for (const sentence of [
      'line 3: A NetSapiens domain has',
      'line 4: acme.example stands in line 2 already',
      'line 5: password_env is the name of an environment variable',
      'line 7: ',
    ])
      expect(said.err).toContain(sentence);
    expect(said.err).not.toContain('hunter2');

    const secret = await cli(await csvOf(['domain,password', 'acme.example,hunter2']));
    expect(secret).toMatchObject({ code: 2, err: expect.stringContaining('never stand in a file') });
    expect(secret.err).not.toContain('hunter2');
    expect((await cli(await csvOf(['domain,login', 'acme.example']))).err).toContain('line 2: it has more or fewer columns');
    expect((await cli(await csvOf(['domain,login', 'acme.example,"x']))).err).toMatch(/line \d: a quotation mark is opened/);
    expect((await cli(await csvOf(['name', 'acme.example']))).err).toContain('“name” is no column that is known');
    expect((await cli(inStage('nowhere.csv'))).err).toContain('cannot be read (ENOENT)');
    expect((await cli()).err).toContain('Which domains?');
    expect((await cli(bad, '--reseller', 'x')).err).toContain('not both');
  });

  test('a domain that is not there is told, and left alone', async () => {
    const said = await cli(await csvOf(['domain', 'nowhere.example']));
    expect(said).toMatchObject({ code: 1, out: expect.stringContaining('nowhere.example: The platform shows no such domain') });
  });

  test('a plan that was changed by hand, a password that is not set, and an unknown roll-out are refused', async () => {
    const { csv } = await planted('refused', 1);
    const { plan } = await planned(csv);
    const text = await readFile(plan, 'utf8');
    await writeFile(inStage('edited.json'), text.replace('refused1.example', 'refused2.example'));
    expect(await apply(inStage('edited.json'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('was changed after it was made'),
    });
    const { [SHARED]: _, ...without } = env();
    const said = await enablement(without, 'rollout', 'apply', plan, '--yes');
    expect(said).toMatchObject({ code: 2, err: expect.stringContaining(`${SHARED} is not set`) });
    expect(await cli('status', 'nothing')).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no roll-out nothing'),
    });
    expect(await cli('apply', plan)).toMatchObject({ code: 2, err: expect.stringContaining('Nobody is there to ask') });
  });
});
