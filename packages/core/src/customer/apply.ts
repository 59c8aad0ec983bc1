import { seconds } from '../duration.ts';
import { Refused, Unreachable } from '../errors.ts';
import type { CustomerPlatform, DomainLooking, PlatformLogin } from '../ports/customer-platform.ts';
import type { CustomerRun, CustomerRuns } from '../ports/customer-runs.ts';
import type { Retry, Run, Workflow } from '../ports/engine.ts';
import type { CustomerFile } from './file.ts';
import { APPLY_CUSTOMER } from './names.ts';
import { type Action, type CustomerPlan, isNothing, type ObservedDomain, planBasis, planCustomer } from './plan.ts';
import { idOf, KINDS, type Kind } from './resource.ts';
import { wanted } from './wanted.ts';

export interface CustomerPorts {
  readonly customers: CustomerPlatform;
  readonly customerRuns: CustomerRuns;
  /** In whose name this program calls that platform. Throws `Refused` when it has no credential for it. */
  readonly platformLogin: (portalUrl: string) => Promise<PlatformLogin>;
  readonly hash: (text: string) => string;
  /** Why whoever ordered it may not any more, as a sentence; asked once more just before anything is written. */
  readonly lostRight?: (run: CustomerRun) => Promise<string | undefined>;
  /** What a file wants beyond the platform; a sentence for each thing that was ordered. May be called twice. */
  readonly enable: (run: CustomerRun) => Promise<readonly string[]>;
}

const PATIENT: Retry = { times: 8, first: seconds(1), most: seconds(30) };
/** How often a thing is tried while nobody answers: for about five minutes. */
const TRIES = 12;
const FIRST_PAUSE = seconds(1);
const LAST_PAUSE = seconds(30);
/** Things of one kind need nothing of each other, so that some of them are made at the same time: a slow platform takes seconds a call. */
const AT_ONCE = 4;

/** What is looked at for a plan: everything that the file names, and nothing of users that it does not name. */
export function lookingFor(file: CustomerFile, { allowDelete = false }: { allowDelete?: boolean } = {}): DomainLooking {
  const want = wanted(file);
  const kinds = new Set<Kind>(want.flatMap(({ kind, needs }) => [kind, ...needs.map(kindOf)]));
  // A user who is deleted may be whom a number rings, whether or not the file speaks of numbers.
  if (allowDelete) kinds.add('number');
  const users = [...new Set(want.flatMap(({ user }) => (user === undefined ? [] : [user])))];
  return { domain: file.domain, kinds: KINDS.filter((kind) => kinds.has(kind)), users: allowDelete ? 'everybody' : users };
}

const kindOf = (id: string): Kind => KINDS.find((kind) => id.startsWith(`${kind} `)) ?? 'domain';

/** A plan of what the file wants of the platform as it is now, and the fingerprint of what it rests on. It only looks. */
export async function makePlan(
  ports: Pick<CustomerPorts, 'customers' | 'platformLogin' | 'hash'>,
  { file, portalUrl, allowDelete }: { file: CustomerFile; portalUrl: string; allowDelete: boolean },
): Promise<{ readonly plan: CustomerPlan; readonly fingerprint: string; readonly observed: ObservedDomain }> {
  const observed = await ports.customers.observe(await ports.platformLogin(portalUrl), lookingFor(file, { allowDelete }));
  const fingerprint = ports.hash(planBasis(file, observed, { allowDelete }));
  return { plan: planCustomer(file, observed, { allowDelete }), fingerprint, observed };
}

/** Applies a plan: exactly what it says, and only to the platform that it saw. */
export function applyCustomer(ports: CustomerPorts): Workflow<{ readonly run: string }> {
  return {
    name: APPLY_CUSTOMER,
    async run(engine, { run: id }) {
      // 1. Repeatable: it only looks. Once the actions are written down they stand, whatever a second look would find.
      const obstacle = await prepared(engine, ports, id);
      if (obstacle !== null) {
        await engine.step('Ended', () => ports.customerRuns.end(id, 'not applied', obstacle), PATIENT);
        return;
      }

      // 2. One step a thing, in the plan's order. Repeatable: what is there already is left, what is gone stays gone.
      const actions = await engine.step('What is to be done', () => listed(ports, id), PATIENT);
      for (const group of groupsOf(actions)) await performAll(engine, ports, id, group, actions);

      // 3. Repeatable: ordering twice orders once.
      const ordered = await engine.step('Enablements are ordered', async () => [...(await enable(ports, id))], PATIENT);

      // 4. Repeatable: it counts.
      await engine.step('Ended', () => conclude(ports, id, ordered), PATIENT);
    },
  };
}

/** Why nothing can be done, or `null`. */
async function prepared(engine: Run, ports: CustomerPorts, id: string): Promise<string | null> {
  try {
    return await engine.step('The platform is as the plan saw it', () => prepare(ports, id), PATIENT);
  } catch (error) {
    if (error instanceof Unreachable || error instanceof Refused) return `${error.message} ${error.todo}`;
    throw error;
  }
}

