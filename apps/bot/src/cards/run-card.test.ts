import { BASE_STEPS, type Enablement, type StepState } from '@enablement/core';
import { describe, expect, test } from 'vitest';
import { ACTION } from './buttons.ts';
import { headline, runCard } from './run-card.ts';

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
  requestedBy: 'U0OLIVIA',
  responsible: 'U0OLIVIA',
  requestedAt: SINCE,
  steps: [step('Prerequisites gathered', 'done'), step('Client secret received', 'waiting', 'whoever holds the client secret')],
  domains: [],
  letters: [],
  version: 3,
  ...change,
});

const ordered = { wantedBy: 'U0OLIVIA', round: 1 };

const words = (card: ReturnType<typeof runCard>) => JSON.stringify(card.blocks);
const buttons = (card: ReturnType<typeof runCard>): string[] =>
  card.blocks.flatMap((block) =>
    block.type === 'actions'
      ? block.elements.map((element) => ('text' in element && element.text ? element.text.text : element.type))
      : [],
  );

describe('the card of a run', () => {
  test('shows every step in order, those ahead too, and who is waited for since when', () => {
    const text = words(runCard(enablement()));
    const places = BASE_STEPS.map((name) => text.indexOf(name));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(text).toContain('waiting for whoever holds the client secret since <!date^');
  });

  test('escapes what people typed', () => {
    // The header is plain text, where Slack reads no mark-up; the text of notifications is not.
    expect(runCard(enablement()).text).toContain('Northwind &lt;Telecom&gt; &amp; Co');
    expect(runCard(enablement({ steps: [step('Prerequisites checked', 'problem', '<!channel> bad', '& go')] })).blocks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ text: expect.objectContaining({ text: expect.stringContaining('&lt;!channel&gt; bad') }) }),
      ]),
    );
  });

  test('a domain that waits has its button, a stuck one another, a finished one none', () => {
    const card = runCard(
      enablement({
        status: 'enabled',
        answer: { cloudId: 'NSACME', messagingHost: 'api.example' },
        steps: [step('Base enablement complete', 'done')],
        domains: [
          { ...ordered, domain: 'acme.example', status: 'synchronized', outcome: 'created', steps: [] },
          { ...ordered, domain: 'globex.example', status: 'synchronized', outcome: 'already existed', steps: [] },
          {
            ...ordered,
            domain: 'initech.example',
            status: 'wanted',
            steps: [step('Office Manager credentials received', 'waiting', 'x')],
          },
          {
            ...ordered,
            domain: 'umbrella.example',
            status: 'running',
            steps: [step('Domain provisioned at Acrobits', 'problem', 'Acrobits refused.', 'Ask them.')],
          },
        ],
      }),
    );
    expect(buttons(card)).toEqual(
      expect.arrayContaining(['Enter credentials: initech.example', 'Try again: umbrella.example', 'overflow']),
    );
    expect(words(card)).toContain('`acme.example`: created (201)');
    expect(words(card)).toContain('`globex.example`: already existed (200)');
    expect(words(card)).toContain('Acrobits refused.');
    expect(headline(enablement({ status: 'enabled', answer: { cloudId: 'NSACME', messagingHost: 'h' } }))).toBe(
      'Enabled under cloudId NSACME',
    );
  });

  test('when whoever answers for it lost the right, it asks for somebody else', () => {
    const lost = { ...step('Acrobits contacted', 'problem', 'has left', 'take over'), asks: 'take over' } as const;
    expect(buttons(runCard(enablement({ steps: [lost] })))).toEqual(expect.arrayContaining(['Take over', 'Try again', 'Cancel']));
    const domains = [{ ...ordered, domain: 'acme.example', status: 'running', steps: [lost] }] as const;
    expect(buttons(runCard(enablement({ status: 'enabled', domains })))).toContain('Take over');
    expect(words(runCard(enablement({ responsible: 'U0ADA' })))).toContain('taken over by <@U0ADA>');
    expect(words(runCard(enablement()))).not.toContain('taken over');
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
    expect(words(runCard(enablement({ status: 'enabled', domains: [again] })))).toContain(
      '200, which does not prove that Acrobits took the new password',
    );
  });

  test('fifty waiting domains fit: a menu instead of buttons, and no section over Slack’s limit', () => {
    const domains = Array.from({ length: 50 }, (_, n) => ({
      ...ordered,
      domain: `${'d'.repeat(50)}${n}.example`,
      status: 'wanted' as const,
      steps: [
        step('Office Manager credentials received', 'waiting', 'x'),
        step('Office Manager credentials proved', 'problem', 'p'.repeat(200), 't'.repeat(200)),
      ],
    }));
    const card = runCard(enablement({ status: 'enabled', domains }));
    expect(card.blocks.length).toBeLessThanOrEqual(50);
    for (const block of card.blocks) if (block.type === 'section') expect(block.text?.text.length).toBeLessThanOrEqual(3000);
    expect(words(card)).toContain(ACTION.chooseDomain);
  });
});
