import {
  type Approval,
  type ApprovalPolicy,
  type Clock,
  type CustomerFile,
  type CustomerPlans,
  type CustomerPorts,
  type KeptPlan,
  makePlan,
  Refused,
  Unreachable,
} from '@enablement/core';
import { MOST_BYTES, parseCustomerFile } from '@enablement/gateways/customer-file';
import type { Workspaces } from '../workspaces/workspaces.ts';
import { download } from './download.ts';

export interface MakingDeps extends Pick<CustomerPorts, 'customers' | 'platformLogin' | 'hash'> {
  readonly plans: CustomerPlans;
  readonly clientOf: Workspaces['clientOf'];
  readonly slackApiUrl: string | undefined;
  readonly policy: ApprovalPolicy & { readonly plans: boolean };
  readonly clock: Clock;
}

/** More problems than this are counted. */
const MOST_TOLD = 15;

/** Makes a plan that was asked for, or says why it cannot be made. Throws `Unreachable` when it is to be tried again later. */
export async function makeKeptPlan(deps: MakingDeps, kept: KeptPlan): Promise<void> {
  const { plans } = deps;
  try {
    const file = await fileOf(deps, kept);
    if (typeof file === 'string') return await plans.unusable(kept.id, file);
    const { plan, fingerprint } = await makePlan(deps, { file, portalUrl: kept.portalUrl, allowDelete: false });
    await plans.made(kept.id, { file, plan, fingerprint }, approvalOf(deps, fingerprint));
  } catch (error) {
    if (error instanceof Unreachable || !(error instanceof Refused)) throw error;
    await plans.unusable(kept.id, `${error.message} ${error.todo}`);
  }
}

/** The file, or what is wrong with it. */
async function fileOf({ clientOf, slackApiUrl }: MakingDeps, { source, team }: KeptPlan): Promise<CustomerFile | string> {
  if ('file' in source) return source.file;
  const slack = await clientOf(team);
  if (slack === undefined) throw new Unreachable('The app is not installed in this workspace just now.', 'Install it again.');
  const reading = parseCustomerFile(await download(slack, source.upload, { slackApiUrl, most: MOST_BYTES }));
  if (reading.ok) return reading.file;
  const told = reading.problems.slice(0, MOST_TOLD).map(({ at, problem }) => `• ${at ? `${at}: ` : ''}${problem}`);
  const more = reading.problems.length - told.length;
  return [`${source.name} is not a customer’s file yet:`, ...told, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n');
}

function approvalOf({ policy, clock }: MakingDeps, fingerprint: string): Approval | undefined {
  if (!policy.plans) return undefined;
  const askedAt = clock.now();
  const until = new Date(askedAt.getTime() + policy.within);
  return { status: 'asked', fingerprint, needed: policy.quorum, votes: [], askedAt, until, askedVersion: 0 };
}
