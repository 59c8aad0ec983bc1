import {
  type Approval,
  BASE,
  DOMAIN,
  type DomainState,
  type Enablement,
  type Plan,
  type StepName,
  type StepState,
} from '@enablement/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overLimits } from '../testing/limits.ts';
import { runCard } from './run-card.ts';

const since = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
const said = fc.option(fc.string({ maxLength: 4000, unit: fc.constantFrom('a', '<', '&', ' ', '*', 'é', '\n') }), {
  nil: undefined,
});

const stepsFrom = (names: readonly StepName[]): fc.Arbitrary<StepState[]> =>
  fc
    .array(
      fc.record({
        name: fc.constantFrom(...names),
        status: fc.constantFrom('ahead', 'running', 'waiting', 'problem', 'done'),
        detail: said,
        todo: said,
        asks: fc.constantFrom(undefined, 'take over'),
        since,
      }),
      { maxLength: names.length },
    )
    .map((steps) => [...new Map(steps.map((step) => [step.name, step])).values()]);

const vote = fc.record({ by: fc.constantFrom('U0ADAM', 'W0ADA'), at: since });
const reasoned = fc.option(
  fc.tuple(vote, fc.string({ maxLength: 3000 })).map(([given, reason]) => ({ ...given, reason })),
  { nil: undefined },
);
const approval: fc.Arbitrary<Approval | undefined> = fc.option(
  fc.record({
    status: fc.constantFrom('asked', 'approved', 'rejected'),
    fingerprint: fc.constant('0123456789abcdef'),
    needed: fc.integer({ min: 1, max: 5 }),
    votes: fc.array(vote, { maxLength: 5 }),
    askedAt: since,
    until: since,
    askedVersion: fc.nat(),
    rejected: reasoned,
    glassBroken: reasoned,
  }),
  { nil: undefined },
);
const words = fc.string({ maxLength: 500, unit: fc.constantFrom('a', '<', '&', ' ') });
const plan: fc.Arbitrary<Plan | undefined> = fc.option(
  fc.record({
    to: fc.constant('contact@acrobits.example'),
    sends: fc.array(fc.record({ name: words, value: words }), { maxLength: 9 }),
    checks: fc.array(words, { maxLength: 5 }),
    domains: fc
      .array(
        fc.record({
          domain: fc.constant(`${'d'.repeat(60)}.example`),
          outlook: fc.constantFrom('already there', 'new', 'unknown'),
          why: words,
        }),
        { maxLength: 5 },
      )
      .chain((some) => fc.constantFrom(some, Array.from({ length: 200 }, () => some).flat())),
    fingerprint: fc.constant('0123456789abcdef'),
  }),
  { nil: undefined },
);

const domain: fc.Arbitrary<Omit<DomainState, 'domain'>> = fc.record({
  plan,
  approval,
  wantedBy: fc.constantFrom('U0OLIVIA', 'W0ADA'),
  status: fc.constantFrom('wanted', 'running', 'synchronized', 'cancelled'),
  round: fc.integer({ min: 1, max: 3 }),
  outcome: fc.constantFrom(undefined, 'created', 'already existed'),
  steps: stepsFrom(Object.values(DOMAIN)),
});

/** A domain name may have 253 letters. */
const nameOf = (n: number, long: boolean) => `${long ? `${'d'.repeat(60)}.`.repeat(3) : ''}d${n}.example`;

const enablement: fc.Arbitrary<Enablement> = fc.record({
  id: fc.uuid(),
  status: fc.constantFrom('running', 'enabled', 'cancelled'),
  prerequisites: fc.record({
    cspCompany: fc.string({ minLength: 1, maxLength: 200 }),
    contactName: fc.constant('Alex Example'),
    contactEmail: fc.constant('ops@northwind.example'),
    contactPhone: fc.constant(undefined),
    portalUrl: fc.constantFrom('https://portal.northwind.example', `https://${'p'.repeat(60)}.${'q'.repeat(60)}.example`),
    coreHost: fc.constant('core1.northwind.example'),
    clientId: fc.constant('acrobits-softphone'),
  }),
  team: fc.constant('T0NORTH'),
  requestedBy: fc.constant('U0OLIVIA'),
  responsible: fc.constantFrom('U0OLIVIA', 'U0ADA'),
  requestedAt: since,
  answer: fc.constantFrom(undefined, { cloudId: 'NSACME', messagingHost: 'api.example' }),
  steps: stepsFrom(Object.values(BASE)),
  domains: fc.tuple(fc.array(domain, { maxLength: 8 }), fc.constantFrom(1, 40), fc.boolean()).map(([some, times, long]) =>
    Array.from({ length: times }, () => some)
      .flat()
      .map((one, n) => ({ ...one, domain: nameOf(n, long) })),
  ),
  plan,
  approval,
  told: fc.constant(undefined),
  snoozed: fc.option(fc.record({ until: since, by: fc.constant('U0OLIVIA') }), { nil: undefined }),
  letters: fc.array(
    fc.record({
      kind: fc.constantFrom('follow-up', 'correction', 'withdrawal'),
      number: fc.integer({ min: 1, max: 9 }),
      by: fc.constant('U0OLIVIA'),
      orderedAt: since,
      sentAt: fc.option(since, { nil: undefined }),
      trouble: said,
    }),
    { maxLength: 30 },
  ),
  version: fc.nat(),
});

test.each(['rich', 'plain'] as const)('the %s card keeps to Slack’s limits in every state that a run can be in', (look) => {
  fc.assert(
    fc.property(enablement, (run) => {
      expect(overLimits(runCard(run, look).blocks)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
