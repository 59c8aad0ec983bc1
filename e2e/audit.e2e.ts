import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Operator, Visitor } from '../scripts/lib/person.ts';
import { audit, verify } from './audit/command-line.ts';
import { type Entry, entriesIn, pastTheTriggers, told } from './audit/entries.ts';
import { openPostgres, postgresHome } from './canaries/data-dir.ts';
import { Browsing, skipBrowser } from './chromium.ts';
import {
  ask,
  BASE_COMPLETE,
  CLIENT_SECRET,
  giveCredentials,
  giveSecretOn,
  openStage,
  PASSWORD,
  type Stage,
  synchronized,
} from './stage.ts';

const CSP = 'Northwind Telecom';
const DOMAIN = 'acme.example';
const BASE = 'enableCloudSoftphone';
const SYNC = 'synchronizeMessaging';

let stage: Stage;
let database: pg.Client;
beforeAll(async () => {
  stage = await openStage({ autoReply: true, ownPostgres: true });
  database = await openPostgres(await postgresHome(stage.dataDir));
});
afterAll(async () => {
  await database?.end();
  await stage?.close();
});

/** Types `/enable-acrobits audit`, and downloads what it leads to. */
async function download(words: string, format: 'CSV' | 'JSON') {
  const { olivia } = stage;
  const page = await olivia.pageAfter('audit', () => olivia.command(`/enable-acrobits audit ${words}`));
  const visitor = new Visitor();
  await visitor.open(page.url);
  return visitor.send(page.url, { code: page.code, format });
}

interface Exported {
  readonly people: Readonly<Record<string, string>>;
  readonly chainEndsWith: { readonly seq: number; readonly hash: string };
  readonly entries: readonly { readonly entry: Entry }[];
}

describe('a whole run', () => {
  test('leaves who did what, in its order', async () => {
    const { olivia } = stage;
    await ask(stage, { cspCompany: CSP, domains: DOMAIN });
    const page = await olivia.secretPage(CSP, 'Enter client secret');
    const visitor = new Visitor();
    await visitor.open(page.url);
    const wrong = page.code === '000000' ? '000001' : '000000';
    await visitor.send(page.url, { code: wrong, secret: CLIENT_SECRET });
    await giveSecretOn(page);
    await olivia.cardSays(CSP, BASE_COMPLETE);
    await giveCredentials(stage, CSP, DOMAIN);
    await synchronized(stage, CSP, DOMAIN);

    const exported: Exported = JSON.parse((await download('northwind', 'JSON')).text);
    const entries = exported.entries.map(({ entry }) => entry);
    const ofBase = entries.filter(({ subject }) => subject.domain === undefined);
    expect(ofBase.map(told)).toEqual([
      'U0OLIVIA: enablement requested',
      `${BASE}: step ended Prerequisites gathered`,
      'U0OLIVIA: page issued client secret',
      'link holder: page opened client secret',
      'link holder: secret entered client secret, refused',
      'U0OLIVIA: secret entered client secret',
      `${BASE}: step ended Client secret received`,
      `${BASE}: step ended Prerequisites checked`,
      `${BASE}: step ended Acrobits contacted`,
      'Acrobits: Acrobits’ page opened',
      'Acrobits: client secret revealed',
      'Acrobits: values returned',
      `${BASE}: step ended Acrobits answered`,
      `${BASE}: environment enabled`,
      `${BASE}: step ended Values stored`,
      `${BASE}: step ended Base enablement complete`,
      'U0OLIVIA: audit page issued',
      'U0OLIVIA: audit downloaded',
    ]);
    expect(entries.filter(({ subject }) => subject.domain === DOMAIN).map(told)).toEqual([
      `U0OLIVIA: page issued Office Manager password for ${DOMAIN}`,
      `link holder: page opened Office Manager password for ${DOMAIN}`,
      `U0OLIVIA: secret entered Office Manager password for ${DOMAIN}`,
      `${SYNC}: step ended Office Manager credentials received for ${DOMAIN}`,
      `${SYNC}: step ended Office Manager credentials proved for ${DOMAIN}`,
      `${SYNC}: domain provisioned 201 for ${DOMAIN}`,
      `${SYNC}: step ended Domain provisioned at Acrobits for ${DOMAIN}`,
      `${SYNC}: step ended Both subscriptions seen in NetSapiens for ${DOMAIN}`,
      `${SYNC}: secret destroyed Office Manager password for ${DOMAIN}`,
      `${SYNC}: step ended Office Manager password destroyed for ${DOMAIN}`,
      `${SYNC}: domain synchronized for ${DOMAIN}`,
    ]);
    expect(exported.people).toEqual({ U0OLIVIA: expect.stringContaining('Olivia') });
    expect(entries.every(({ at }) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at))).toBe(true);
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted());
  });

  test('leaves no secret, wherever it is read', async () => {
    const exports = [await download(CSP, 'CSV'), await download('', 'CSV'), await download('', 'JSON')];
    const table = JSON.stringify(await entriesIn(database));
    for (const text of [...exports.map(({ text }) => text), table]) {
      expect(text).toContain('secret entered');
      for (const secret of [CLIENT_SECRET, PASSWORD, 'mock-cloud-api-key', 'ops@northwind.example'])
        expect(text).not.toContain(secret);
    }
    expect(exports[1]?.text).toMatch(/program bot,bot,program started,done/);
    expect(exports[0]?.text).not.toContain('program started');
  });

  test('is told to who asks in Slack in a few lines, with names', async () => {
    const { olivia } = stage;
    await olivia.command('/enable-acrobits audit northwind');
    const words = await olivia.wordsSay('Your page for the audit of Northwind Telecom: ');
    expect(words).toMatch(/<@U0OLIVIA> · audit downloaded · Northwind Telecom/);
    expect(words).toMatch(/workflow · domain synchronized · acme\.example/);
    await olivia.command('/enable-acrobits audit umbrella');
    await olivia.wordsSay('Nothing matches “umbrella”. Type `/enable-acrobits audit` for the audit of everything.');
  });
});

