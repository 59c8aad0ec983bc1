import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, enterSecret, eventually, Operator, textOf, Visitor } from '../scripts/lib/person.ts';
import { canary, place, placesWith, sightings } from './canaries/canary.ts';
import { openPostgres, postgresHome, readDataDir, readTables } from './canaries/data-dir.ts';
import { openStage, type Stage } from './stage.ts';
import {
  askForXima,
  cardsFor,
  correctXima,
  giveXimaSecrets,
  handOverPage,
  prepareForXima,
  pressXima,
  secretPageFor,
  taken,
  XIMA_PASSWORD,
  XIMA_SECRET,
  ximaCardSays,
  ximaValues,
} from './xima/check.ts';

const READY = /Ready: all \d+ checks passed/;
const DOMAIN = 'acme.example';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ ownPostgres: true });
  await prepareForXima(stage);
});
afterAll(() => stage?.close());

describe('somebody prepares a domain for Xima', () => {
  test('the form says under each field what is wrong with it', async () => {
    const refused = await askForXima(stage, {
      domain: 'acme example',
      sip_proxy_server_host: 'sip:portal.northwind.example',
      sip_proxy_server_port: '70000',
      api_url: 'portal.northwind.example',
      api_client_id: 'my client',
      api_username: 'a b',
      did: 'reception',
    });
    expect(Object.keys(refused.errors ?? {}).sort()).toEqual([
      'api_client_id',
      'api_url',
      'api_username',
      'did',
      'domain',
      'sip_proxy_server_host',
      'sip_proxy_server_port',
    ]);
    await stage.olivia.act('close');
  });

  test('with every value right the card says so, and all checks stand in its thread with their times', async () => {
    expect((await askForXima(stage, ximaValues(stage))).errors).toBeUndefined();
    const first = await ximaCardSays(stage, DOMAIN, 'Waiting for api_client_secret and api_password');
    await giveXimaSecrets(stage, DOMAIN);
    const ready = await ximaCardSays(stage, DOMAIN, READY);
    expect(ready.ts).toBe(first.ts);
    expect(await cardsFor(stage, DOMAIN)).toHaveLength(1);
    const details = await eventually('the details stand in the thread', async () =>
      (await stage.olivia.messages()).find(
        (message) => message.thread_ts === ready.ts && textOf(message).includes('can be pulled'),
      ),
    );
    for (const said of ['The API answers', 'OAuth client xima', '“Secure password set”', 'DID 15551230100', 'extension 100'])
      expect(textOf(details)).toContain(said);
  });

  test('the same domain asked for again shows what there is, and starts nothing', async () => {
    await askForXima(stage, ximaValues(stage));
    const modal = await eventually('a notice opens', async () => {
      const modal = await stage.olivia.modal();
      return modal?.title?.text === 'Already there' && modal;
    });
    expect(JSON.stringify(modal.blocks)).toContain('is checked for Xima already: Ready');
    await stage.olivia.act('close');
    expect(await cardsFor(stage, DOMAIN)).toHaveLength(1);
  });

  test('whoever sets up Xima gets a sheet with every value, and both secrets once', async () => {
    const page = await handOverPage(stage, DOMAIN);
    const visitor = new Visitor();
    const sheet = await visitor.open(page.url);
    expect(sheet.status).toBe(200);
    for (const value of Object.values({ ...ximaValues(stage), did: '15551230100' })) expect(sheet.text).toContain(value);
    expect(sheet.text).not.toContain(XIMA_SECRET);
    expect((await visitor.send(`${page.url}/reveal`, { code: '000000' })).outcome).toBe('problems');
    const shown = await visitor.send(`${page.url}/reveal`, { code: page.code });
    expect(shown.outcome).toBe('revealed');
    for (const secret of [XIMA_SECRET, XIMA_PASSWORD]) expect(shown.text).toContain(secret);
    const again = await visitor.send(`${page.url}/reveal`, { code: page.code });
    expect([again.outcome, again.text.includes(XIMA_SECRET)]).toEqual(['already revealed', false]);
    await ximaCardSays(stage, DOMAIN, 'Secrets taken from the page for Xima');
  });

  test('a rotated API password is checked at once, and proves right or wrong', async () => {
    taken(await enterSecret(await secretPageFor(stage, DOMAIN, 'New API password'), 'a wrong password of the story'));
    const failed = await ximaCardSays(stage, DOMAIN, /Not ready: 1 of \d+ checks failed/);
    expect(textOf(failed)).toContain('(api_username, api_password)*: Login name or password is wrong.');
    const rotated = 'xima-password-rotated-in-the-story';
    await call(`${stage.stack.urls.netsapiens}/_mock/seed`, {
      users: [{ domain: DOMAIN, user: '950', login: 'xima@acme.example', password: rotated }],
    });
    taken(await enterSecret(await secretPageFor(stage, DOMAIN, 'New API password'), rotated));
    await ximaCardSays(stage, DOMAIN, READY);
    await call(`${stage.stack.urls.netsapiens}/_mock/seed`, {
      users: [{ domain: DOMAIN, user: '950', login: 'xima@acme.example', password: XIMA_PASSWORD }],
    });
    taken(await enterSecret(await secretPageFor(stage, DOMAIN, 'New API password'), XIMA_PASSWORD));
    await eventually('it is ready with the old password again', async () => {
      const card = textOf((await cardsFor(stage, DOMAIN)).at(-1));
      return READY.test(card);
    });
  });
});

