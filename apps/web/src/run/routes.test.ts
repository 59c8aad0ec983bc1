import { DOMAIN, days, domainRun, minutes, Secret } from '@enablement/core';
import { expect, test } from 'vitest';
import { CLIENT_SECRET, type Stage, setStage } from '../testing/stage.ts';

const text = (html: string): string =>
  html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll(/\s+/g, ' ');

async function withProblem({ world, id }: Stage): Promise<void> {
  await world.register.note(id, 'Client secret received', { status: 'done', detail: 'fingerprint 9c1e', occasion: 'a' });
  const problem = { detail: 'core1.acme.example does not resolve.', todo: 'Correct the values.' };
  await world.register.note(id, 'Prerequisites checked', { status: 'problem', ...problem, occasion: 'b' });
}

test('the page says what the card says: the state and its clock, what is wrong and what to do, every step, by name and not by id', async () => {
  await using stage = await setStage();
  await withProblem(stage);
  const page = await stage.visitor.open(stage.runPage());
  expect([page.status, page.outcome]).toEqual([200, 'shown']);
  const words = text(page.text);
  expect(words).toContain('Needs attention: Prerequisites checked since 2 March 2026 at 09:00 UTC');
  expect(words).toContain('core1.acme.example does not resolve. Correct the values.');
  expect(words).toContain('Client secret received done fingerprint 9c1e');
  expect(words).toContain('Base enablement complete to come');
  expect(words).toContain('acme.example ○ starts when Acrobits’ values are stored');
  expect(words).toContain('by Ada Almeida');
  expect(words).toContain('Enablement requested');
  expect(page.text).not.toMatch(/U0[A-Z]+/);
  expect(page.text).not.toContain(stage.id.padEnd(3, '"'));
});

test('domains stand there all, the worst first, with a line that counts them', async () => {
  await using stage = await setStage();
  const { world, id } = stage;
  await world.register.want(
    id,
    Array.from({ length: 300 }, (_, n) => `d${n}.example`),
    'U0ADA',
  );
  await world.register.enable(id, { cloudId: 'NSACME', messagingHost: 'api.example' });
  await world.register.settleDomain(id, 'd1.example', { status: 'synchronized', outcome: 'already existed' });
  await world.register.settleDomain(id, 'd2.example', { status: 'synchronized', outcome: 'created' });
  await world.register.note(domainRun(id, 'd299.example'), DOMAIN.provisioned, {
    status: 'problem',
    detail: 'Refused.',
    todo: 'Ask.',
  });
  const { text: html } = await stage.visitor.open(stage.runPage());
  expect(text(html)).toContain('302 domains: 1 need attention · 299 ahead · 1 already existed (200) · 1 created (201)');
  const rows = [...html.matchAll(/<th scope="row">([^<]+)</g)].map(([, domain]) => domain);
  expect(rows).toHaveLength(302);
  expect([rows[0], ...rows.slice(-2)]).toEqual(['d299.example', 'd1.example', 'd2.example']);
});

test('no secret is on it, and what people typed is text', async () => {
  await using stage = await setStage({ cspCompany: '<img src=x onerror=alert(1)>' });
  await stage.world.vault.keep({ owner: stage.id, field: 'client secret' }, new Secret(CLIENT_SECRET));
  const page = await stage.visitor.open(stage.runPage());
  expect(page.text).not.toContain(CLIENT_SECRET);
  expect(page.text).not.toContain('<img');
  expect(page.headers.get('content-security-policy')).toContain("connect-src 'self'");
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
});

test('without a script the page loads itself again', async () => {
  await using stage = await setStage();
  expect((await stage.visitor.open(stage.runPage())).text).toContain(
    '<noscript><meta http-equiv="refresh" content="15"/></noscript>',
  );
});

test.each([
  ['after its time', 410, 'expired', (path: string) => path, days(3)],
  ['with another signature', 404, 'unknown', (path: string) => `${path.slice(0, -4)}AAAA`, 0],
  ['cut short', 404, 'unknown', (path: string) => path.slice(0, -10), 0],
  ['of a run that is not there', 404, 'unknown', (_path: string, { runPage }: Stage) => runPage('e99'), 0],
] as const)('an address %s opens nothing, nor does its stream', async (_what, status, outcome, change, wait) => {
  await using stage = await setStage();
  const path = change(stage.runPage(), stage);
  stage.wait(wait);
  const page = await stage.visitor.open(path);
  expect([page.status, page.outcome]).toEqual([status, outcome]);
  expect(text(page.text)).toContain('“Show as a page” on the run’s card gives a new link.');
  if (outcome !== 'unknown' || !path.includes('ZTk5')) {
    const live = await stage.visitor.open(`${path}/live`);
    expect(live.status).toBe(status);
  }
});

test('a change of the run is told to who has the page open, and nothing else is', async () => {
  await using stage = await setStage();
  const controller = new AbortController();
  const response = await fetch(`${stage.url}${stage.runPage()}/live`, { signal: controller.signal });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const until = async (sign: string) => {
    while (!heard.includes(sign)) heard += (await reader?.read())?.value ?? '';
  };
  await until(':\n\n');
  stage.happened();
  await until(':\n\n:');
  expect(heard).not.toContain('changed');
  await withProblem(stage);
  stage.happened();
  stage.happened();
  await until('event: changed');
  expect(heard.match(/event: changed/g)).toHaveLength(1);
  controller.abort();
});

test('only looking is possible', async () => {
  await using stage = await setStage();
  const page = await stage.visitor.open(stage.runPage(), { method: 'POST' });
  expect([page.status, page.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  stage.wait(minutes(1));
  expect((await stage.visitor.open('/runs/')).status).toBe(404);
});