test('a bot that is killed neither loses nor doubles what was done; what Acrobits was asked twice is told with both answers', async () => {
  const { olivia, stack } = stage;
  const domain = 'initech.example';
  await olivia.command(`/enable-acrobits domain ${domain}`);
  await olivia.cardSays(CSP, `Enter credentials: ${domain}`);
  await stack.program('bot').stop();
  const dying = async (at: string) => stack.start('bot', { CRASH_AT: at }, true);
  const first = await dying('inside Domain provisioned at Acrobits');
  await giveCredentials(stage, CSP, domain);
  expect(await first.ended).toBe('SIGKILL');
  expect(await (await dying('inside Office Manager password destroyed')).ended).toBe('SIGKILL');
  await stack.start('bot');
  await synchronized(stage, CSP, domain);
  expect((await entriesIn(database, domain)).map(told)).toEqual([
    `U0OLIVIA: domain added for ${domain}`,
    `U0OLIVIA: page issued Office Manager password for ${domain}`,
    `link holder: page opened Office Manager password for ${domain}`,
    `U0OLIVIA: secret entered Office Manager password for ${domain}`,
    `${SYNC}: step ended Office Manager credentials received for ${domain}`,
    `${SYNC}: step ended Office Manager credentials proved for ${domain}`,
    `${SYNC}: domain provisioned 201 for ${domain}`,
    `${SYNC}: step ended Domain provisioned at Acrobits for ${domain}`,
    `${SYNC}: domain provisioned 200 for ${domain}`,
    `${SYNC}: step ended Both subscriptions seen in NetSapiens for ${domain}`,
    `${SYNC}: secret destroyed Office Manager password for ${domain}`,
    `${SYNC}: step ended Office Manager password destroyed for ${domain}`,
    `${SYNC}: domain synchronized for ${domain}`,
  ]);
});

describe('somebody who owns the database changes', () => {
  let end: number;
  beforeAll(async () => {
    expect(await verify(stage.dataDir)).toMatchObject({ code: 0, ok: true, anchors: 0 });
    const { code, out } = await audit(stage.dataDir, 'anchor');
    expect([code, out]).toEqual([0, expect.stringMatching(/^\d+:[0-9a-f]{64}\nKept in .*audit-anchors\.txt;/)]);
    end = Number(out.split(':')[0]);
    await database.query('create table saved as select seq, entry, previous, hash, key from audit');
    await database.query('create table saved_head as select * from audit_head');
  });
  afterEach(async () => {
    await pastTheTriggers(
      database,
      'delete from audit',
      'insert into audit (seq, entry, previous, hash, key) select * from saved',
      'update audit_head set (seq, hash) = (select seq, hash from saved_head)',
    );
    expect(await verify(stage.dataDir)).toMatchObject({ code: 0, ok: true, anchors: 1 });
  });

  test('an entry: it is found', async () => {
    await pastTheTriggers(database, `update audit set entry = jsonb_set(entry, '{outcome}', '"refused"') where seq = 5`);
    expect(await verify(stage.dataDir)).toMatchObject({ code: 1, ok: false, broken: { seq: 5, why: 'changed' } });
    const { code, out } = await audit(stage.dataDir, 'verify');
    expect([code, out]).toEqual([1, expect.stringContaining('entry 5 is not what was recorded')]);
    expect(out).toContain('Up to entry 4 it holds.');
    // And a broken chain is not made an anchor.
    expect((await audit(stage.dataDir, 'anchor')).code).toBe(1);
  });

  test('what there is, by deleting in the middle: it is found', async () => {
    await pastTheTriggers(database, 'delete from audit where seq between 6 and 8');
    expect(await verify(stage.dataDir)).toMatchObject({ code: 1, broken: { seq: 6, why: 'missing', last: 8 } });
  });

  test('the end, by cutting it off: it is found, and with an anchor also when the head was mended', async () => {
    await pastTheTriggers(database, `delete from audit where seq > ${end - 3}`);
    expect(await verify(stage.dataDir)).toMatchObject({ code: 1, broken: { seq: end - 2, why: 'cut off', last: end } });
    await pastTheTriggers(
      database,
      `update audit_head set (seq, hash) = (select seq, hash from audit order by seq desc limit 1)`,
    );
    const nowhere = ['--anchors', `${stage.dataDir}/none.txt`];
    expect(await verify(stage.dataDir, ...nowhere)).toMatchObject({ code: 0, anchors: 0 });
    expect(await verify(stage.dataDir)).toMatchObject({ code: 1, broken: { seq: end - 2, why: 'cut off', last: end } });
    const { rows } = await database.query<{ anchor: string }>(
      `select seq || ':' || hash as anchor from saved where seq = ${end}`,
    );
    expect(await verify(stage.dataDir, ...nowhere, '--anchor', rows[0]?.anchor ?? '')).toMatchObject({
      code: 1,
      broken: { why: 'cut off' },
    });
  });

  test('nothing, as long as the triggers are on', async () => {
    for (const statement of [
      'update audit set hash = hash',
      'delete from audit',
      'truncate audit cascade',
      'delete from audit_head',
    ])
      await expect(database.query(statement)).rejects.toThrow('the audit is append-only');
  });
});

