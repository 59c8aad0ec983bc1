import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { eventually } from '../scripts/lib/person.ts';
import { ROOT } from '../scripts/lib/program.ts';
import { enablement, operatorsEnv, type Said } from './command-line.ts';
import { logInto } from './platform.ts';
import { breakVendor, enableBase, openStage, type Stage } from './stage.ts';

const CSP = 'Northwind Telecom';

interface Customer {
  readonly domain: string;
  readonly users: readonly Readonly<Record<string, unknown>>[];
  readonly [member: string]: unknown;
}

let stage: Stage;
let umbra: Customer;
beforeAll(async () => {
  stage = await openStage({ autoReply: true });
  umbra = parse(await readFile(path.join(ROOT, 'examples/umbra.yaml'), 'utf8'));
});
afterEach(async () => void (await fetch(`${stage.stack.urls.netsapiens}/_mock/faults`, { method: 'DELETE' })));
afterAll(() => stage?.close());

const inStage = (name: string) => path.join(stage.dataDir, name);
const cli = (...words: readonly string[]): Promise<Said> => enablement(operatorsEnv(stage), ...words);

/** The example of the repository as a customer of another name, with numbers of its own. */
function customer(name: string, digit: number, change: object = {}): Customer {
  const text = stringify(umbra)
    .replaceAll('umbra', name)
    .replaceAll('155512309', `1555${digit}2309`)
    .replaceAll('aa:bb:01', `aa:bb:${digit}${digit}`);
  return { ...parse(text), ...change };
}

let plans = 0;

async function planned(wanted: { readonly domain: string; readonly [member: string]: unknown }, ...words: readonly string[]) {
  const [file, out] = [inStage(`${wanted.domain}.yaml`), inStage(`${++plans}.plan.json`)];
  await writeFile(file, stringify(wanted));
  const said = await cli('plan', file, '--out', out, '--json', ...words);
  return { out, said, plan: said.code === 2 ? undefined : JSON.parse(said.out) };
}

const apply = async (plan: string, ...words: readonly string[]) => {
  const said = await cli('apply', plan, '--yes', '--json', ...words);
  return { ...said, run: said.out.startsWith('{') ? JSON.parse(said.out) : undefined };
};

async function platform(resource: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { netsapiens } = stage.stack.urls;
  const token = await logInto(netsapiens, 'super@system.example');
  const response = await fetch(`${netsapiens}/ns-api/v2/${resource}`, { headers: { authorization: `Bearer ${token}` } });
  return response.ok ? await response.json() : [];
}

