import { idOf } from '../customer/resource.ts';
import type { Clock } from '../ports/clock.ts';
import type { ActionState, ActionStatus, CustomerOrder, CustomerRun, CustomerRuns } from '../ports/customer-runs.ts';

type Kept = Omit<CustomerRun, 'counts'> & { readonly all: readonly ActionState[] };

/** The ledger of customers' plans in memory. */
export function createMemoryCustomerRuns({ clock }: { clock: Clock }): CustomerRuns {
  const runs = new Map<string, Kept>();
  const get = (id: string): Kept => {
    const run = runs.get(id);
    if (run === undefined) throw new Error(`no customer run ${id}`);
    return run;
  };
  const same = (run: Kept, { portalUrl, file }: CustomerOrder) => run.portalUrl === portalUrl && run.file.domain === file.domain;
  const shown = ({ all, ...run }: Kept): CustomerRun => {
    const count = (status: ActionStatus) => all.filter((one) => one.status === status).length;
    return { ...run, counts: { ahead: count('ahead'), done: count('done'), failed: count('failed'), skipped: count('skipped') } };
  };
  return {
    async begin(order) {
      const busy = [...runs.values()].find((run) => run.status === 'applying' && same(run, order));
      if (busy !== undefined)
        return busy.fingerprint === order.fingerprint && busy.allowDelete === order.allowDelete
          ? { outcome: 'again', id: busy.id }
          : { outcome: 'busy', id: busy.id, by: busy.by, since: busy.begunAt };
      const id = `${order.file.domain}/${runs.size + 1}`;
      runs.set(id, { ...order, id, status: 'applying', begunAt: clock.now(), all: [] });
      return { outcome: 'begun', id };
    },
    get: async (id) => (runs.has(id) ? shown(get(id)) : undefined),
    list: async (most) => [...runs.values()].toReversed().slice(0, most).map(shown),
    async intend(id, actions) {
      const run = get(id);
      if (run.all.length === 0)
        runs.set(id, { ...run, all: actions.map((action, place) => ({ place, action, status: 'ahead' })) });
    },
    async action(id, place) {
      const found = get(id).all[place];
      if (found === undefined) throw new Error(`customer run ${id} has no action ${place}`);
      return found;
    },
    actions: async (id, statuses) => get(id).all.filter(({ status }) => statuses?.includes(status) ?? true),
    async lacking(id, ids) {
      const made = get(id).all.filter(({ action, status }) => action.act === 'create' && status !== 'done');
      const missing = new Set<string>(made.map(({ action }) => idOf(action.resource)));
      return ids.filter((one) => missing.has(one));
    },
    async settle(id, place, state) {
      const run = get(id);
      runs.set(id, { ...run, all: run.all.map((one) => (one.place === place ? { ...one, ...state } : one)) });
    },
    async end(id, status, said) {
      const run = get(id);
      if (run.status === 'applying') runs.set(id, { ...run, status, said, endedAt: clock.now() });
    },
  };
}
