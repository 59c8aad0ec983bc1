import { deeds, minutes } from '@enablement/core';
import { sha256 } from '@enablement/core/testing';
import { expect, test } from 'vitest';
import { type Stage, setStage } from '../testing/stage.ts';

const FORMULA = '=HYPERLINK("http://evil.example")';

/** The page of Ada, who searched for the run there is, or for everything. */
async function issue({ world, id }: Stage, whole = false) {
  const expires = new Date(world.clock.now().getTime() + minutes(15));
  const enablements = whole ? undefined : [id];
  const about = whole ? '' : 'acme';
  const made = await world.auditPages.issue({ enablements, about, person: 'U0ADA', people: { U0ADA: 'Ada' }, expires });
  return { path: `/audit/${made.token.reveal()}`, code: made.code };
}

async function download(stage: Stage, { path, code }: { path: string; code: string }, format: 'CSV' | 'JSON') {
  const page = await stage.visitor.open(path);
  return stage.visitor.send(page, path, { code, format });
}

test('the page says what it holds, and gives nothing without the code', async () => {
  await using stage = await setStage();
  const { path } = await issue(stage);
  const page = await stage.visitor.open(path);
  expect(page.status).toBe(200);
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.text).toContain('15 minutes left');
  expect(page.text).not.toContain('U0ADA');
  for (const [code, problem] of [
    ['', 'Enter the six digits'],
    ['12', 'Enter the six digits'],
    ['000000', '4 attempts left'],
  ] as const) {
    const refused = await stage.visitor.send(page, path, { code, format: 'CSV' });
    expect([refused.status, refused.outcome]).toEqual([422, 'problems']);
    expect(refused.text).toContain(problem);
    expect(refused.text).not.toContain('enablement requested');
  }
});

test('CSV is a file for spreadsheets, in which nothing is a formula', async () => {
  await using stage = await setStage({ cspCompany: FORMULA });
  await stage.world.audit.record(
    deeds.refused('U0MALLORY', '+cancel', FORMULA, { enablement: stage.id, domain: '@acme.example' }),
  );
  const file = await download(stage, await issue(stage), 'CSV');
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(file.headers.get('content-disposition')).toBe('attachment; filename=audit-20260302T090000Z.csv');
  const [header, first, second, third] = file.text.split('\r\n');
  expect(header).toBe('number,time (UTC),who,who (id),action,outcome,CSP,domain,details,run,hash before,hash');
  expect(first).toMatch(/^1,2026-03-02T09:00:00\.000Z,Ada,U0ADA,enablement requested,done,"'=HYPERLINK\(""/);
  expect(second).toContain(",,U0MALLORY,'+cancel,refused,");
  expect(second).toContain(",'@acme.example,");
  expect(third).toContain('audit page issued');
  const cells = [...file.text.matchAll(/"((?:[^"]|"")*)"|[^,\r\n]+/g)].map(([cell, quoted]) => quoted ?? cell);
  expect(cells.length).toBeGreaterThan(30);
  expect(cells.filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
});

test('JSON holds each entry as it was hashed, names beside it, and the end of the chain', async () => {
  await using stage = await setStage();
  const file = await download(stage, await issue(stage), 'JSON');
  expect(file.headers.get('content-type')).toBe('application/json; charset=utf-8');
  const exported = JSON.parse(file.text);
  expect(exported).toMatchObject({
    exported: '2026-03-02T09:00:00.000Z',
    about: 'acme',
    people: { U0ADA: 'Ada' },
    runs: { [stage.id]: 'Acme Telecom' },
    chainEndsWith: await stage.world.audit.head(),
  });
  expect(exported.entries.map(({ entry }: { entry: { action: string } }) => entry.action)).toEqual([
    'enablement requested',
    'audit page issued',
    'audit downloaded',
  ]);
  const [{ entry, previous, hash }] = exported.entries;
  const { action, actor, at, details, outcome, seq, subject } = entry;
  const { clientId, coreHost, cspCompany, domains, portalUrl } = details;
  const sorted = {
    action,
    actor: { id: actor.id, kind: actor.kind },
    at,
    details: { clientId, coreHost, cspCompany, domains, portalUrl },
    outcome,
    seq,
    subject,
  };
  expect(hash).toBe(sha256(previous + JSON.stringify(sorted)));
});

test('everything has also what belongs to no run, and other runs are not in a search', async () => {
  await using stage = await setStage();
  await stage.world.audit.record(deeds.programStarted('bot', {}));
  await stage.world.audit.record(deeds.refused('U0EVE', 'cancel', 'no role', { enablement: 'another' }));
  const some = (await download(stage, await issue(stage), 'CSV')).text;
  expect(some).not.toMatch(/program started|U0EVE/);
  const whole = (await download(stage, await issue(stage, true), 'CSV')).text;
  expect(whole).toContain('program bot,bot,program started');
  expect(whole).toContain('U0EVE');
});

test('the page gives both files, closes after 15 minutes, and after five wrong codes', async () => {
  await using stage = await setStage();
  const link = await issue(stage);
  expect((await download(stage, link, 'CSV')).status).toBe(200);
  expect((await download(stage, link, 'JSON')).status).toBe(200);

  const guessed = await issue(stage);
  const outcomes = [];
  const page = await stage.visitor.open(guessed.path);
  for (let n = 0; n < 6; n++)
    outcomes.push((await stage.visitor.send(page, guessed.path, { code: '000000', format: 'CSV' })).outcome);
  expect(outcomes).toEqual(['problems', 'problems', 'problems', 'problems', 'locked', 'locked']);

  stage.wait(minutes(15));
  const late = await stage.visitor.open(link.path);
  expect([late.status, late.outcome]).toEqual([410, 'expired']);
  expect(late.text).toContain('ask for the audit once more');
  expect((await stage.visitor.open(`/audit/${'A'.repeat(43)}`)).status).toBe(404);
});

test('who opened a page is audited, a look by a program that follows links is not', async () => {
  await using stage = await setStage();
  const { path } = await stage.issue('client secret');
  await stage.visitor.open(path, { method: 'HEAD' });
  const opened = () =>
    stage.world.audit.all.filter(({ entry }) => entry.action.endsWith('page opened')).map(({ entry }) => entry.action);
  expect(opened()).toEqual([]);
  await stage.visitor.open(path);
  await stage.visitor.open(path);
  await stage.visitor.open(await stage.handOff());
  expect(opened()).toEqual(['page opened', 'Acrobits’ page opened']);
});
