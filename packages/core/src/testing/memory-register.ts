import * as deeds from '../audit/deeds.ts';
import type { Audited } from '../audit/entry.ts';
import { ENABLE_CLOUD_SOFTPHONE, SYNCHRONIZE_MESSAGING } from '../enablement/names.ts';
import type { Answer, EnablementRequest } from '../enablement/request.ts';
import { type DomainState, domainRun, type Enablement, engineKey, type RunKey, type StepState } from '../enablement/state.ts';
import type { Clock } from '../ports/clock.ts';
import type { Dispatch, Dispatches } from '../ports/dispatch.ts';
import type { Person, Register } from '../ports/register.ts';
import type { Vault } from '../ports/vault.ts';
import type { MemoryAudit } from './memory-audit.ts';

/** The register in memory. Also what links need of it, and a look at what a real one keeps in its tables. */
export interface MemoryRegister extends Register, Dispatches {
  readonly reminders: readonly { readonly enablement: string; readonly key: string; readonly text: string }[];
  setLogin(id: string, domain: string, login: string): void;
  /** A new password came for a synchronized domain: its next round begins. */
  beginAgain(id: string, domain: string, by: Person): void;
  /** Wakes what waits for a secret: the run of a domain, or the base run and all domains. */
  wake(id: string, domain: string | undefined): void;
  handOff(id: string): HandOff;
  /** Puts something of somebody else's into the outbox. */
  dispatch(made: Unsent): void;
}

type Unsent = Dispatch extends infer D ? (D extends Dispatch ? Omit<D, 'id'> : never) : never;

export interface HandOff {
  expires?: Date | undefined;
  revealedAt?: Date | undefined;
  answeredAt?: Date | undefined;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Row = Mutable<Omit<Enablement, 'domains' | 'steps'>> & {
  requestId: string;
  answered?: Answer;
  handOff: HandOff;
  domains: Mutable<DomainState>[];
  steps: Map<RunKey, StepState[]>;
};

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
  const reminders: { enablement: string; key: string; text: string }[] = [];
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
        if (domain === undefined || known.domain === domain) nudge(domainRun(row.id, known.domain));
  };
  const need = (key: RunKey): Row => {
    const row = rows.get(key.split('/')[0] ?? '');
    if (row === undefined) throw new Error(`no enablement ${key}`);
    return row;
  };
  const newDomain = (domain: string, wantedBy: Person): Mutable<DomainState> => ({
    domain,
    wantedBy,
    status: 'wanted',
    round: 1,
    steps: [],
  });

  async function view(row: Row): Promise<Enablement> {
    const print = async (owner: string, field: Parameters<Vault['look']>[0]['field']) =>
      (await vault.look({ owner, field }))?.fingerprint;
    const { requestId: _, answered: __, handOff, ...shown } = row;
    return {
      ...shown,
      revealedAt: handOff.revealedAt,
      clientSecretFingerprint: await print(row.id, 'client secret'),
      apiKeyFingerprint: await print(row.id, 'API key'),
      steps: row.steps.get(row.id) ?? [],
      domains: await Promise.all(
        row.domains.map(async (domain) => ({
          ...domain,
          passwordFingerprint: await print(domainRun(row.id, domain.domain), 'Office Manager password'),
          steps: row.steps.get(domainRun(row.id, domain.domain)) ?? [],
        })),
      ),
    };
  }

  return {
    reminders,
    async request(request: EnablementRequest, by, _room, requestId) {
      const { domains, ...prerequisites } = request;
      for (const row of rows.values()) if (row.requestId === requestId) return { outcome: 'already asked', id: row.id };
      for (const row of rows.values())
        if (row.status !== 'cancelled' && row.prerequisites.portalUrl === prerequisites.portalUrl)
          return { outcome: 'running', id: row.id };
      const row: Row = {
        id: `e${id()}`,
        status: 'running',
        prerequisites,
        requestedBy: by,
        responsible: by,
        requestedAt: clock.now(),
        version: 0,
        requestId,
        handOff: {},
        domains: domains.map((domain) => newDomain(domain, by)),
        steps: new Map(),
      };
      rows.set(row.id, row);
      outbox.push({ id: id(), kind: 'start', workflow: ENABLE_CLOUD_SOFTPHONE, key: row.id, input: { enablement: row.id } });
      change(row, deeds.requested(row.id, by, request));
      return { outcome: 'created', id: row.id };
    },
    async get(key) {
      const row = rows.get(key);
      return row && view(row);
    },
    async list(filter) {
      const wanted = [...rows.values()].reverse().filter((row) => filter?.status === undefined || row.status === filter.status);
      return Promise.all(wanted.map(view));
    },
    async correct(key, prerequisites, by) {
      const row = need(key);
      if (row.status !== 'running' || (row.steps.get(key) ?? []).some((step) => step.name === 'Acrobits contacted')) return false;
      const before = row.prerequisites;
      row.prerequisites = prerequisites;
      change(row, deeds.corrected(key, by, before, prerequisites));
      nudge(key);
      return true;
    },
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
      const added = domains.filter((domain) => !row.domains.some((known) => known.domain === domain));
      for (const domain of added) {
        row.domains.push(newDomain(domain, by));
        if (row.status === 'enabled') startDomain(key, domain);
      }
      if (added.length > 0) change(row, ...added.map((domain) => deeds.domainAdded(key, domain, by)));
      return { added, already: domains.filter((domain) => !added.includes(domain)) };
    },
    async nudge(key, by, why) {
      change(need(key), deeds.nudged(key, by, why));
      nudge(key);
    },
    async note(key, name, note) {
      const row = need(key);
      const steps = row.steps.get(key) ?? [];
      const before = steps.find((step) => step.name === name);
      const since = before?.status === note.status ? before.since : clock.now();
      const { status, detail, todo, asks } = note;
      const now: StepState = { name, status, detail, todo, asks, since };
      row.steps.set(key, before ? steps.map((step) => (step === before ? now : step)) : [...steps, now]);
      const ended = deeds.stepEnded(key, name, note);
      change(row, ...(ended ? [ended] : []));
    },
    async remind(enablement, key, text) {
      if (reminders.some((reminder) => reminder.key === key)) return;
      reminders.push({ enablement, key, text });
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
        for (const { domain } of row.domains) startDomain(key, domain);
        change(row, deeds.enabled(key, answer));
      } else change(row);
    },
    async holderOfCloudId(cloudId, except) {
      const holder = [...rows.values()].find(
        (row) => row.id !== except && row.status !== 'cancelled' && row.answer?.cloudId === cloudId,
      );
      return holder?.prerequisites.cspCompany;
    },
    async settleDomain(key, name, settled) {
      const row = need(key);
      const domain = row.domains.find((known) => known.domain === name);
      if (domain === undefined) return;
      const audited = deeds.domainSettled(key, name, { ...domain }, settled);
      if (settled.status !== undefined) domain.status = settled.status;
      if (settled.outcome !== undefined) domain.outcome = settled.outcome;
      change(row, ...audited);
    },
    setLogin(key, name, login) {
      const domain = need(key).domains.find((known) => known.domain === name);
      if (domain) domain.officeManagerLogin = login;
    },
    beginAgain(key, name, by) {
      const row = need(key);
      const domain = row.domains.find((known) => known.domain === name);
      if (domain === undefined) return;
      Object.assign(domain, { status: 'wanted', outcome: undefined, wantedBy: by, round: domain.round + 1 });
      row.steps.delete(domainRun(key, name));
      startDomain(key, name);
      change(row);
    },
    dispatch: (made) => void outbox.push({ ...made, id: id() }),
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
