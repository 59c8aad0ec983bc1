import {
  type Ballot,
  type Begun,
  type CustomerPlans,
  type CustomerRuns,
  type KeptPlan,
  type Person,
  Refused,
  type Said,
  type Team,
} from '@enablement/core';

/** What the people of one workspace can do about customers' plans: about their own. */
export interface CustomersDesk {
  /** Platforms that this bot has a credential for. */
  readonly portals: readonly string[];
  ask(plan: Pick<KeptPlan, 'room' | 'by' | 'portalUrl' | 'source'>, key: string): Promise<string>;
  discard(id: string, by: Person): Promise<boolean>;
  say(id: string, fingerprint: string, said: Said): Promise<Ballot>;
  /** `settled`: it is not the plan that was shown, or not approved, or was applied before. */
  apply(id: string, fingerprint: string, by: Person): Promise<Begun | { readonly outcome: 'settled' }>;
}

export interface CustomersDeps {
  readonly portals: readonly string[];
  readonly plans: CustomerPlans;
  readonly runs: Pick<CustomerRuns, 'begin'>;
  readonly now: () => Date;
  /** Throws `Refused` when there is no credential (any more). */
  readonly hasCredential: (portalUrl: string) => void;
}

export function customersDesk({ portals, plans, runs, now, hasCredential }: CustomersDeps, team: Team): CustomersDesk {
  const theirs = async (id: string): Promise<KeptPlan | undefined> => {
    const kept = await plans.get(id);
    return kept?.team === team ? kept : undefined;
  };
  return {
    portals,
    ask: (plan, key) => plans.ask({ ...plan, team }, key),
    discard: async (id, by) => (await theirs(id)) !== undefined && (await plans.discard(id, by)),
    say: async (id, fingerprint, said) =>
      (await theirs(id)) === undefined ? { outcome: 'not asked' } : await plans.say(id, fingerprint, said),
    async apply(id, fingerprint, by) {
      const kept = await theirs(id);
      if (kept?.status !== 'made' || kept.file === undefined || kept.fingerprint !== fingerprint) return { outcome: 'settled' };
      const { file, portalUrl, approval } = kept;
      if (approval !== undefined && !(approval.status === 'approved' && approval.until > now()))
        throw new Refused(
          'This plan is not approved, or not any more.',
          'Discard it and make the plan again; then approvers are asked.',
        );
      hasCredential(portalUrl);
      // Begun first: whoever clicks again after a crash in between gets the same run.
      const begun = await runs.begin({ file, portalUrl, allowDelete: false, fingerprint, by });
      if (begun.outcome !== 'busy') await plans.applying(id, begun.id);
      return begun;
    },
  };
}
