import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, Visitor } from '../scripts/lib/person.ts';
import { type Canary, codeCanary, place, placesWith, plant, sightings } from './canaries/canary.ts';
import { modeOf, readDataDir, readTables } from './canaries/data-dir.ts';
import { echoes, writingsOf } from './canaries/echoes.ts';
import { everySecret, type Known, planted } from './canaries/known.ts';
import { readings } from './canaries/taps.ts';
import { openWatchedStage, setApiKey, type WatchedStage } from './canaries/watched-stage.ts';
import { takeEveryWrongTurn } from './canaries/wrong-turns.ts';
import {
  ask,
  BASE_COMPLETE,
  breakSlack,
  breakVendor,
  giveCredentials,
  giveSecretOn,
  renewalPage,
  synchronized,
} from './stage.ts';

// No other name in Slack, such as a workspace’s, is like it: where it stands shows that the search finds things.
const CSP = 'Vandelay Telecom';
const DOMAIN = 'acme.example';

/** Where a search that works finds something that is no secret. */
const TABLES_ABOUT_A_DOMAIN = [
  ...['operation_outputs', 'workflow_input', 'workflow_status'].map((name) => `dbos.${name}`),
  ...['audit', 'domains', 'secret_links', 'secrets', 'steps'].map((name) => `public.${name}`),
];
/** Empty by now; what went through them is in PostgreSQL's files. */
const OUTBOXES = ['public.dispatches', 'public.reminders'];

let stage: WatchedStage;
beforeAll(async () => {
  stage = await openWatchedStage(DOMAIN);
});
afterAll(() => stage?.close());

describe('a day on which everything goes wrong', () => {
  test('the page of the client secret refuses it in every way, and takes it in the end', async () => {
    const { olivia, database } = stage;
    const { typedInVain, clientSecret } = planted;
    await ask(stage, { cspCompany: CSP, domains: DOMAIN });
    const newPage = () => olivia.secretPage(CSP, 'Enter client secret');
    const refusals = await takeEveryWrongTurn(await newPage(), typedInVain.secret);
    expect(refusals).toEqual([404, 403, 404, 405, 403, 415, 413, 200, 422, 422, 422, 422, 422, 422, 429]);

    const open = async () => {
      const { url, code } = await newPage();
      const visitor = new Visitor();
      await visitor.open(url);
      return async (secret: string) => (await visitor.send(url, { code, secret })).outcome;
    };
    const [replaced, late] = [await open(), await open()];
    expect(await replaced(typedInVain.secret)).toBe('unknown');
    await database.query('update secret_links set expires = now() where used_at is null');
    expect(await late(typedInVain.secret)).toBe('expired');

    const page = await open();
    await database.query('alter table secrets add constraint broken check (version < 0) not valid');
    expect(await page(clientSecret.secret)).toBe('our fault');
    await database.query('alter table secrets drop constraint broken');
    expect(await page(clientSecret.secret)).toBe('accepted');
    expect(await page(typedInVain.secret)).toBe('used');
  });

  test('the mail server refuses our log-in; once it is mended, Acrobits answers', async () => {
    const { olivia, stack } = stage;
    await olivia.cardSays(CSP, 'refused the log-in');
    await stack.program('bot').stop();
    await stack.start('bot', { SMTP_URL: `smtp://${stage.mailServer}`, SLACK_APP_TOKEN: planted.appToken.secret });
    await olivia.press(CSP, 'Try again');
    await olivia.cardSays(CSP, BASE_COMPLETE);
    // So that the key that was returned is refused when its turn comes.
    await setApiKey(stage, planted.apiKey);
  });

  test('a wrong Office Manager password is refused while Slack fails', async () => {
    await breakSlack(stage, { method: 'chat.update', status: 500, times: 2 });
    await giveCredentials(stage, CSP, DOMAIN, { password: planted.wrongPassword.secret });
    await stage.olivia.cardSays(CSP, 'NetSapiens refused login name or password');
  });

  test('the vendors repeat what they were sent, and all the same the domain is synchronized', async () => {
    const { olivia } = stage;
    const tryAgain = () => olivia.press(CSP, `Try again: ${DOMAIN}`);
    for (const { faults, next, said } of echoes(DOMAIN)) {
      for (const { at, ...fault } of faults) await breakVendor(stage, at, fault);
      if (next === 'try again') await tryAgain();
      else if (next === 'enter credentials') await giveCredentials(stage, CSP, DOMAIN, { password: planted.password.secret });
      else await giveSecretOn(await renewalPage(stage, CSP, 'Enter a new API key'), planted.apiKey.secret);
      await olivia.cardSays(CSP, said);
    }
    await tryAgain();
    await synchronized(stage, CSP, DOMAIN);
  });
});

