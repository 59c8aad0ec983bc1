import type { Person } from '../ports/register.ts';
import type { Rollout, RolloutOrder, Settlement, Turn } from '../ports/rollouts.ts';
import { ROLL_OUT } from '../rollout/names.ts';
import { actorOf } from './deeds.ts';
import type { Audited } from './entry.ts';

const about = ({ portalUrl, cloudId, fingerprint, canary }: RolloutOrder) => ({
  portalUrl,
  cloudId,
  plan: fingerprint.slice(0, 12),
  canary,
});
const subjectOf = ({ enablement }: RolloutOrder, domain?: string) => ({
  ...(enablement === undefined ? {} : { enablement }),
  ...(domain === undefined ? {} : { domain }),
});

export const rolloutBegun = (id: string, order: RolloutOrder, domains: number): Audited => ({
  actor: actorOf(order.by),
  action: 'roll-out begun',
  subject: subjectOf(order),
  outcome: 'done',
  details: { ...about(order), rollout: id, domains },
  key: { rolloutBegun: id },
});

export const rolloutBusy = (order: RolloutOrder, other: string): Audited => ({
  actor: actorOf(order.by),
  action: 'roll-out begun',
  subject: subjectOf(order),
  outcome: 'refused',
  details: { ...about(order), why: 'another roll-out of this environment is not finished', other },
});

const WORDS: Readonly<Record<Turn, string>> = {
  pause: 'roll-out paused',
  resume: 'roll-out resumed',
  continue: 'roll-out continued after its canary',
  retry: 'roll-out tried again',
  cancel: 'roll-out cancelled',
};

export const rolloutTurned = (rollout: Rollout, turn: Turn, by: Person): Audited => ({
  actor: actorOf(by),
  action: WORDS[turn],
  subject: subjectOf(rollout),
  outcome: 'done',
  details: { rollout: rollout.id },
});

export const rolloutEnded = (rollout: Rollout, status: string, said: string): Audited => ({
  actor: { kind: 'workflow', id: ROLL_OUT },
  action: `roll-out ${status}`,
  subject: subjectOf(rollout),
  outcome: 'done',
  details: { rollout: rollout.id, said },
  key: { rolloutEnded: rollout.id, stint: rollout.stint, status },
});

/** Only what ends a try: a domain that is tried again later is no deed yet. */
export function domainSettled(
  rollout: RolloutOrder & { readonly id: string; readonly stint: number },
  settled: Settlement,
): readonly Audited[] {
  if (settled.status === 'ahead') return [];
  const { status, outcome, domain, place } = settled;
  return [
    {
      actor: { kind: 'workflow', id: ROLL_OUT },
      action: `domain ${status} by a roll-out`,
      subject: subjectOf(rollout, domain),
      outcome: status === 'failed' ? 'failed' : 'done',
      details: { rollout: rollout.id, ...(outcome === undefined ? {} : { outcome }) },
      key: { rolloutDomain: rollout.id, place, stint: rollout.stint, status },
    },
  ];
}
