import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf, call, eventually, labelOf, type Message, Operator, textOf } from '../scripts/lib/person.ts';
import { ROOT } from '../scripts/lib/program.ts';
import { logInto } from './platform.ts';
import { breakVendor, openStage, type Stage } from './stage.ts';

let stage: Stage;
let adam: Operator;
let vera: Operator;
beforeAll(async () => {
  stage = await openStage({ env: { bot: { APPROVE_PLANS: '1' } } });
  adam = new Operator(stage.stack.urls.slack, 'U0ADAM');
  vera = new Operator(stage.stack.urls.slack, 'U0VERA');
});
afterAll(() => stage?.close());

interface Answer {
  readonly ok?: boolean;
  readonly errors?: Readonly<Record<string, string>>;
}

/** Opens the form and sends it; a file is put into it as a person does. */
async function provision(
  fields: Readonly<Record<string, string>>,
  file?: { readonly name: string; readonly text: string },
): Promise<Answer> {
  const { olivia } = stage;
  await olivia.command('/provision-domain');
  await eventually('the form opens', async () => (await olivia.modal()) !== undefined);
  const values: Record<string, unknown> = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));
  if (file !== undefined) {
    const content = Buffer.from(file.text).toString('base64');
    const uploaded = await olivia.act<{ file?: { id: string } }>('upload', { name: file.name, content });
    values.file = { value: [uploaded.file?.id ?? ''] };
  }
  return await olivia.act<Answer>('submit', { values });
}

async function card(domain: string, words: string | RegExp): Promise<Message> {
  return await eventually(`the plan for ${domain} says ${words}`, async () => {
    const found = (await stage.olivia.messages()).findLast(
      ({ ephemeral, text }) => !ephemeral && text.startsWith(`Plan for ${domain}:`),
    );
    return found && new RegExp(words).test(textOf(found)) && found;
  });
}

async function press(who: Operator, domain: string, label: string): Promise<void> {
  const { message, button } = await eventually(`there is a button “${label}”`, async () => {
    const message = await card(domain, '');
    const button = buttonsOf(message).find((one) => labelOf(one) === label);
    return button && { message, button };
  });
  await who.act('click', { channel: who.channel, ts: message.ts, action_id: button.action_id });
}

const labels = (message: Message) => buttonsOf(message).map(labelOf);

async function usersOf(domain: string): Promise<readonly unknown[]> {
  const { netsapiens } = stage.stack.urls;
  const token = await logInto(netsapiens, 'super@system.example');
  const response = await fetch(`${netsapiens}/ns-api/v2/domains/${domain}/users`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) return [];
  const rows: readonly { user: string }[] = await response.json();
  return rows.map(({ user }) => user);
}

const SMALL = {
  domain: 'tiny.example',
  reseller: 'northwind',
  description: 'Tiny Corporation',
  users: '100 Ada Example ada@tiny.example\n101 Alan Example alan@tiny.example',
  numbers: '15557770100 100\n15557770101',
};