test('what cannot be checked is neither good nor bad', async () => {
  for (const [words, said] of [
    [['verify', '--anchor', 'x'], 'is no anchor'],
    [['look'], 'Choices: "verify", "anchor"'],
    [[], 'Something is missing in this call'],
  ] as const)
    expect(await audit(stage.dataDir, ...words)).toMatchObject({ code: 2, err: expect.stringContaining(said) });
  expect(await audit(`${stage.dataDir}/elsewhere`, 'verify')).toMatchObject({
    code: 2,
    err: expect.stringContaining('There is no database'),
  });
});

test('who may not do something is told who can, and the audit knows of it', async () => {
  const { urls } = stage.stack;
  const [vera, adam] = [new Operator(urls.slack, 'U0VERA'), new Operator(urls.slack, 'U0ADAM')];
  expect(await vera.answerTo('/enable-acrobits audit northwind')).toMatch(/^You may not read the audit here\. Who can: /m);
  expect(await adam.answerTo('/enable-acrobits cancel northwind')).toContain('You may not cancel a run here.');
  const refused = (await entriesIn(database)).filter(({ action }) => ['read the audit', 'cancel a run'].includes(action));
  expect(refused.map(told)).toEqual(['U0VERA: read the audit, refused', 'U0ADAM: cancel a run, refused']);
  expect(refused.map(({ details }) => details)).toEqual([{ why: 'no role' }, { why: 'no role' }]);
  // An approver may read what was done.
  const page = await adam.pageAfter('audit', () => adam.command('/enable-acrobits audit northwind'));
  expect(new URL(page.url).pathname).toMatch(/^\/audit\/[\w-]{43}$/);
});

describe.skipIf(skipBrowser)('in a browser', () => {
  let browsing: Browsing;
  beforeAll(async () => {
    browsing = await Browsing.open();
  });
  afterAll(() => browsing?.close());

  test('the audit is asked for in Slack, and downloaded with the code, by keyboard alone', async () => {
    const slack = await browsing.context.newPage();
    await slack.goto(stage.stack.urls.slack);
    const message = slack.getByRole('textbox', { name: 'Message #ops' });
    const offers = slack.getByRole('article').filter({ hasText: 'Your page for the audit of Northwind Telecom' });
    const offer = offers.nth(await offers.count());
    await message.fill('/enable-acrobits audit northwind');
    await message.press('Enter');
    const link = offer.getByRole('link', { name: 'Open the page' });
    await link.waitFor();
    const stumbles = [...(await browsing.look(slack, '18-audit-in-slack'))];
    const code = /code:\s*(\d{6})/.exec((await offer.textContent()) ?? '')?.[1] ?? '';
    const opened = browsing.context.waitForEvent('page');
    await link.press('Enter');
    const page = await opened;
    await page.getByRole('heading', { name: 'Download the audit' }).waitFor();
    await page.getByLabel('Confirmation code').fill('12');
    await page.getByLabel('Confirmation code').press('Enter');
    await page.getByText('Enter the six digits that came with the link.').waitFor();
    stumbles.push(...(await browsing.look(page, '19-audit-page-with-error')));
    await page.keyboard.type(code);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const downloading = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const file = await downloading;
    expect(file.suggestedFilename()).toMatch(/^audit-\d{8}T\d{6}Z\.json$/);
    const { entries }: Exported = JSON.parse(await readFile(await file.path(), 'utf8'));
    expect(entries.length).toBeGreaterThan(20);
    await page.setViewportSize({ width: 380, height: 760 });
    stumbles.push(...(await browsing.look(page, '20-audit-page-phone')));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(380);
    expect(stumbles).toEqual([]);
    expect(browsing.complaints).toEqual([]);
  });
});
