import { BASE_STEPS, type Enablement, headline, type StepState } from '@enablement/core';
import { describe, expect, test } from 'vitest';
import { cardToRead, runCard } from './run-card.ts';

const SINCE = new Date('2026-03-02T09:00:00Z');

const step = (name: StepState['name'], status: StepState['status'], detail?: string, todo?: string): StepState => ({
  name,
  status,
  detail,
  todo,
  since: SINCE,
});

const enablement = (change: Partial<Enablement> = {}): Enablement => ({
  id: 'e1',
  status: 'running',
  prerequisites: {
    cspCompany: 'Northwind <Telecom> & Co',
    contactName: 'Alex Example',
    contactEmail: 'ops@northwind.example',
    contactPhone: undefined,
    portalUrl: 'https://portal.northwind.example',
    coreHost: 'core1.northwind.example',
    clientId: 'acrobits-softphone',
  },
  team: 'T0NORTH',
  requestedBy: 'U0OLIVIA',
  responsible: 'U0OLIVIA',
  requestedAt: SINCE,
  steps: [step('Prerequisites gathered', 'done'), step('Client secret received', 'waiting', 'whoever holds the client secret')],
  domains: [],
  letters: [],
  version: 3,
  ...change,
});

const CREDENTIALS = 'Office Manager credentials received';
const ordered = { wantedBy: 'U0OLIVIA', round: 1 };

const words = (card: ReturnType<typeof runCard>) => JSON.stringify(card.blocks);
/** Where the last row of the domains ends: what stands behind it are buttons, which name domains too. */
const lastRow = (card: ReturnType<typeof runCard>): number => words(card).indexOf('"type":"actions"');
const buttons = (card: ReturnType<typeof runCard>): string[] =>
  card.blocks.flatMap((block) =>
    block.type === 'actions'
      ? block.elements.map((element) => ('text' in element && element.text ? element.text.text : element.type))
      : [],
  );

