import {
  type AuditEntry,
  days,
  minutes,
  type Ports,
  type Report,
  Secret,
  type SecretField,
  type SignedPages,
} from '@enablement/core';
import { createMemoryWorld, type MemoryWorld } from '@enablement/core/testing';
import { serve } from '@enablement/gateways/net';
import { createRunPages, createSignedPages, loadSecretsKey } from '@enablement/gateways/vault';
import { createChanges } from '../run/changes.ts';
import type { RunNeeds } from '../run/routes.ts';
import { createWeb, type WebOptions } from '../web.ts';
import { createVisitor, type Visitor } from './visitor.ts';

/** Must never be seen where it does not belong. */
export const CLIENT_SECRET = 'canary-client-secret-4b1d';

export interface Stage {
  readonly world: MemoryWorld;
  readonly url: string;
  readonly visitor: Visitor;
  readonly logged: readonly string[];
  /** Reports that pages may show, and the addresses of those pages. */
  readonly reports: Map<string, Report>;
  readonly reportPages: SignedPages;
  /** The running enablement of Acme Telecom, which wants messaging for acme.example. */
  readonly id: string;
  /** Lets time pass. */
  wait(duration: number): void;
  /** The path and the code of a fresh one-time link. */
  issue(field: SecretField, domain?: string, handed?: boolean): Promise<{ readonly path: string; readonly code: string }>;
  /** The path of Acrobits' page, with the client secret in the vault. */
  handOff(): Promise<string>;
  /** The path of a run's page. */
  runPage(enablement?: string): string;
  /** Somebody changed something somewhere. */
  happened(): void;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface StageOptions extends WebOptions {
  readonly cspCompany?: string;
  readonly allowPrivateHosts?: boolean;
  readonly publicUrl?: string;
  /** Puts something of one's own in front of the world's ports. */
  readonly ports?: (world: MemoryWorld) => Partial<Ports>;
}

function reading({ register, audit }: MemoryWorld): Pick<RunNeeds, 'reading' | 'names'> {
  return {
    reading: {
      version: async (id) => (await register.get(id))?.version,
      async lastEntries(id, most) {
        const all: AuditEntry[] = [];
        for await (const { entry } of audit.entries([id])) all.push(entry);
        return all.slice(-most);
      },
    },
    names: { of: async (people) => new Map(people.filter((one) => one === 'U0ADA').map((one) => [one, 'Ada Almeida'])) },
  };
}

/** The pages over real HTTP, on a world in memory. */
export async function setStage(options: StageOptions = {}): Promise<Stage> {
  const { cspCompany = 'Acme Telecom', allowPrivateHosts = false, publicUrl = 'http://localhost:4300', ports } = options;
  let now = new Date('2026-03-02T09:00:00Z').getTime();
  const world = createMemoryWorld({ clock: { now: () => new Date(now) }, settings: { allowPrivateHosts, publicUrl } });
  const logged: string[] = [];
  const key = await loadSecretsKey({ env: { SECRETS_KEY: Buffer.alloc(32, 7).toString('base64') }, dataDir: '.' });
  const pages = createRunPages({ key, clock: world.clock });
  const reportPages = createSignedPages({ key, clock: world.clock, purpose: 'report page', open: days(7) });
  const reports = new Map<string, Report>();
  const reporting = { reportPages, reports: { last: async (subject: string) => reports.get(subject) } };
  const changes = createChanges();
  const app = createWeb(
    { ...world, ...reading(world), ...reporting, runPages: pages, changes, ...ports?.(world) },
    { log: (line) => void logged.push(line), ...options },
  );
  const served = await serve(app, { port: 0, host: '127.0.0.1' });
  const request = {
    cspCompany,
    contactName: 'Ada Example',
    contactEmail: 'ada@acme.example',
    contactPhone: '+1 555 123 0100',
    portalUrl: 'https://portal.acme.example',
    coreHost: 'core1.acme.example',
    clientId: 'acrobits-softphone',
    domains: ['acme.example', 'globex.example'],
  };
  const { id } = await world.register.request(request, 'U0ADA', 'C0OPS', 'form-1');

  return {
    world,
    url: served.url,
    visitor: createVisitor(served.url),
    logged,
    reports,
    reportPages,
    id,
    wait(duration) {
      now += duration;
    },
    async issue(field, domain, handed = false) {
      const expires = new Date(now + minutes(15));
      const owner = { enablement: id, domain };
      const { token, code } = await world.links.issue({ owner, field, person: 'U0ADA', expires, handed });
      return { path: `/s/${token.reveal()}`, code };
    },
    runPage: (enablement = id) => `/runs/${pages.issue(enablement).token.reveal()}`,
    happened: changes.happened,
    async handOff() {
      await world.vault.keep({ owner: id, field: 'client secret' }, new Secret(CLIENT_SECRET));
      const token = await world.links.acrobits(id, new Date(now + minutes(60 * 24 * 30)));
      return `/acrobits/${token.reveal()}`;
    },
    [Symbol.asyncDispose]: () => served.close(),
  };
}
