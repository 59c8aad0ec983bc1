import { createHash } from 'node:crypto';
import {
  applyCustomer,
  type Clock,
  type CustomerPorts,
  type CustomerRun,
  enableWanted,
  judge,
  portalUrl as PortalUrl,
  type Register,
  type Right,
  type Team,
} from '@enablement/core';
import type { Fetch } from '@enablement/gateways/net';
import { createCustomerPlatform, loginOf } from '@enablement/gateways/netsapiens/customers';
import { createCustomerPlans, createCustomerRuns, type Database } from '@enablement/gateways/postgres';
import type { Outboxes } from '../cards/outboxes.ts';
import type { SlackPeople } from '../people/slack-people.ts';
import { policyOf } from '../policy.ts';
import type { Settings } from '../settings.ts';
import type { Workspaces } from '../workspaces/workspaces.ts';
import { type CustomersDesk, customersDesk } from './desk.ts';
import { PlanCards } from './plan-cards.ts';

export interface CustomersParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly fetch: Fetch;
  readonly settings: Settings;
  readonly workspaces: Workspaces;
  readonly outboxes: Outboxes;
  readonly people: Pick<SlackPeople, 'standing'>;
  readonly register: Pick<Register, 'list' | 'want'>;
  readonly env: NodeJS.ProcessEnv;
}

/** Customers' domains in the chat: plans that a team looks at, the workflow that applies them, and their cards. */
export function customers({ db, clock, fetch, settings, workspaces, outboxes, people, register, env }: CustomersParts) {
  const plans = createCustomerPlans({ db, clock });
  const runs = createCustomerRuns({ db, clock, startIn: 'outbox' });
  const platform: Pick<CustomerPorts, 'customers' | 'platformLogin' | 'hash'> = {
    customers: createCustomerPlatform({ fetch, clock }),
    platformLogin: async (portalUrl) => loginOf(portalUrl, env),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  };
  const portals = portalsOf(env);

  /** Both whoever ordered it and those who approved it may still do so, asked in the step before anything is written. */
  async function lostRight({ id, by }: CustomerRun): Promise<string | undefined> {
    const kept = await plans.ofRun(id);
    if (kept === undefined) return undefined;
    const may = async (person: string, right: Right) => judge(right, await people.standing(person, kept.team)).may;
    if (!(await may(by, 'apply a plan')))
      return 'Whoever applied it may not any more, so nothing was done. Make the plan again, and somebody else applies it.';
    const votes = await Promise.all((kept.approval?.votes ?? []).map((vote) => may(vote.by, 'approve what leaves')));
    return votes.includes(false)
      ? 'Somebody who approved it may not any more, so nothing was done. Make the plan again.'
      : undefined;
  }

  return {
    workflow: applyCustomer({ ...platform, customerRuns: runs, lostRight, enable: (run) => enableWanted({ register }, run) }),
    desk: (team: Team): CustomersDesk =>
      customersDesk({ portals, plans, runs, now: clock.now, hasCredential: (portalUrl) => void loginOf(portalUrl, env) }, team),
    cards: new PlanCards({
      ...platform,
      plans,
      runs,
      outboxes,
      clock,
      clientOf: workspaces.clientOf,
      slackApiUrl: settings.SLACK_API_URL,
      policy: { ...policyOf(settings).approval, plans: settings.APPROVE_PLANS },
    }),
  };
}

/** The platform that this bot has a credential for, if any. A malformed address stops the start with one sentence. */
function portalsOf(env: NodeJS.ProcessEnv): readonly string[] {
  if (!env.NS_PORTAL_URL) return [];
  const read = PortalUrl.safeParse(env.NS_PORTAL_URL);
  if (!read.success) throw new Error(`NS_PORTAL_URL is malformed: ${read.error.issues[0]?.message}`);
  loginOf(read.data, env);
  return [read.data];
}