describe('a customer’s domain from a file to dial tone', () => {
  test('the example of the repository is planned, seen, applied, and then there is nothing left to plan', async () => {
    await enableBase(stage, CSP);
    const seen = await cli('plan', path.join(ROOT, 'examples/umbra.yaml'), '--out', inStage('u.json'));
    expect(seen).toMatchObject({ code: 0, out: expect.stringContaining('+ user 100 (firstName Ada') });
    expect(seen.out).toContain('14 to create, 0 to change, 0 to delete.');
    expect(await platform('domains/umbra.example/users')).toEqual([]);

    const done = await cli('apply', inStage('u.json'), '--yes');
    expect(done).toMatchObject({
      code: 0,
      out: expect.stringContaining('umbra.example: applied. 14 done. Messaging was ordered'),
    });
    const users = await platform('domains/umbra.example/users');
    expect(users.map(({ user }) => user)).toEqual(expect.arrayContaining(['100', '101']));
    const numbers = await platform('domains/umbra.example/phonenumbers');
    expect(numbers.find(({ phonenumber }) => phonenumber === '15551230900')).toMatchObject({
      'dial-rule-application': 'to-user',
      'dial-rule-translation-destination-user': '100',
    });

    const again = await cli('plan', path.join(ROOT, 'examples/umbra.yaml'));
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('Nothing to do') });
    // The card of the environment asks for the Office Manager’s credentials of the new domain.
    await stage.olivia.cardSays(CSP, /`umbra\.example`: waiting for Office Manager credentials/);
  });

  test('what is imported has an empty plan', async () => {
    const out = inStage('acme.yaml');
    expect(await cli('import', 'acme.example', '--out', out)).toMatchObject({ code: 0 });
    const text = await readFile(out, 'utf8');
    expect(text).toContain('customer.schema.json');
    expect(text).not.toMatch(/password|pin\b/i);
    expect(await cli('plan', out)).toMatchObject({ code: 0, out: expect.stringContaining('Nothing to do') });
    expect(await cli('import', 'nowhere.example')).toMatchObject({ code: 1, err: expect.stringContaining('shows no domain') });
  });

  test('a change is one change, and a plan of before is refused after it', async () => {
    const before = customer('hooli', 2);
    await apply((await planned(before)).out);
    const late = await planned({ ...before, description: 'Too late' });
    const change = await planned({ ...before, description: 'Hooli and Sons' });
    expect(change.plan.actions).toMatchObject([{ act: 'change', from: { description: expect.any(String) } }]);
    expect(await apply(change.out)).toMatchObject({ code: 0, run: { status: 'applied', counts: { done: 1 } } });
    expect(await apply(late.out)).toMatchObject({
      code: 1,
      run: { status: 'not applied', said: expect.stringContaining('not as the plan saw it') },
    });
  });

  test('nothing is deleted unless it is allowed twice and the domain’s name is typed', async () => {
    const before = customer('vandelay', 3);
    await apply((await planned(before)).out);
    const [ada, alan] = before.users;
    const fewer = { ...before, users: [ada], numbers: before.numbers };
    expect((await planned(fewer)).plan).toMatchObject({
      actions: [],
      leftAlone: expect.arrayContaining(['user 101']),
    });
    const rings = await planned({ ...fewer, numbers: undefined }, '--allow-delete');
    expect(rings.plan.problems).toEqual([expect.stringContaining('rings user 101')]);
    const numbers = [
      { number: '15553230901', to: 'available' },
      { number: '15553230900', to: { user: '100' } },
    ];
    const { out, plan } = await planned({ ...fewer, numbers }, '--allow-delete');
    expect(plan.actions.map(({ act }: { act: string }) => act)).toContain('delete');
    expect(await apply(out)).toMatchObject({ code: 2, err: expect.stringContaining('type the domain’s name') });
    expect(await apply(out, '--allow-delete', '--domain', 'other.example')).toMatchObject({ code: 2 });
    expect(alan).toMatchObject({ user: '101' });
    expect(await apply(out, '--allow-delete', '--domain', 'vandelay.example')).toMatchObject({ code: 0 });
    const users = await platform('domains/vandelay.example/users');
    expect(users.map(({ user }) => user)).not.toContain('101');
  });
});

