import { hours, minutes, Secret, Unreachable } from '@enablement/core';
import { describe, expect, test } from 'vitest';
import { type Stage, setStage } from '../testing/stage.ts';

const TYPED = 'canary-typed-7e2c';
const PASSWORD = 'Office Manager password';

const kept = async ({ world, id }: Stage) => (await world.vault.open({ owner: id, field: 'client secret' }))?.reveal();

describe('the one-time page of a secret', () => {
  test('says what is asked, for whom, where it goes, and how long there is', async () => {
    await using stage = await setStage();
    const { path } = await stage.issue('client secret');
    const page = await stage.visitor.open(path);
    expect(page.status).toBe(200);
    for (const said of [
      'Enter the OAuth client secret',
      'Acme Telecom',
      'https://portal.acme.example',
      'acrobits-softphone',
      'sent to Acrobits through their page',
      'In Slack; only the person who pressed the button has the code',
      '15 minutes left',
    ])
      expect(page.text).toContain(said);
    expect(page.text).not.toContain('U0ADA');
  });

  test('takes the secret and shows its fingerprint', async () => {
    await using stage = await setStage();
    const { path, code } = await stage.issue('client secret');
    const page = await stage.visitor.open(path);
    const done = await stage.visitor.send(page, path, { code: `${code.slice(0, 3)} ${code.slice(3)}`, secret: TYPED });
    expect([done.status, done.outcome]).toEqual([200, 'accepted']);
    const fingerprint = (await stage.world.register.get(stage.id))?.clientSecretFingerprint;
    expect(done.text).toContain(`<code id="fingerprint" class="print">${fingerprint}</code>`);
    expect(done.text).not.toContain(TYPED);
    expect(await kept(stage)).toBe(TYPED);
  });

  test('asks for the login of an Office Manager too, with the expected one filled in', async () => {
    await using stage = await setStage();
    const answer = { cloudId: 'NSACME', messagingHost: 'api-us.messaging.acrobits.example' };
    await stage.world.register.enable(stage.id, answer);
    const { path, code } = await stage.issue(PASSWORD, 'acme.example');
    const page = await stage.visitor.open(path);
    expect(page.text).toContain('value="integration-office-manager@acme.example"');
    expect(page.text).toContain('Used to call api-us.messaging.acrobits.example for this domain');
    const done = await stage.visitor.send(page, path, { code, officeManagerLogin: 'om@acme.example', secret: TYPED });
    expect(done.outcome).toBe('accepted');
    expect((await stage.world.register.get(stage.id))?.domains[0]?.officeManagerLogin).toBe('om@acme.example');

    const again = await stage.visitor.open((await stage.issue(PASSWORD, 'acme.example')).path);
    expect(again.text).toContain('value="om@acme.example"');
  });

  test('is not used up by link previews and scanners', async () => {
    await using stage = await setStage();
    const { path, code } = await stage.issue('client secret');
    for (let time = 0; time < 10; time++) {
      expect((await stage.visitor.open(path, { method: 'HEAD', headers: { cookie: '' } })).status).toBe(200);
      expect((await stage.visitor.open(path, { headers: { cookie: '' } })).status).toBe(200);
    }
    const done = await stage.visitor.send(await stage.visitor.open(path), path, { code, secret: TYPED });
    expect(done.outcome).toBe('accepted');
  });

  test('opened a second time after use says so, and takes nothing', async () => {
    await using stage = await setStage();
    const { path, code } = await stage.issue('client secret');
    const page = await stage.visitor.open(path);
    await stage.visitor.send(page, path, { code, secret: TYPED });
    const again = await stage.visitor.open(path);
    expect([again.status, again.outcome]).toEqual([410, 'used']);
    const twice = await stage.visitor.send(page, path, { code, secret: 'another value' });
    expect([twice.status, twice.outcome]).toEqual([410, 'used']);
    expect(await kept(stage)).toBe(TYPED);
  });

  test('submitted by twenty clicks at once is taken once', async () => {
    await using stage = await setStage();
    const { path, code } = await stage.issue('client secret');
    const page = await stage.visitor.open(path);
    const clicks = Array.from({ length: 20 }, () => stage.visitor.send(page, path, { code, secret: TYPED }));
    const outcomes = (await Promise.all(clicks)).map((done) => done.outcome);
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'used')).toHaveLength(19);
  });

  test('is closed once its time has passed, also for a form opened before', async () => {
    await using stage = await setStage();
    const { path, code } = await stage.issue('client secret');
    const page = await stage.visitor.open(path);
    stage.wait(minutes(15));
    const late = await stage.visitor.send(page, path, { code, secret: TYPED });
    expect([late.status, late.outcome]).toEqual([410, 'expired']);
    expect((await stage.visitor.open(path)).text).toContain(
      'Look at the card in Slack: while the value is wanted, its button gives a new link.',
    );
    expect(await kept(stage)).toBeUndefined();
  });

  test('in the hands of another person locks after five wrong codes, and nothing is kept', async () => {
    await using stage = await setStage();
    const { path, code } = await stage.issue('client secret');
    const page = await stage.visitor.open(path);
    const wrong = { code: '999999', secret: TYPED };
    for (const left of ['4 attempts', '3 attempts', '2 attempts', '1 attempt']) {
      const missed = await stage.visitor.send(page, path, wrong);
      expect([missed.status, missed.outcome]).toEqual([422, 'problems']);
      expect(missed.text).toContain(`${left} left`);
      expect(missed.text).not.toContain(TYPED);
    }
    const locked = await stage.visitor.send(page, path, wrong);
    expect([locked.status, locked.outcome]).toEqual([429, 'locked']);
    const right = await stage.visitor.send(page, path, { code, secret: TYPED });
    expect(right.outcome).toBe('locked');
    expect((await stage.visitor.open(path)).status).toBe(429);
    expect(await kept(stage)).toBeUndefined();
  });

  test('shows each problem under its field, keeps the login, and never sends the secret back', async () => {
    await using stage = await setStage();
    const { path } = await stage.issue(PASSWORD, 'acme.example');
    const page = await stage.visitor.open(path);
    const checked = await stage.visitor.send(page, path, {
      code: '12',
      officeManagerLogin: 'two words',
      secret: ` ${TYPED}`,
    });
    expect(checked.status).toBe(422);
    for (const name of ['code', 'officeManagerLogin', 'secret']) {
      expect(checked.text).toContain(`data-error-for="${name}"`);
      expect(checked.text).toMatch(new RegExp(`aria-describedby="[^"]*${name}-problem"`));
    }
    expect(checked.text).toContain('value="two words"');
    expect(checked.text).not.toContain(TYPED);
    const link = await stage.world.links.look(new Secret(path.slice('/s/'.length)));
    expect(link?.misses).toBe(0);
  });

  test.each([
    ['nothing', ''],
    ['a line break', 'first\nsecond'],
    ['more than a thousand characters', 'x'.repeat(1001)],
  ])('refuses %s as a secret', async (_what, secret) => {
    await using stage = await setStage();
    const { path, code } = await stage.issue('client secret');
    const checked = await stage.visitor.send(await stage.visitor.open(path), path, { code, secret });
    expect(checked.status).toBe(422);
    expect(checked.text).toContain('data-error-for="secret"');
    expect(await kept(stage)).toBeUndefined();
  });

  test('keeps a secret exactly as it was typed', async () => {
    await using stage = await setStage();
    const { path, code } = await stage.issue('client secret');
    const odd = 'a+b%20&c="ü€<script>';
    const done = await stage.visitor.send(await stage.visitor.open(path), path, { code, secret: odd });
    expect(done.outcome).toBe('accepted');
    expect(await kept(stage)).toBe(odd);
  });

  test('that was handed to a customer says who asks, and speaks of no Slack', async () => {
    await using stage = await setStage();
    const { path, code } = await stage.issue(PASSWORD, 'acme.example', true);
    const page = await stage.visitor.open(path);
    expect(page.text).toContain('By Acme Telecom; the code came with the link, or apart from it');
    const done = await stage.visitor.send(page, path, { code, officeManagerLogin: 'om@acme.example', secret: TYPED });
    expect(done.text).toContain('Acme Telecom sees the same fingerprint, and not the password');
    const used = await stage.visitor.open(path);
    expect(used.text).toContain('they can send a new one');
    for (const { text } of [page, done, used]) expect(text.replace(/<footer>.*/s, '')).not.toContain('Slack');

    const late = await stage.issue(PASSWORD, 'globex.example', true);
    stage.wait(minutes(15));
    expect((await stage.visitor.open(late.path)).text).toContain('Ask whoever sent you this link for a new one.');
  });

  test('looks the same for an unknown, a malformed and a replaced link', async () => {
    await using stage = await setStage();
    const replaced = await stage.issue('client secret');
    await stage.issue('client secret');
    const pages = await Promise.all(
      [`/s/${'A'.repeat(43)}`, '/s/x', '/s/%E0%A4%A', `/s/${'z'.repeat(900)}`, '/s/', replaced.path].map((path) =>
        stage.visitor.open(path, { headers: { cookie: '' } }),
      ),
    );
    expect(new Set(pages.map((page) => page.text)).size).toBe(1);
    expect(pages.map((page) => page.status)).toEqual([404, 404, 404, 404, 404, 404]);
    expect(pages[0]?.text).toContain('Look at the card in Slack: while the value is wanted, its button gives a new link.');
  });

  test('is not wanted any more once the enablement is cancelled or the domain is done', async () => {
    await using stage = await setStage();
    const { path, code } = await stage.issue(PASSWORD, 'acme.example');
    const other = await stage.issue('client secret');
    const page = await stage.visitor.open(path);
    await stage.world.register.settleDomain(stage.id, 'acme.example', { status: 'synchronized' });
    const done = await stage.visitor.send(page, path, { code, officeManagerLogin: 'om', secret: TYPED });
    expect([done.status, done.outcome]).toEqual([410, 'not wanted']);
    expect((await stage.visitor.open(other.path)).status).toBe(200);
    await stage.world.register.cancel(stage.id, 'U0ADA');
    expect((await stage.visitor.open(other.path)).outcome).toBe('not wanted');
  });

  test('waits out a database that is away: the link still works afterwards', async () => {
    let away = true;
    await using stage = await setStage({
      ports: ({ links }) => ({
        links: {
          ...links,
          accept: async (...given) => {
            if (away) throw new Unreachable('PostgreSQL did not answer', 'Wait.');
            return links.accept(...given);
          },
        },
      }),
    });
    const { path, code } = await stage.issue('client secret');
    const page = await stage.visitor.open(path);
    const failed = await stage.visitor.send(page, path, { code, secret: TYPED });
    expect([failed.status, failed.headers.get('retry-after')]).toEqual([503, '10']);
    expect(failed.text).toContain('Nothing was lost; your link still works.');
    away = false;
    expect((await stage.visitor.send(page, path, { code, secret: TYPED })).outcome).toBe('accepted');
  });

  test('belongs to one browser at a time for each link, so several links can be open in several tabs', async () => {
    await using stage = await setStage();
    const acme = await stage.issue(PASSWORD, 'acme.example');
    const globex = await stage.issue(PASSWORD, 'globex.example');
    const [first, second] = [await stage.visitor.open(acme.path), await stage.visitor.open(globex.path)];
    stage.wait(hours(0.1));
    const fields = (code: string) => ({ code, officeManagerLogin: 'om', secret: TYPED });
    expect((await stage.visitor.send(first, acme.path, fields(acme.code))).outcome).toBe('accepted');
    expect((await stage.visitor.send(second, globex.path, fields(globex.code))).outcome).toBe('accepted');
  });
});