describe('a customer’s domain, in Slack', () => {
  test('the small case is typed, seen as a plan, approved by somebody else, and applied with live progress', async () => {
    expect(await provision(SMALL)).toMatchObject({ ok: true });
    const plan = await card('tiny.example', 'Waiting for an approver');
    expect(textOf(plan)).toContain('9 to create, 0 to change');
    expect(textOf(plan)).toContain('user 100');
    expect(labels(plan)).toEqual(['Approve', 'Reject', 'Discard']);
    expect(await usersOf('tiny.example')).toEqual([]);

    // Whoever may only look is told who can, and nothing happens.
    await press(vera, 'tiny.example', 'Approve');
    expect(
      await eventually('Vera is told', async () => (await vera.messages()).findLast(({ ephemeral }) => ephemeral)),
    ).toMatchObject({
      text: expect.stringContaining('You may not approve what leaves'),
    });
    await press(adam, 'tiny.example', 'Approve');
    expect(labels(await card('tiny.example', 'Approved by'))).toEqual(['Apply', 'Discard']);

    await press(stage.olivia, 'tiny.example', 'Apply');
    const done = await card('tiny.example', /\*Applied\*/);
    expect(textOf(done)).toContain('9 of 9 done');
    expect(labels(done)).toEqual([]);
    expect(await usersOf('tiny.example')).toEqual(expect.arrayContaining(['100', '101']));
  });

  test('a file is put into the form; what it already is needs nothing', async () => {
    const text = await readFile(path.join(ROOT, 'examples/umbra.yaml'), 'utf8');
    const file = { name: 'umbra.yaml', text };
    expect(await provision({}, file)).toMatchObject({ ok: true });
    await press(adam, 'umbra.example', 'Approve');
    await press(stage.olivia, 'umbra.example', 'Apply');
    await card('umbra.example', '14 of 14 done');
    expect(await provision({}, file)).toMatchObject({ ok: true });
    expect(labels(await card('umbra.example', 'Nothing to do'))).toEqual(['Discard']);
    await press(stage.olivia, 'umbra.example', 'Discard');
    await card('umbra.example', 'Discarded');
  });

  test('a rejected plan stays as it is, with the reason', async () => {
    await provision({ domain: 'rejected.example' });
    await card('rejected.example', 'Waiting for an approver');
    await press(adam, 'rejected.example', 'Reject');
    await eventually('the form for the reason opens', async () => (await adam.modal()) !== undefined);
    await adam.submit({ reason: 'The name is misspelt.' });
    const rejected = await card('rejected.example', 'Rejected by');
    expect(textOf(rejected)).toContain('The name is misspelt.');
    expect(labels(rejected)).toEqual(['Discard']);
  });
});

describe('bad input', () => {
  test.each([
    ['nothing', {}, 'file', /Choose a customer’s file, or type/],
    ['a domain that is none', { domain: 'no domain!' }, 'domain', /for example acme\.example/],
    ['a user without an address', { domain: 'a.example', users: '100 Ada' }, 'users', /Line 1: .*Expected 100 Ada Example/],
  ])('%s is told under its field', async (_what, fields, field, sentence) => {
    const { ok, errors } = await provision(fields);
    expect(ok).not.toBe(true);
    expect(errors?.[field]).toMatch(sentence);
  });

  test('a file that is none says what is wrong with it, with places', async () => {
    await provision({}, { name: 'broken.yaml', text: 'domain: broken.example\nusers: [{ user: 64 }]\ncolour: red\n' });
    const told = await card('broken.yaml', 'There is no plan');
    expect(textOf(told)).toContain('users[0].user: expected an extension');
    expect(textOf(told)).toContain('“colour” is not a word of this file');
  });

  test('whoever has no role gets no form', async () => {
    const answer = await vera.answerTo('/provision-domain');
    expect(answer).toContain('You may not plan a domain');
  });
});

describe('bad days', () => {
  test('the bot dies while it applies, and goes on; what fails is told with what to do', async () => {
    await provision({ ...SMALL, domain: 'dying.example', numbers: '15551230100' });
    await press(adam, 'dying.example', 'Approve');
    await card('dying.example', 'Approved by');
    await breakVendor(stage, 'netsapiens', { operation: '*', times: 20, delayMs: 300 });
    await press(stage.olivia, 'dying.example', 'Apply');
    await card('dying.example', 'Being applied');
    await stage.stack.program('bot').kill();
    await stage.stack.start('bot');
    const done = await card('dying.example', 'Applied in part');
    // The number is somebody else's.
    expect(textOf(done)).toMatch(/number 15551230100: .*409/);
    expect(await usersOf('dying.example')).toEqual(expect.arrayContaining(['100', '101']));
    const cards = (await stage.olivia.messages()).filter(({ text }) => text.startsWith('Plan for dying.example:'));
    expect(cards).toHaveLength(1);
  });

  test('a plan that the platform has left behind is not applied', async () => {
    await provision({ domain: 'late.example', description: 'First' });
    await press(adam, 'late.example', 'Approve');
    await card('late.example', 'Approved by');
    await call(`${stage.stack.urls.netsapiens}/_mock/seed`, { domains: [{ domain: 'late.example' }] });
    await press(stage.olivia, 'late.example', 'Apply');
    expect(textOf(await card('late.example', 'Not applied'))).toContain('not as the plan saw it');
  });
});