describe('bad input', () => {
  test.each([
    ['no file', () => cli('plan', inStage('none.yaml')), /none\.yaml cannot be read \(ENOENT\): expected a customer’s file/],
    ['no command', () => cli(), /Say what to do/],
    ['a command nobody knows', () => cli('destroy'), /Unknown argument: destroy/],
    [
      'no credential',
      () => enablement({ ...operatorsEnv(stage), NS_PASSWORD: '' }, 'import', 'acme.example'),
      /NS_PASSWORD is set/,
    ],
    [
      'a portal without scheme',
      () => cli('import', 'acme.example', '--portal', 'portal.example'),
      /--portal: Write the whole address/,
    ],
    ['a plan that is none', () => cli('apply', path.join(ROOT, 'package.json'), '--yes'), /is not a plan that this program made/],
  ])('%s is told in one sentence', async (_what, act, sentence) => {
    const said = await act();
    expect(said).toMatchObject({ code: 2, out: '', err: expect.stringMatching(sentence) });
    expect(said.err).not.toMatch(/\n\s+at /);
  });

  test('everything that is wrong with a file is named, with its place', async () => {
    const { said } = await planned(customer('wrong', 4, { users: [{ user: 64, firstName: 'A' }], colour: 'red' }));
    expect(said.code).toBe(2);
    for (const part of ['users[0].user: expected an extension', 'users[0].lastName', 'users[0].email', '“colour” is not a word'])
      expect(said.err).toContain(part);
  });

  test('names with quotes, emoji and right-to-left marks arrive as they are, and turn no line of the plan', async () => {
    const users = [{ user: '100', firstName: '"Ada" <&>', lastName: 'מרים 🎧\u202e', email: 'ada@names.example' }];
    const wanted = { domain: 'names.example', reseller: 'northwind', users };
    const { out } = await planned(wanted);
    const shown = await cli('plan', inStage('names.example.yaml'), '--out', inStage('n.json'));
    expect(shown.out).not.toContain('\u202e');
    expect(await apply(out)).toMatchObject({ code: 0 });
    const rows = await platform('domains/names.example/users');
    expect(rows.find(({ user }) => user === '100')).toMatchObject({
      'name-first-name': '"Ada" <&>',
      'name-last-name': 'מרים 🎧\u202e',
    });
    expect((await planned(wanted)).plan).toMatchObject({ empty: true });
  });

  test('a number of somebody else fails alone, with what can be done about it', async () => {
    const wanted = customer('greedy', 5, { numbers: [{ number: '15551230100', to: 'available' }] });
    const { code, run } = await apply((await planned(wanted)).out);
    expect(code).toBe(1);
    expect(run).toMatchObject({ status: 'partly applied', counts: { failed: 1, skipped: 0 } });
    expect(run.stuck).toMatchObject([{ id: 'number 15551230100', status: 'failed', todo: expect.any(String) }]);
  });
});

describe('bad days', () => {
  test('expired tokens, broken connections and lost answers in the middle are mended by themselves', async () => {
    const { out } = await planned(customer('stormy', 6));
    const expired = { code: 401, message: 'The access token provided has expired' };
    await breakVendor(stage, 'netsapiens', { operation: 'createSite', times: 1, status: 401, body: expired });
    await breakVendor(stage, 'netsapiens', { operation: 'createDomain', times: 2, status: 503 });
    await breakVendor(stage, 'netsapiens', { operation: 'createDevice', times: 2, drop: true });
    await breakVendor(stage, 'netsapiens', { operation: 'createUser', times: 1, drop: true, after: true });
    const { code, run } = await apply(out);
    expect({ code, ...run }).toMatchObject({ code: 0, status: 'applied', stuck: [] });
    const users = await platform('domains/stormy.example/users');
    expect(users.filter(({ user }) => user === '100')).toHaveLength(1);
  });

  test('two applies at once: the second is refused and names the first', async () => {
    const { out: other } = await planned({ ...customer('busy', 7), description: 'Another' });
    const first = await planned(customer('busy', 7));
    await breakVendor(stage, 'netsapiens', { operation: '*', times: 12, delayMs: 700 });
    const going = apply(first.out);
    await eventually('the first is being applied', async () => (await cli('status')).out.includes('busy.example/1  applying'));
    const second = await apply(other);
    expect(second).toMatchObject({ code: 2, err: expect.stringContaining('Another plan of busy.example is being applied') });
    expect(second.err).toContain('busy.example/1');
    expect(await going).toMatchObject({ code: 0 });
  });
});

test('for programs: JSON without colour; for shells: completion; for editors: a schema', async () => {
  const { plan } = await planned(customer('json', 8));
  expect(plan).toMatchObject({
    domain: 'json.example',
    empty: false,
    written: expect.stringContaining('.plan.json'),
  });
  const coloured = await enablement(
    { ...operatorsEnv(stage), NO_COLOR: '1' },
    'plan',
    inStage('json.example.yaml'),
    '--out',
    inStage('c.json'),
  );
  expect(coloured.out).not.toContain('\u001b[');
  expect((await cli('completion')).out).toContain('enablement');
  expect(JSON.parse((await cli('schema')).out)).toMatchObject({ type: 'object', properties: { domain: expect.any(Object) } });
});