describe('a wrong value of every field is named by exactly one check', () => {
  const correct = async (from: string, values: Readonly<Record<string, string>>) => {
    expect((await correctXima(stage, from, values)).errors).toBeUndefined();
  };

  test.each<[string, string, string]>([
    ['sip_proxy_server_host', 'sip.nowhere.invalid', '(sip_proxy_server_host)*: It leads to no address.'],
    ['sip_proxy_server_port', '9', '(sip_proxy_server_port)*: No telephone server listens there.'],
    ['api_url', 'https://portal.nowhere.invalid', '(api_url)*: The name leads to no address.'],
    ['api_client_id', 'acrobits-softphone', '(api_client_id, api_client_secret)*: It was refused'],
    ['api_username', 'nobody@acme.example', '(api_username, api_password)*: Login name or password is wrong.'],
    ['did', '15559999999', 'is in NetSapiens (DID 15559999999)*: It is not in the inventory'],
  ])('%s', async (field, wrong, said) => {
    const right = ximaValues(stage);
    await correct(DOMAIN, { ...right, [field]: wrong });
    const card = textOf(await ximaCardSays(stage, DOMAIN, said));
    expect(card).toMatch(/Not ready: 1 of \d+ checks failed/);
    expect(card.match(/:x:/g)).toHaveLength(1);
    await correct(DOMAIN, right);
    await ximaCardSays(stage, DOMAIN, READY);
  });

  test('domain', async () => {
    const right = ximaValues(stage);
    await correct(DOMAIN, { ...right, domain: 'globex.example', api_username: 'xima@acme.example' });
    const card = textOf(await ximaCardSays(stage, 'globex.example', 'can see globex.example (domain)*: It cannot'));
    expect(card.match(/:x:/g)).toHaveLength(1);
    await correct('globex.example', right);
    await ximaCardSays(stage, DOMAIN, READY);
  });

  test.each([
    ['client secret', '(api_client_id, api_client_secret)*: It was refused', XIMA_SECRET],
    ['API password', '(api_username, api_password)*: Login name or password is wrong.', XIMA_PASSWORD],
  ])('%s', async (label, said, right) => {
    taken(await enterSecret(await secretPageFor(stage, DOMAIN, `New ${label}`), 'wrong-secret-of-the-story'));
    const card = textOf(await ximaCardSays(stage, DOMAIN, said));
    expect(card.match(/:x:/g)).toHaveLength(1);
    taken(await enterSecret(await secretPageFor(stage, DOMAIN, `New ${label}`), right));
    await ximaCardSays(stage, DOMAIN, READY);
  });
});

test('a viewer sees the list, and is told who can check', async () => {
  const vera = new Operator(stage.stack.urls.slack, 'U0VERA');
  expect(await vera.answerTo('/check-xima list')).toContain('`acme.example`');
  expect(await vera.answerTo('/check-xima')).toContain('You may not check for Xima here. Who can:');
  expect(await stage.olivia.answerTo('/check-xima dance')).toContain('“dance” is not something I know');
});

test('no secret was said in Slack, printed by any program, or stands readable in a table, a file, or what the mock shows', async () => {
  const secrets = [XIMA_SECRET, XIMA_PASSWORD, 'xima-password-rotated-in-the-story', 'wrong-secret-of-the-story'].map((secret) =>
    canary(secret, secret),
  );
  const { stack, dataDir } = stage;
  const home = await postgresHome(dataDir);
  const database = await openPostgres(home);
  await database.query('checkpoint');
  const tables = await readTables(database).finally(() => database.end());
  const elsewhere = [
    place('Slack', await call(`${stack.urls.slack}/_slack/requests`)),
    place('the output', stack.output()),
    place('the mock’s requests', await call(`${stack.urls.netsapiens}/_mock/requests`)),
  ];
  expect(sightings(secrets, [...tables, ...elsewhere, ...(await readDataDir(dataDir, home))])).toEqual([]);
  expect(placesWith(DOMAIN, tables)).toEqual(
    expect.arrayContaining(['public.audit', 'public.readiness_reports', 'public.xima_checks']),
  );
  expect(placesWith('Xima CCaaS for acme.example', elsewhere)).toEqual(['Slack']);
});

test('closed, the card says so and the secrets are destroyed', async () => {
  const page = await handOverPage(stage, DOMAIN);
  await pressXima(stage, DOMAIN, 'Close');
  await ximaCardSays(stage, DOMAIN, 'Closed; its secrets are destroyed');
  expect((await new Visitor().open(page.url)).status).toBe(404);
});
