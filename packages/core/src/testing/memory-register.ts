import { canonical } from '../audit/chain.ts';
import * as deeds from '../audit/deeds.ts';
import type { Audited } from '../audit/entry.ts';
import { ENABLE_CLOUD_SOFTPHONE, SYNCHRONIZE_MESSAGING, WRITE_TO_ACROBITS } from '../enablement/names.ts';
import type { EnablementRequest } from '../enablement/request.ts';
import { domainRun, engineKey, type RunKey } from '../enablement/state.ts';
import { DOMAIN } from '../enablement/steps.ts';
import type { Clock } from '../ports/clock.ts';
import type { Dispatch } from '../ports/dispatch.ts';
import type { Person } from '../ports/register.ts';
import type { Vault } from '../ports/vault.ts';
import type { MemoryAudit } from './memory-audit.ts';
import {
  endDomains,
  findRows,
  type MadeReminder,
  type MemoryRegister,
  newDomain,
  others,
  type Row,
  updated,
  viewOf,
} from './memory-rows.ts';

export function createMemoryRegister({
  clock,
  vault,
  audit,
}: {
  clock: Clock;
  vault: Vault;
  audit: MemoryAudit;
}): MemoryRegister {
  const rows = new Map<string, Row>();
  const reminders: MadeReminder[] = [];
  let outbox: Dispatch[] = [];
  let serial = 0;

  const id = () => String(++serial);
  const inEngine = (key: RunKey) => {
    const [enablement = '', name] = key.split('/');
    return engineKey(key, rows.get(enablement)?.domains.find(({ domain }) => domain === name)?.round ?? 1);
  };
  const nudge = (key: RunKey) => {
    const workflow = key.includes('/') ? SYNCHRONIZE_MESSAGING : ENABLE_CLOUD_SOFTPHONE;
    outbox.push({ id: id(), kind: 'nudge', workflow, key: inEngine(key) });
  };
  const startDomain = (enablement: string, domain: string) =>
    outbox.push({
      id: id(),
      kind: 'start',
      workflow: SYNCHRONIZE_MESSAGING,
      key: inEngine(domainRun(enablement, domain)),
      input: { enablement, domain },
    });
  const change = (row: Row, ...audited: readonly Audited[]) => {
    row.version += 1;
    audit.write(...audited);
  };
  const wake = (row: Row, domain: string | undefined) => {
    if (domain === undefined) nudge(row.id);
    if (row.status === 'enabled')
      for (const known of row.domains)
        if (known.status !== 'cancelled' && (domain === undefined || known.domain === domain))
          nudge(domainRun(row.id, known.domain));
  };
  const need = (key: RunKey): Row => {
    const row = rows.get(key.split('/')[0] ?? '');
    if (row === undefined) throw new Error(`no enablement ${key}`);
    return row;
  };
  const peek = (run: RunKey) => {
    const row = need(run);
    const place = run.includes('/') ? row.domains.find(({ domain }) => domainRun(row.id, domain) === run) : row;
    if (place === undefined) throw new Error(`no run ${run}`);
    return { row, place };
  };

  const renew = (row: Row, name: string, by: Person) => {
    const domain = row.domains.find((known) => known.domain === name);
    if (domain === undefined) return;
    const anew = { status: 'wanted', outcome: undefined, plan: undefined, approval: undefined } as const;
    Object.assign(domain, { ...anew, wantedBy: by, round: domain.round + 1 });
    row.steps.delete(domainRun(row.id, name));
    if (row.status === 'enabled') startDomain(row.id, name);
  };

  const view = (row: Row) => viewOf(row, vault);

  return {
    reminders,
    async request(request: EnablementRequest, by, _room, requestId, team = '') {
      const { domains, ...prerequisites } = request;
      for (const row of rows.values()) if (row.requestId === requestId) return { outcome: 'already asked', id: row.id };
      for (const row of rows.values())
        if (row.status !== 'cancelled' && row.prerequisites.portalUrl === prerequisites.portalUrl)
          return { outcome: 'running', id: row.id };
      const row: Row = {
        id: `e${id()}`,
        status: 'running',
        prerequisites,
        team,
        requestedBy: by,
        responsible: by,
        requestedAt: clock.now(),
        version: 0,
        requestId,
        handOff: {},
        domains: domains.map((domain) => newDomain(domain, by)),
        letters: [],
        steps: new Map(),
      };
      rows.set(row.id, row);
      outbox.push({ id: id(), kind: 'start', workflow: ENABLE_CLOUD_SOFTPHONE, key: row.id, input: { enablement: row.id } });
      change(row, deeds.requested(row.id, by, request));
      return { outcome: 'created', id: row.id };
    },
    async get(key, only) {
      const row = rows.get(key);
      const known = row && (await view(row));
      return known && only !== undefined ? { ...known, domains: known.domains.filter(({ domain }) => domain === only) } : known;
    },
    async list(filter) {
      const fits = (row: Row) =>
        (filter?.status === undefined || row.status === filter.status) &&
        (filter?.team === undefined || row.team === filter.team);
      const wanted = [...rows.values()].reverse().filter(fits);
      return Promise.all(wanted.map(view));
    },
    async find(search) {
      const found = findRows([...rows.values()].reverse(), search);
      const { offset = 0, limit } = search;
      return { runs: await Promise.all(found.slice(offset, offset + limit).map(view)), total: found.length };
    },
    async companies(ids) {
      const some = [...rows.values()].filter(({ id }) => ids?.includes(id) ?? true);
      return new Map(some.map(({ id, prerequisites }) => [id, prerequisites.cspCompany]));
    },
    async correct(key, prerequisites, by) {
      const row = need(key);
      if (row.status === 'cancelled') return 'too late';
      const { portalUrl } = prerequisites;
      if (others(rows, row).some((other) => other.prerequisites.portalUrl === portalUrl)) return 'taken';
      const before = row.prerequisites;
      row.prerequisites = prerequisites;
      row.valuesBy = by;
      change(row, deeds.corrected(key, by, before, prerequisites));
      wake(row, undefined);
      return 'corrected';
    },
    async correctAnswer(key, answer, by) {
      const row = need(key);
      if (row.status === 'cancelled' || row.answered === undefined) return 'too late';
      if (others(rows, row).some((other) => other.answer?.cloudId === answer.cloudId)) return 'taken';
      const before = row.answered;
      row.answered = answer;
      if (row.status === 'enabled') row.answer = answer;
      change(row, deeds.answerCorrected(key, by, before, answer));
      wake(row, undefined);
      return 'corrected';
    },
    async skip(key, domains, by) {
      const row = need(key);
      if (row.status === 'cancelled') return [];
      const skipped = endDomains(row, domains);
      for (const { domain } of skipped)
        if (row.status === 'enabled') nudge(domainRun(key, domain));
        else await vault.destroy({ owner: domainRun(key, domain), field: 'Office Manager password' });
      if (skipped.length > 0) change(row, ...skipped.map(({ domain }) => deeds.domainSkipped(key, domain, by)));
      return skipped.map(({ domain }) => domain);
    },
    async snooze(key, until, by) {
      const row = need(key);
      if (row.status === 'cancelled') return false;
      row.snoozed = { until, by };
      change(row, deeds.snoozed(key, by, until));
      return true;
    },
    async plan(run, plan) {
      this.alter(run, (place) => {
        place.plan = plan;
      });
    },
    async provisionedEarlier(portalUrl, except) {
      const earlier = [...rows.values()].filter((row) => row.id !== except && row.prerequisites.portalUrl === portalUrl);
      return earlier.flatMap(({ domains }) => domains.filter(({ outcome }) => outcome !== undefined).map(({ domain }) => domain));
    },
    async tell(key, values) {
      const row = need(key);
      if (row.told !== undefined) return true;
      if (canonical(row.prerequisites) !== canonical(values)) return false;
      row.told = { values, at: clock.now() };
      change(row);
      return true;
    },
    peek,
    news: (made) => void (reminders.some(({ key }) => key === made.key) || reminders.push(made)),
    alter(run, alteration, ...audited) {
      const { row, place } = peek(run);
      alteration(place, row);
      change(row, ...audited);
    },
    start: (workflow, key, input) => void outbox.push({ id: id(), kind: 'start', workflow, key, input }),
    nudgeKey: (workflow, key) => void outbox.push({ id: id(), kind: 'nudge', workflow, key }),
    async cancel(key, by) {
      const row = need(key);
      if (row.status !== 'running') return false;
      row.status = 'cancelled';
      change(row, deeds.cancelled(key, by));
      nudge(key);
      return true;
    },
    async takeOver(key, by) {
      const row = need(key);
      if (row.status === 'cancelled' || ![...row.steps.values()].flat().some((step) => step.asks === 'take over')) return false;
      row.responsible = by;
      for (const domain of row.domains) if (domain.status !== 'synchronized') domain.wantedBy = by;
      for (const [run, steps] of row.steps)
        row.steps.set(
          run,
          steps.map((step) => ({ ...step, asks: undefined })),
        );
      change(row, deeds.takenOver(key, by));
      wake(row, undefined);
      return true;
    },
    async want(key, domains, by) {
      const row = need(key);
      const again = row.domains.filter(({ domain, status }) => domains.includes(domain) && status === 'cancelled');
      const unknown = domains.filter((domain) => !row.domains.some((known) => known.domain === domain));
      const added = domains.filter((domain) => unknown.includes(domain) || again.some((known) => known.domain === domain));
      for (const { domain } of again) renew(row, domain, by);
      for (const domain of unknown) {
        row.domains.push(newDomain(domain, by));
        if (row.status === 'enabled') startDomain(key, domain);
      }
      if (added.length > 0) change(row, ...added.map((domain) => deeds.domainAdded(key, domain, by)));
      return { added, already: domains.filter((domain) => !added.includes(domain)) };
    },
    async nudge(key, by, why) {
      const row = need(key);
      change(row, deeds.nudged(key, by, why));
      nudge(key);
      for (const { kind, number, sentAt } of key === row.id ? row.letters : [])
        if (sentAt === undefined) this.nudgeKey(WRITE_TO_ACROBITS, `${key}/${kind}/${number}`);
    },
    async note(key, name, note) {
      const row = need(key);
      const steps = row.steps.get(key) ?? [];
      row.steps.set(key, updated(steps, name, note, clock.now()));
      const ended = deeds.stepEnded(key, name, note);
      change(row, ...(ended ? [ended] : []));
    },
    async remind(enablement, key, text, whom = 'responsible') {
      if (reminders.some((reminder) => reminder.key === key)) return;
      this.news({ enablement, key, text, whom });
      audit.write(deeds.reminded(enablement, key, text));
    },
    async answer(key, answer, apiKey) {
      const row = need(key);
      if (row.handOff.answeredAt !== undefined || row.status === 'cancelled') return false;
      row.answered = answer;
      row.handOff.answeredAt = clock.now();
      const { fingerprint } = await vault.keep({ owner: key, field: 'API key' }, apiKey);
      change(row, deeds.answered(key, answer, fingerprint));
      wake(row, undefined);
      return true;
    },
    async answered(key) {
      return rows.get(key)?.answered;
    },
    async enable(key, answer) {
      const row = need(key);
      row.answer = answer;
      if (row.status === 'running') {
        row.status = 'enabled';
        for (const { domain, status } of row.domains) if (status !== 'cancelled') startDomain(key, domain);
        change(row, deeds.enabled(key, answer));
      } else change(row);
    },
    async holderOfCloudId(cloudId, except) {
      const holder = [...rows.values()].find(
        (row) => row.id !== except && row.status !== 'cancelled' && row.answer?.cloudId === cloudId,
      );
      return holder && { company: holder.prerequisites.cspCompany, team: holder.team };
    },
    async subscriptionsUnderWay(key) {
      const { domains, steps } = need(key);
      const seen = [...steps.values()].flat().filter(({ name, status }) => name === DOMAIN.subscriptions && status === 'done');
      return {
        waiting: domains.filter(({ status, outcome }) => status === 'running' && outcome !== undefined).length,
        lastSeen: seen
          .map(({ since }) => since)
          .toSorted((one, other) => one.getTime() - other.getTime())
          .at(-1),
      };
    },
    async settleDomain(key, name, settled) {
      const row = need(key);
      const domain = row.domains.find((known) => known.domain === name);
      if (domain === undefined) return;
      const { status } = settled;
      const kept = domain.status === 'cancelled' || status === undefined ? {} : { status };
      const audited = deeds.domainSettled(key, name, { ...domain }, { outcome: settled.outcome, ...kept });
      Object.assign(domain, kept);
      if (settled.outcome !== undefined) domain.outcome = settled.outcome;
      change(row, ...audited);
    },
    setLogin(key, name, login) {
      for (const domain of need(key).domains) if (domain.domain === name) domain.officeManagerLogin = login;
    },
    beginAgain(key, name, by) {
      renew(need(key), name, by);
      change(need(key));
    },
    wake: (key, domain) => wake(need(key), domain),
    handOff: (key) => need(key).handOff,
    async pending() {
      return [...outbox];
    },
    async settle(key) {
      outbox = outbox.filter((dispatch) => dispatch.id !== key);
    },
  };
}
