import type { Audited } from '../audit/entry.ts';
import type { Answer } from '../enablement/request.ts';
import { type DomainState, domainRun, type Enablement, type RunKey, type StepState } from '../enablement/state.ts';
import type { Dispatches } from '../ports/dispatch.ts';
import type { Json } from '../ports/engine.ts';
import type { Person, Register, ReminderFor, Search, StepNote } from '../ports/register.ts';
import type { Vault } from '../ports/vault.ts';

/** The register in memory. Also what links need of it, and a look at what a real one keeps in its tables. */
export interface MemoryRegister extends Register, Dispatches {
  readonly reminders: readonly MadeReminder[];
  setLogin(id: string, domain: string, login: string): void;
  /** A new password came for a synchronized domain: its next round begins. */
  beginAgain(id: string, domain: string, by: Person): void;
  /** Wakes what waits for a secret: the run of a domain, or the base run and all domains. */
  wake(id: string, domain: string | undefined): void;
  handOff(id: string): HandOff;
  /** Changes what is known of a run, whatever it is: the row of the enablement, or of one of its domains. */
  alter(
    run: RunKey,
    change: (place: Mutable<Pick<Enablement, 'approval' | 'plan'>>, row: Row) => void,
    ...audited: readonly Audited[]
  ): void;
  /** Once for each key; it is part of a deed that is audited by itself. */
  news(made: MadeReminder): void;
  peek(run: RunKey): { readonly row: Row; readonly place: Mutable<Pick<Enablement, 'approval' | 'plan'>> };
  start(workflow: string, key: string, input: Json): void;
  nudgeKey(workflow: string, key: string): void;
}

export interface MadeReminder {
  readonly enablement: string;
  readonly key: string;
  readonly text: string;
  readonly whom: ReminderFor;
}

export interface HandOff {
  expires?: Date | undefined;
  revealedAt?: Date | undefined;
  answeredAt?: Date | undefined;
}

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type Row = Mutable<Omit<Enablement, 'domains' | 'steps'>> & {
  requestId: string;
  answered?: Answer;
  handOff: HandOff;
  domains: Mutable<DomainState>[];
  steps: Map<RunKey, StepState[]>;
};

export const newDomain = (domain: string, wantedBy: Person): Mutable<DomainState> => ({
  domain,
  wantedBy,
  status: 'wanted',
  round: 1,
  steps: [],
});

/** Live ones beside this. */
export const others = (rows: ReadonlyMap<string, Row>, row: Row): readonly Row[] =>
  [...rows.values()].filter((other) => other !== row && other.status !== 'cancelled');

/** The steps once this is noted. What a problem asks of people stays while it is tried again. */
export function updated(steps: readonly StepState[], name: StepState['name'], note: StepNote, now: Date): StepState[] {
  const before = steps.find((step) => step.name === name);
  const { status, detail, todo } = note;
  const asks = status === 'running' ? before?.asks : note.asks;
  const since = before?.status === status ? before.since : now;
  const after: StepState = { name, status, detail, todo, asks, since };
  return before ? steps.map((step) => (step === before ? after : step)) : [...steps, after];
}

const isOpen = ({ status }: Pick<DomainState, 'status'>): boolean => status === 'wanted' || status === 'running';

/** What everybody sees of a row: fingerprints instead of secrets. */
export async function viewOf(row: Row, vault: Vault): Promise<Enablement> {
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

/** Skips those that are open; what they wait for and what is wrong with them is nobody's concern any more. */
export function endDomains(row: Row, domains: readonly string[]): readonly DomainState[] {
  const skipped = row.domains.filter((domain) => domains.includes(domain.domain) && isOpen(domain));
  for (const domain of skipped) {
    const run = domainRun(row.id, domain.domain);
    domain.status = 'cancelled';
    if (domain.approval?.status === 'asked') domain.approval = undefined;
    row.steps.set(
      run,
      (row.steps.get(run) ?? []).filter(({ status }) => status === 'done'),
    );
  }
  return skipped;
}

export function findRows(rows: readonly Row[], { words = '', status, stuck, open, of, team }: Search): readonly Row[] {
  const hasProblem = (row: Row) =>
    row.status !== 'cancelled' && [...row.steps.values()].flat().some((step) => step.status === 'problem');
  const all = rows
    .filter((row) => status === undefined || status.includes(row.status))
    .filter((row) => team === undefined || row.team === team)
    .filter((row) => of === undefined || row.requestedBy === of || row.responsible === of)
    .filter((row) => !stuck || hasProblem(row))
    .filter((row) => !open || row.status === 'running' || (row.status === 'enabled' && row.domains.some(isOpen)));
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return all;
  const exact = all.filter((row) => namesOf(row).includes(wanted));
  return exact.length > 0 ? exact : all.filter((row) => namesOf(row).some((name) => name.includes(wanted)));
}

/** All that a run is known by. */
const namesOf = ({ prerequisites, answer, domains }: Row): readonly string[] =>
  [
    prerequisites.cspCompany,
    prerequisites.portalUrl,
    new URL(prerequisites.portalUrl).host,
    ...(answer === undefined ? [] : [answer.cloudId]),
    ...domains.map(({ domain }) => domain),
  ].map((name) => name.toLowerCase());
