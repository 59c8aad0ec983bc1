import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, eventually, linesOf, type Message, Operator } from '../scripts/lib/person.ts';
import { ask, breakVendor, filledIn, giveClientSecret, openStage, otherPortal, type Stage } from './stage.ts';

const CSP = 'Northwind Telecom';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ autoReply: true, env: { bot: { ROLES_CACHED_SECONDS: '0' } } });
});
afterAll(() => stage?.close());

const person = (user: string): Operator => new Operator(stage.stack.urls.slack, user);

/** What stands on somebody's Home tab now. */
async function homeOf(somebody: Operator): Promise<string> {
  const { view } = await somebody.see<{ view: { blocks: Message['blocks'] } | null }>('home');
  return view === null ? 'nothing yet' : view.blocks.flatMap(linesOf).join('\n');
}

const homeSays = (somebody: Operator, words: string | RegExp): Promise<string> =>
  eventually(`the Home of ${somebody.user} says ${words}`, async () => {
    const said = await homeOf(somebody);
    if (typeof words === 'string' ? said.includes(words) : words.test(said)) return said;
    throw new Error(said);
  });

test('an empty Home explains itself to each as it is for them: operator, viewer, guest', async () => {
  const [vera, greta] = [person('U0VERA'), person('U0GRETA')];
  for (const somebody of [stage.olivia, vera, greta]) await somebody.act('home');
  const olivias = await homeSays(stage.olivia, 'Waiting for you');
  expect(olivias).toContain('Nothing. When a secret, an approval or a take-over needs somebody like you, it stands here.');
  expect(olivias).toContain('You have no runs yet. Press “Enable an environment”, or type `/enable-acrobits` in a channel.');
  expect(olivias).toContain('No run has spoken to a vendor yet.');
  expect(olivias).toContain('Nothing needs attention.');
  expect(await homeSays(vera, 'Waiting for you')).toContain('You can look at runs; nothing is asked of you.');
  expect(await homeOf(vera)).not.toContain('Enable an environment');
  expect(await homeSays(greta, 'Guests of this workspace can do nothing here.')).not.toContain('Waiting for you');
});

test('Slack tells twice that it was opened, and late: it is shown as it is', async () => {
  await call(`${stage.stack.urls.slack}/_slack/redeliver`, {});
  expect(await homeOf(stage.olivia)).toContain('Waiting for you');
});

test('what waits, whose run it is and how the vendors answered comes by itself to whoever opened it lately', async () => {
  const { olivia } = stage;
  await ask(stage, { cspCompany: CSP, portalUrl: stage.stack.urls.portal });
  const waiting = await homeSays(olivia, '1 waiting for a secret');
  expect(waiting).toMatch(/Northwind Telecom>\*: Client secret received · since <!date/);
  expect(waiting).toMatch(/• \*<http:\/\/[^|]+\|Northwind Telecom>\* · Waiting for whoever holds the client secret/);
  await giveClientSecret(stage, CSP);
  await homeSays(olivia, 'Enabled under cloudId NSACME');
  const after = await homeSays(olivia, /\*NetSapiens\* `localhost:\d+` · answered <!date.* · no failure seen/);
  expect(after).toContain('*Mail server*');
  expect(after).not.toContain('waiting for a secret');
  expect(await homeSays(person('U0VERA'), 'You have no runs yet.')).not.toContain('Northwind Telecom');
});

test('a vendor that fails is seen by what the runs saw of it, with what there is to do', async () => {
  const { olivia } = stage;
  await breakVendor(stage, 'netsapiens', { operation: 'getVersion', status: 503, times: 20 });
  const other = { cspCompany: 'Northwind Mobile', portalUrl: otherPortal(stage), coreHost: 'core.northwind.invalid' };
  await olivia.ask(filledIn(stage, other));
  await giveClientSecret(stage, 'Northwind Mobile');
  await homeSays(olivia, /\*NetSapiens\* `127\.0\.0\.1:\d+` · has not answered yet · last failure <!date/);
  await homeSays(person('U0VERA'), /Recent failures\n.*Northwind Mobile/);
});

test('from Home, too, an environment is enabled; its card comes to the person’s direct messages', async () => {
  const { olivia, stack } = stage;
  const direct = new Operator(stack.urls.slack, 'U0OLIVIA', 'D0OLIVIA');
  const { view } = await olivia.see<{ view: { blocks: Message['blocks'] } }>('home');
  const start = view.blocks
    .flatMap(({ elements = [] }) => elements)
    .find(({ action_id }) => action_id?.startsWith('enable-from-home'));
  await olivia.act('click', { action_id: start?.action_id });
  await eventually('the form opens', async () => (await olivia.modal()) !== undefined);
  await olivia.submit(filledIn(stage, { cspCompany: 'Homely Telecom', portalUrl: 'https://homely.northwind.invalid' }));
  await direct.cardSays('Homely Telecom', 'Waiting for whoever holds the client secret');
});

test('whoever loses the role is told who can, and sees no more', async () => {
  const { olivia, stack } = stage;
  const ada = person('U0ADA');
  await ada.act('home');
  await homeSays(ada, 'Waiting for you');
  await call(`${stack.urls.slack}/_slack/person`, { user: 'U0ADA', deactivated: false, guest: true });
  await olivia.press('Northwind Mobile', 'Cancel');
  expect(await homeSays(ada, 'Guests of this workspace can do nothing here.')).not.toContain('Northwind');
});
