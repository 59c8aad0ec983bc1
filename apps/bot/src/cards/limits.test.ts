import { BASE_STEPS, DOMAIN_STEPS, type DomainState, type Enablement, type StepName, type StepState } from '@enablement/core';
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

const domain: fc.Arbitrary<Omit<DomainState, 'domain'>> = fc.record({
  wantedBy: fc.constantFrom('U0OLIVIA', 'W0ADA'),
  status: fc.constantFrom('wanted', 'running', 'synchronized', 'cancelled'),
  round: fc.integer({ min: 1, max: 3 }),
  outcome: fc.constantFrom(undefined, 'created', 'already existed'),
  steps: stepsFrom(DOMAIN_STEPS),
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
  steps: stepsFrom(BASE_STEPS),
  domains: fc.tuple(fc.array(domain, { maxLength: 8 }), fc.constantFrom(1, 40), fc.boolean()).map(([some, times, long]) =>
    Array.from({ length: times }, () => some)
      .flat()
      .map((one, n) => ({ ...one, domain: nameOf(n, long) })),
  ),
  letters: fc.constant([]),
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
