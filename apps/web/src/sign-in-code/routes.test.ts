import { minutes } from '@enablement/core';
import { expect, test } from 'vitest';
import { type Stage, setStage } from '../testing/stage.ts';

const who = { cloudId: 'NSACME', user: '100', domain: 'acme.example' };

async function issue({ world }: Stage) {
  const expires = new Date(world.clock.now().getTime() + minutes(15));
  const issued = await world.signInPages.issue({ who, person: 'U0ADA', expires });
  if (issued.outcome !== 'issued') throw new Error(issued.outcome);
  return { path: `/phone/${issued.token.reveal()}`, code: issued.code };
}

test('the page says whose phone it is, and shows nothing without the confirmation code', async () => {
  await using stage = await setStage();
  const { path } = await issue(stage);
  const page = await stage.visitor.open(path);
  expect([page.status, page.outcome, page.headers.get('cache-control')]).toEqual([200, 'open', 'no-store']);
  for (const said of ['100@acme.example', 'NSACME', '15 minutes left']) expect(page.text).toContain(said);
  expect(page.text).not.toMatch(/U0ADA|<img|7K3M/);
  const empty = await stage.visitor.send(page, path, { code: '' });
  expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('Enter the six digits')]);
  const wrong = await stage.visitor.send(page, path, { code: '000000' });
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('4 attempts left')]);
  expect(wrong.text).not.toMatch(/<img|7K3M/);
});

test('it shows the code once, for a camera and for typing, and nothing of it is in the log', async () => {
  await using stage = await setStage({ sessionTalkProvider: 'AcmeInc' });
  const { path, code } = await issue(stage);
  const page = await stage.visitor.open(path);
  const shown = await stage.visitor.send(page, path, { code });
  expect([shown.status, shown.outcome, shown.headers.get('cache-control')]).toEqual([200, 'revealed', 'no-store']);
  expect(shown.text.match(/src="data:image\/svg\+xml;base64,/g)).toHaveLength(2);
  expect(shown.text).toMatch(/<code>7K3M-Q0AZ-9TR.<\/code>/);
  expect(shown.text).toContain('<code>100@acme.example@NSACME</code>');
  expect(shown.text).toContain('<code>100@acme.example:AcmeInc</code>');
  for (const again of [await stage.visitor.open(path), await stage.visitor.send(page, path, { code })]) {
    expect([again.status, again.outcome]).toEqual([410, 'used']);
    expect(again.text).not.toMatch(/<img|7K3M/);
  }
  expect(stage.logged.join('\n')).not.toMatch(/7K3M|phone0/);
});

test('a link that is too old, guessed at, unknown or sent without its form shows no code, and says what to do', async () => {
  await using stage = await setStage();
  const { path, code } = await issue(stage);
  const foreign = await stage.visitor.open(path, {
    method: 'POST',
    body: new URLSearchParams({ code }),
    headers: { cookie: '' },
  });
  expect([foreign.status, foreign.outcome]).toEqual([403, 'stale form']);
  const page = await stage.visitor.open(path);
  for (let n = 0; n < 5; n++) await stage.visitor.send(page, path, { code: '000000' });
  const locked = await stage.visitor.open(path);
  expect([locked.status, locked.outcome]).toEqual([429, 'locked']);
  const late = await issue(stage);
  stage.wait(minutes(15));
  const expired = await stage.visitor.open(late.path);
  expect([expired.status, expired.text]).toEqual([410, expect.stringContaining('In Slack, ask for another code')]);
  for (const unknown of [`/phone/${'A'.repeat(43)}`, '/phone/short', '/phone/%FF'])
    expect((await stage.visitor.open(unknown)).status).toBe(404);
  expect((await stage.visitor.open(path, { method: 'PUT' })).status).toBe(405);
});