async function prepare(ports: CustomerPorts, id: string): Promise<string | null> {
  const run = await known(ports, id);
  if (run.counts.ahead + run.counts.done + run.counts.failed + run.counts.skipped > 0) return null;
  const lost = await ports.lostRight?.(run);
  if (lost !== undefined) return lost;
  const { plan, fingerprint } = await makePlan(ports, run);
  // Whoever applies a plan again that is done already has nothing to fear.
  if (fingerprint !== run.fingerprint && !isNothing(plan)) return MOVED;
  if (plan.problems.length > 0) return plan.problems.join(' ');
  await ports.customerRuns.intend(id, plan.actions);
  return null;
}

const MOVED =
  'The platform is not as the plan saw it: somebody has changed it meanwhile. Nothing was done. Make the plan again, look at it, and apply that.';

type Listed = { readonly name: string; readonly act: Action['act']; readonly kind: Kind };

async function listed({ customerRuns }: CustomerPorts, id: string): Promise<Listed[]> {
  const all = await customerRuns.actions(id);
  return all.map(({ action: { act, resource } }) => ({ name: `${act} ${idOf(resource)}`, act, kind: resource.kind }));
}

/**
 * Neighbours of one kind at the same time. Whichever nobody answered are tried again together after a pause, so that a run which
 * starts again asks the engine for the same steps in the same order.
 */
async function performAll(engine: Run, ports: CustomerPorts, id: string, group: readonly number[], actions: readonly Listed[]) {
  let left = group;
  for (let tries = 1; left.length > 0; tries++) {
    const last = tries === TRIES;
    const results = await Promise.all(
      left.map((place) => engine.step(`${actions[place]?.name}, try ${tries}`, () => perform(ports, id, place, last))),
    );
    left = left.filter((_, i) => results[i] !== null);
    const asked = Math.max(0, ...results.map((result) => result ?? 0));
    if (left.length > 0) await engine.sleep(Math.max(asked, Math.min(FIRST_PAUSE * 2 ** (tries - 1), LAST_PAUSE)));
  }
}

/** `null` when it has its end, good or bad; else how long the platform wants to be left alone, in milliseconds. */
async function perform({ customers, customerRuns, platformLogin }: CustomerPorts, id: string, place: number, last: boolean) {
  const { action, status } = await customerRuns.action(id, place);
  if (status !== 'ahead') return null;
  const { act, resource } = action;
  const lacking = act === 'delete' ? [] : await customerRuns.lacking(id, resource.needs);
  if (lacking.length > 0) {
    await customerRuns.settle(id, place, {
      status: 'skipped',
      detail: `It needs ${lacking.join(' and ')}, which could not be made.`,
    });
    return null;
  }
  try {
    const { portalUrl, file } = await known({ customerRuns }, id);
    const detail = await does(customers, await platformLogin(portalUrl), file.domain, action);
    await customerRuns.settle(id, place, { status: 'done', detail });
    return null;
  } catch (error) {
    if (error instanceof Unreachable && !last) return error.retryAfter ?? 0;
    if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
    await customerRuns.settle(id, place, { status: 'failed', detail: error.message, todo: error.todo });
    return null;
  }
}

async function does(
  customers: CustomerPlatform,
  login: PlatformLogin,
  domain: string,
  { act, resource }: Action,
): Promise<string> {
  if (act === 'create') return await customers.create(login, domain, resource);
  if (act === 'delete') return await customers.delete(login, domain, resource);
  await customers.change(login, domain, resource);
  return 'changed';
}

/** What a domain wants beyond the platform waits for the domain itself alone: a failed contact is no reason to go without messages. */
async function enable(ports: CustomerPorts, id: string): Promise<readonly string[]> {
  const run = await known(ports, id);
  const lacking = await ports.customerRuns.lacking(id, [`domain ${run.file.domain}`]);
  return lacking.length > 0 ? [] : await ports.enable(run);
}

async function conclude({ customerRuns }: CustomerPorts, id: string, ordered: readonly string[]): Promise<void> {
  const { counts } = await known({ customerRuns }, id);
  const whole = counts.failed + counts.skipped === 0;
  const said = whole
    ? `${counts.done} done.`
    : `${counts.done} done, ${counts.failed} failed, ${counts.skipped} skipped because of these. Mend what failed and make the plan again: it holds what is left.`;
  await customerRuns.end(id, whole ? 'applied' : 'partly applied', [said, ...ordered].join(' '));
}

async function known({ customerRuns }: Pick<CustomerPorts, 'customerRuns'>, id: string): Promise<CustomerRun> {
  const run = await customerRuns.get(id);
  if (run === undefined) throw new Error(`no customer run ${id}`);
  return run;
}

/** Neighbours of one kind, some at a time. */
function groupsOf(actions: readonly Listed[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const [place, { act, kind }] of actions.entries()) {
    const last = groups.at(-1);
    const before = actions[place - 1];
    if (last === undefined || last.length >= AT_ONCE || before?.act !== act || before.kind !== kind) groups.push([place]);
    else last.push(place);
  }
  return groups;
}