describe.each(['rich', 'plain'] as const)('the card of a run, %s', (look) => {
  const cardOf = (change?: Partial<Enablement>) => runCard(enablement(change), look);

  test('shows every step in order, those ahead too, and who is waited for since when', () => {
    const text = words(cardOf());
    const places = BASE_STEPS.map((name) => text.indexOf(name));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(text).toContain('*Waiting for whoever holds the client secret*\\nsince <!date^');
    expect(text).toContain('waiting for whoever holds the client secret');
  });

  test('escapes what people typed', () => {
    // The header is plain text, where Slack reads no mark-up; the text of notifications is not.
    expect(cardOf().text).toContain('Northwind &lt;Telecom&gt; &amp; Co');
    expect(cardOf({ steps: [step('Prerequisites checked', 'problem', '<!channel> bad', '& go')] }).blocks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ text: expect.objectContaining({ text: expect.stringContaining('&lt;!channel&gt; bad') }) }),
      ]),
    );
  });

  test('a domain that waits has its button, a stuck one another, a finished one none', () => {
    const card = cardOf({
      status: 'enabled',
      answer: { cloudId: 'NSACME', messagingHost: 'api.example' },
      steps: [step('Base enablement complete', 'done')],
      domains: [
        { ...ordered, domain: 'acme.example', status: 'synchronized', outcome: 'created', steps: [] },
        { ...ordered, domain: 'globex.example', status: 'synchronized', outcome: 'already existed', steps: [] },
        { ...ordered, domain: 'initech.example', status: 'wanted', steps: [step(CREDENTIALS, 'waiting', 'x')] },
        {
          ...ordered,
          domain: 'umbrella.example',
          status: 'running',
          steps: [step('Domain provisioned at Acrobits', 'problem', 'Acrobits refused.', 'Ask them.')],
        },
      ],
    });
    expect(buttons(card)).toEqual(
      expect.arrayContaining(['Enter credentials: initech.example', 'Try again: umbrella.example', 'overflow']),
    );
    expect(words(card)).toContain('4 domains: 1 need attention · 1 waiting · 1 already existed (200) · 1 created (201)');
    expect(words(card)).toContain('Acrobits refused.');
    expect(words(card)).toContain('→ Ask them.');
    const places = ['umbrella', 'initech', 'globex', 'acme'].map((name) =>
      words(card).lastIndexOf(`${name}.example`, lastRow(card)),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(headline(enablement({ status: 'enabled', answer: { cloudId: 'NSACME', messagingHost: 'h' } }))).toBe(
      'Enabled under cloudId NSACME',
    );
  });

  test('when whoever answers for it lost the right, it asks for somebody else', () => {
    const lost = { ...step('Acrobits contacted', 'problem', 'has left', 'take over'), asks: 'take over' } as const;
    expect(buttons(cardOf({ steps: [lost] }))).toEqual(expect.arrayContaining(['Take over', 'Try again', 'Cancel']));
    const domains = [{ ...ordered, domain: 'acme.example', status: 'running', steps: [lost] }] as const;
    expect(buttons(cardOf({ status: 'enabled', domains }))).toContain('Take over');
    expect(words(cardOf({ responsible: 'U0ADA' }))).toContain('taken over by <@U0ADA>');
    expect(words(cardOf())).not.toContain('taken over');
  });

  test('a domain that was provisioned again says what its 200 does not prove', () => {
    const again = {
      ...ordered,
      round: 2,
      domain: 'acme.example',
      status: 'synchronized',
      outcome: 'already existed',
      steps: [],
    } as const;
    expect(words(cardOf({ status: 'enabled', domains: [again] }))).toContain(
      '200, which does not prove that Acrobits took the new password',
    );
  });

  test('a thousand domains are told in a line, and those that need somebody are shown', () => {
    const done = Array.from({ length: 997 }, (_, n) => ({
      ...ordered,
      domain: `fine${n}.example`,
      status: 'synchronized' as const,
      outcome: 'created' as const,
      steps: [],
    }));
    const stuck = ['bad.example', 'worse.example', 'worst.example'].map((domain) => ({
      ...ordered,
      domain,
      status: 'running' as const,
      steps: [step('Domain provisioned at Acrobits', 'problem', 'Acrobits refused.', 'Ask them.')],
    }));
    const card = cardOf({ status: 'enabled', domains: [...done, ...stuck] });
    expect(words(card)).toContain('1,000 domains: 3 need attention · 997 created (201)');
    for (const { domain } of stuck) expect(words(card)).toContain(domain);
    expect(words(card)).toContain('all 1,000 stand on the run’s page');
    expect(words(card)).not.toContain('fine500.example');
  });
});

test('steps are tasks of a plan where the workspace has plans, each with its state', () => {
  const steps = [
    step('Prerequisites gathered', 'done', 'all there'),
    step('Client secret received', 'waiting', 'whoever holds it'),
    step('Prerequisites checked', 'problem', 'It does not resolve.', 'Correct it.'),
  ];
  const plan = runCard(enablement({ steps })).blocks.find(({ type }) => type === 'plan');
  expect(plan).toMatchObject({
    title: 'Base enablement: 1 of 7 steps done',
    tasks: [
      { title: 'Prerequisites gathered', status: 'complete' },
      { title: 'Client secret received', status: 'in_progress' },
      { title: 'Prerequisites checked', status: 'error' },
      ...BASE_STEPS.slice(3).map((title) => ({ title, status: 'pending' })),
    ],
  });
  expect(runCard(enablement({ steps }), 'plain').blocks.map(({ type }) => type)).not.toContain('plan');
});

test('in a form nothing of it can be pressed', () => {
  const read = JSON.stringify(cardToRead(enablement()));
  expect(read).toContain('Waiting for whoever holds the client secret');
  expect(read).not.toContain('action_id');
});