describe('afterwards', () => {
  let known: Known;
  /** Everything, and everything but what Acrobits was given in its letter. */
  let all: readonly Canary[];
  let notForAcrobits: readonly Canary[];
  beforeAll(async () => {
    known = await everySecret(stage, stage.home);
    notForAcrobits = [...known.secrets, ...known.tokens, ...known.codes];
    all = [...notForAcrobits, known.handOff];
  });

  test('the search finds a secret however it is written, and finds no other', () => {
    const sought = plant('sought');
    const bytes = Buffer.from(sought.secret);
    const inBase64 = ['', '-', '--'].map((before) => Buffer.from(`${before}${sought.secret}-`).toString('base64'));
    const hex = bytes.toString('hex');
    for (const text of [...writingsOf(sought.secret), ...inBase64, bytes.toString('base64url'), hex, hex.toUpperCase()])
      expect(sightings([sought, plant('other')], [place('a text', `before ${text} after`)])).toEqual(['sought in a text']);
    const code = codeCanary('code', '042917');
    expect(sightings([code], [place('a message', 'the code: *042917*'), place('a time', '1772450123.042917')])).toEqual([
      'code in a message',
    ]);
  });

  test('Slack was told no secret, and a one-time link only the person who asked for it', async () => {
    const { requests } = await call<{ requests: readonly Exchange[] }>(`${stage.stack.urls.slack}/_slack/requests`);
    const isOffer = ({ what, request }: Exchange) => what === 'response_url' && `${request.text}`.startsWith('Your page for');
    const offers = requests.filter(isOffer);
    expect(offers).toHaveLength(known.tokens.length);
    expect(new Set(offers.map(({ request }) => request.response_type))).toEqual(new Set(['ephemeral']));
    expect(
      sightings(
        all,
        offers.map((offer, at) => place(`offer ${at}`, offer)),
      ),
    ).toEqual(offers.flatMap((_, at) => [`token ${at} in offer ${at}`, `code ${at} in offer ${at}`]));

    const others = requests.filter((one) => !isOffer(one)).map((one) => place(one.what, one));
    expect(sightings(all, others)).toEqual([]);
    // So the local Slack replaces its own tokens when an app writes one into a payload.
    expect(placesWith('[redacted]', others)).toEqual([]);
    expect(new Set(placesWith(CSP, others))).toEqual(
      new Set(['view_submission', 'chat.postMessage', 'chat.update', 'block_actions']),
    );
    const channel = place('what a colleague sees', await call(`${stage.stack.urls.slack}/_slack/snapshot?user=U0ADAM`));
    expect(sightings(all, [channel])).toEqual([]);
    expect(placesWith('NSACME', [channel])).toEqual([channel.name]);
  });

  test('the letter holds the way to Acrobits’ page and no secret', async () => {
    expect(stage.mail.heard).toHaveLength(1);
    const sources = stage.mail.heard.flatMap(readings).map((text) => place('a letter', text));
    const places = [...sources, place('the mailbox', await call(`${stage.stack.urls.acrobits}/_mock/mailbox`))];
    expect(sightings(notForAcrobits, places)).toEqual([]);
    expect(new Set(sightings([known.handOff], places))).toEqual(
      new Set([`${known.handOff.name} in a letter`, `${known.handOff.name} in the mailbox`]),
    );
  });

  test.for(['netsapiens', 'acrobits'] as const)('what the mock of %s shows holds no secret', async (vendor) => {
    const shown = ['requests', 'state', 'faults', ...(vendor === 'acrobits' ? ['staff'] : [])];
    const read = async (name: string) => place(name, await call(`${stage.stack.urls[vendor]}/_mock/${name}`));
    const places = await Promise.all(shown.map(read));
    expect(sightings(notForAcrobits, places)).toEqual([]);
    expect(placesWith(DOMAIN, places)).toEqual(['requests', 'state']);
  });

  test('of all that the pages served, one answer holds a secret: the one that reveals it', async () => {
    const { heard } = stage.web;
    const places = heard.map(({ method, url, sent, status, answer }) => {
      // A page may repeat its own address, and the code that was typed into it.
      const [, token = '-'] = /^\/(?:s|acrobits)\/([\w-]{43})/.exec(url) ?? [];
      const code = new URLSearchParams(sent).get('code') || '-';
      return place(`${status} ${method} ${url.replace(token, '…')}`, answer.replaceAll(token, '…').replaceAll(code, '…'));
    });
    expect(sightings(all, places)).toEqual(['client secret in 200 POST /acrobits/…/reveal']);
    const statuses = new Set(heard.map(({ status }) => status));
    expect([...statuses].toSorted()).toEqual([200, 403, 404, 405, 410, 413, 415, 422, 429, 500]);
    expect(placesWith('NetSapiens Enablement', places)).toHaveLength(places.length);
  });

  test('no table holds a secret, the engine’s own included', async () => {
    const tables = await readTables(stage.database);
    expect(sightings(all, tables)).toEqual([]);
    expect(placesWith(DOMAIN, tables)).toEqual(expect.arrayContaining(TABLES_ABOUT_A_DOMAIN));
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(OUTBOXES));
  });

  describe('and after everything was stopped', () => {
    beforeAll(async () => {
      await stage.database.query('checkpoint');
      await stage.database.end();
      await stage.stack.stop();
    });

    test('no program has printed a secret', () => {
      const output = place('the output', stage.stack.output());
      expect(sightings(all, [output])).toEqual([]);
      for (const said of [
        'incident ',
        'showing cards in Slack failed',
        'bot listening to Slack',
        'postgres ready',
        'slack-workspace listening',
        'mock-netsapiens listening',
        'mock-acrobits listening',
      ])
        expect(placesWith(said, [output])).toEqual(['the output']);
    });

    test('no file holds a secret but the two that are for it', async () => {
      const files = await readDataDir(stage.dataDir, stage.home);
      // Not the codes: six digits stand in large files by chance.
      expect(sightings([...known.secrets, ...known.tokens, known.handOff], files).toSorted()).toEqual([
        'SECRETS_KEY in secrets.key',
        'password of PostgreSQL in postgres/password',
      ]);
      for (const file of [path.join(stage.dataDir, 'secrets.key'), path.join(stage.home, 'password')])
        expect([file, await modeOf(file)]).toEqual([file, '600']);
      const about = placesWith(DOMAIN, files).map((name) => path.dirname(name));
      expect(new Set(about.map((name) => name.replace(/pg\d+/, 'pg').replace(/\d+$/, '…')))).toEqual(
        new Set(['postgres/pg/base/…', 'postgres/pg/pg_wal']),
      );
      expect(placesWith('violates check constraint "broken"', files)).toEqual(['postgres/postgres.log']);
    });
  });
});

interface Exchange {
  readonly what: string;
  readonly request: { readonly text?: string; readonly response_type?: string };
}
