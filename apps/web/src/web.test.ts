import { seconds } from '@enablement/core';
import { describe, expect, test } from 'vitest';
import { setStage } from './testing/stage.ts';
import { createVisitor } from './testing/visitor.ts';

const TYPED = 'canary-typed-7e2c';

describe('every answer', () => {
  test('forbids storing, framing, leaking the address, and any script but ours', async () => {
    await using stage = await setStage();
    const { path } = await stage.issue('client secret');
    for (const at of [path, '/', '/nowhere', '/healthz']) {
      const { headers } = await stage.visitor.open(at);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none';style-src 'self';img-src 'self' data:;form-action 'self';script-src 'self';frame-ancestors 'none';base-uri 'none'",
      );
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-robots-tag')).toBe('noindex');
      expect([headers.get('etag'), headers.get('x-powered-by'), headers.get('strict-transport-security')]).toEqual([
        null,
        null,
        null,
      ]);
    }
  });

  test('has its style and its script as files of ours', async () => {
    await using stage = await setStage();
    const page = await stage.visitor.open('/');
    const [, style = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(page.text) ?? [];
    const [, script = ''] = /<script src="([^"]+)" defer/.exec(page.text) ?? [];
    expect((await stage.visitor.open(style)).headers.get('content-type')).toContain('text/css');
    expect((await stage.visitor.open(script)).headers.get('content-type')).toContain('javascript');
  });
});

describe('a form', () => {
  test('counts only with the cookie of the browser that opened it, and nothing is used up otherwise', async () => {
    await using stage = await setStage();
    const { path, code } = await stage.issue('client secret');
    const page = await stage.visitor.open(path);
    const elsewhere = createVisitor(stage.url);
    const own = await elsewhere.open(path);
    const attempts = [
      await createVisitor(stage.url).send(page, path, { code, secret: TYPED }),
      await elsewhere.send(page, path, { code, secret: TYPED }),
      await stage.visitor.send({ ...page, csrf: undefined }, path, { code, secret: TYPED }),
      await stage.visitor.send({ ...page, csrf: '' }, path, { code, secret: TYPED }),
      await stage.visitor.open(path, { method: 'POST' }),
    ];
    for (const attempt of attempts) {
      expect([attempt.status, attempt.outcome]).toEqual([403, 'stale form']);
      expect(attempt.text).toContain('This form was opened too long ago or elsewhere.');
      expect(attempt.text).toContain('Open the link again');
    }
    expect((await elsewhere.send(own, path, { code, secret: TYPED })).outcome).toBe('accepted');
  });

  test('gets a cookie that no script reads and no other site sends; with https only over https', async () => {
    await using plain = await setStage();
    const cookie = (await plain.visitor.open((await plain.issue('client secret')).path)).headers.getSetCookie()[0];
    expect(cookie).toMatch(/^form-[0-9a-f]{12}=[\w-]{43}; .*HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain('Secure');
    await using secure = await setStage({ publicUrl: 'https://enablement.northwind.example' });
    const answer = await secure.visitor.open((await secure.issue('client secret')).path);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-form-[0-9a-f]{12}=.*Path=\/; .*HttpOnly; Secure; SameSite=Strict$/);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
  });

  test('that is far too large, compressed, or of another kind is refused without being kept', async () => {
    await using stage = await setStage();
    const { path, code } = await stage.issue('client secret');
    const page = await stage.visitor.open(path);
    const huge = await stage.visitor.send(page, path, { code, secret: 'x'.repeat(64 * 1024) });
    expect([huge.status, huge.outcome]).toEqual([413, 'too large']);
    const post = (headers: Record<string, string>, body: string) =>
      stage.visitor.open(path, { method: 'POST', headers, body }).then(({ status }) => status);
    const urlencoded = 'application/x-www-form-urlencoded';
    expect(await post({ 'content-type': urlencoded, 'content-encoding': 'gzip' }, 'x')).toBe(415);
    expect(await post({ 'content-type': `${urlencoded}; charset=utf-7` }, 'a=b')).toBe(415);
    expect(await post({ 'content-type': 'application/json' }, JSON.stringify({ csrf: page.csrf, code, secret: TYPED }))).toBe(
      403,
    );
    expect(await post({ 'content-type': urlencoded }, Array.from({ length: 50 }, (_, i) => `f${i}=1`).join('&'))).toBe(413);
    expect((await stage.visitor.send(page, path, { code, secret: TYPED })).outcome).toBe('accepted');
  });

  test('with a field sent twice is asked for that field again', async () => {
    await using stage = await setStage();
    const { path, code } = await stage.issue('client secret');
    const page = await stage.visitor.open(path);
    const body = new URLSearchParams([
      ['csrf', page.csrf ?? ''],
      ['code', code],
      ['secret', 'one'],
      ['secret', 'two'],
      ['__proto__', 'x'],
    ]);
    const checked = await stage.visitor.open(path, { method: 'POST', body });
    expect(checked.status).toBe(422);
    expect(checked.text).toContain('data-error-for="secret"');
  });
});

