import { days, type Report } from '@enablement/core';
import { describe, expect, test } from 'vitest';
import { setStage } from '../testing/stage.ts';

const at = new Date('2026-03-02T09:00:00Z');
const finding = { target: 'NSACME', severity: 'blocking', owner: 'NetSapiens operator', expected: 'what is right', at } as const;
const REPORT: Report = {
  kind: 'acrobits',
  name: 'NSACME',
  startedAt: at,
  endedAt: at,
  findings: [
    { ...finding, check: 'portal-answers', title: 'The portal answers', status: 'passed', seen: 'It answered.', fix: '' },
    { ...finding, check: 'core-sip', title: 'The core answers', status: 'unknown', seen: 'Silence.', fix: 'Ask again.' },
    {
      ...finding,
      check: 'oauth-client',
      title: 'The client is known',
      status: 'failed',
      seen: 'It is <i>not</i>.',
      fix: 'Add it.',
    },
    {
      ...finding,
      severity: 'warning',
      check: 'device-names',
      title: 'Devices have names',
      status: 'failed',
      seen: 'Two do not.',
      fix: 'Name them.',
    },
  ],
};

describe('the page of a report', () => {
  test('tells the result in a sentence, then what to do, the worst first, then everything', async () => {
    await using stage = await setStage();
    stage.reports.set('e1', REPORT);
    const page = await stage.visitor.open(`/reports/${stage.reportPages.issue('e1').token.reveal()}`);
    expect([page.status, page.outcome]).toEqual([200, 'open']);
    expect(page.text).toContain('Is NSACME ready for Acrobits Cloud Softphone?');
    expect(page.text).toMatch(/1 passed<\/strong>, <strong>2 failed<\/strong>, <strong>1 could not be told/);
    const places = ['The client is known.', 'Devices have names.', 'The core answers.', 'Everything that was checked'].map(
      (words) => page.text.indexOf(words),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(page.text).toContain('Add it. <em>For: NetSapiens operator.</em>');
    expect(page.text).toContain('It is &lt;i>not&lt;/i>.');
  });

  test('when all is well it says that there is nothing to do', async () => {
    await using stage = await setStage();
    stage.reports.set('e1', { ...REPORT, findings: REPORT.findings.slice(0, 1) });
    const page = await stage.visitor.open(`/reports/${stage.reportPages.issue('e1').token.reveal()}`);
    expect(page.text).toContain('There is nothing to do.');
    expect(page.text).not.toContain('What to do');
  });

  test('is too old after a week, says when nothing was checked, and forged addresses lead nowhere', async () => {
    await using stage = await setStage();
    const path = `/reports/${stage.reportPages.issue('e1').token.reveal()}`;
    const empty = await stage.visitor.open(path);
    expect([empty.status, empty.outcome]).toEqual([404, 'no report']);
    stage.reports.set('e1', REPORT);
    expect((await stage.visitor.open(`${path.slice(0, -2)}xx`)).outcome).toBe('unknown');
    expect((await stage.visitor.open(path, { method: 'POST' })).status).toBe(405);
    stage.wait(days(8));
    expect((await stage.visitor.open(path)).outcome).toBe('expired');
  });
});