describe('what does not exist or does not work', () => {
  test('a wrong method is told which ones there are', async () => {
    await using stage = await setStage();
    const { path } = await stage.issue('client secret');
    const deleted = await stage.visitor.open(path, { method: 'DELETE' });
    expect([deleted.status, deleted.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
    const posted = await stage.visitor.open(await stage.handOff(), { method: 'POST' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('an unknown address has a page', async () => {
    await using stage = await setStage();
    const page = await stage.visitor.open('/nowhere');
    expect(page.status).toBe(404);
    expect(page.text).toContain('There is no such page');
  });

  test('a bug of ours shows a number that is in the log, and neither stack nor secret, in page or log', async () => {
    await using stage = await setStage({
      ports: ({ links }) => ({
        links: { ...links, accept: (_t, _c, secret) => Promise.reject(new Error(`odd value ${secret.reveal()}`)) },
      }),
    });
    const { path, code } = await stage.issue('client secret');
    const broken = await stage.visitor.send(await stage.visitor.open(path), path, { code, secret: TYPED });
    expect([broken.status, broken.outcome]).toEqual([500, 'our fault']);
    const [, incident = 'none'] = /log as ([0-9a-f]{8})\./.exec(broken.text) ?? [];
    const log = stage.logged.join('\n');
    expect(log).toContain(`incident ${incident} POST /s/:token: Error: odd value [left out]`);
    expect(broken.text).not.toMatch(/odd value|\.ts|canary/);
    expect(log).not.toContain(TYPED);
    expect(log).not.toContain(path.slice(3));
  });

  test('whatever takes too long is answered all the same', async () => {
    const { promise: never } = Promise.withResolvers<undefined>();
    await using stage = await setStage({
      patience: seconds(0.05),
      ports: ({ links }) => ({ links: { ...links, look: () => never } }),
    });
    const slow = await stage.visitor.open(`/s/${'A'.repeat(43)}`);
    expect([slow.status, slow.outcome]).toEqual([503, 'too slow']);
  });
});

test('health is what the database says', async () => {
  let up = true;
  await using stage = await setStage({ healthy: () => (up ? Promise.resolve() : Promise.reject(new Error('down'))) });
  const healthy = await stage.visitor.open('/healthz');
  expect([healthy.status, healthy.text]).toEqual([200, '{"ok":true}']);
  up = false;
  const down = await stage.visitor.open('/healthz');
  expect([down.status, down.text]).toEqual([503, '{"ok":false}']);
});

test('the log has one line a request, with the route and not the token', async () => {
  await using stage = await setStage();
  const { path } = await stage.issue('client secret');
  await stage.visitor.open(path);
  await stage.visitor.open('/nowhere');
  await expect.poll(() => stage.logged.length).toBe(2);
  expect(stage.logged[0]).toMatch(/^GET \/s\/:token 200 \d+ms$/);
  expect(stage.logged[1]).toMatch(/^GET - 404 \d+ms$/);
});
