import { days, minutes, type Ports, type Report, Secret, type SecretField, type SignedPages } from '@enablement/core';
import { createMemoryWorld, type MemoryWorld } from '@enablement/core/testing';
import { createSignedPages, SecretsKey } from '@enablement/gateways/vault';
import { serve } from '../serve.ts';
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
  issue(field: SecretField, domain?: string): Promise<{ readonly path: string; readonly code: string }>;
  /** The path of Acrobits' page, with the client secret in the vault. */
  handOff(): Promise<string>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface StageOptions extends WebOptions {
  readonly cspCompany?: string;
  readonly allowPrivateHosts?: boolean;
  readonly publicUrl?: string;
  /** Puts something of one's own in front of the world's ports. */
  readonly ports?: (world: MemoryWorld) => Partial<Ports>;
}

/** The pages over real HTTP, on a world in memory. */
export async function setStage(options: StageOptions = {}): Promise<Stage> {
  const { cspCompany = 'Acme Telecom', allowPrivateHosts = false, publicUrl = 'http://localhost:4300', ports } = options;
  let now = new Date('2026-03-02T09:00:00Z').getTime();
  const world = createMemoryWorld({ clock: { now: () => new Date(now) }, settings: { allowPrivateHosts, publicUrl } });
  const logged: string[] = [];
  const key = new SecretsKey(Buffer.alloc(32, 7));
  const reportPages = createSignedPages({ key, clock: world.clock, purpose: 'report page', open: days(7) });
  const reports = new Map<string, Report>();
  const reporting = { reportPages, reports: { last: async (subject: string) => reports.get(subject) } };
  const app = createWeb({ ...world, ...reporting, ...ports?.(world) }, { log: (line) => void logged.push(line), ...options });
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
    async issue(field, domain) {
      const expires = new Date(now + minutes(15));
      const { token, code } = await world.links.issue({ owner: { enablement: id, domain }, field, person: 'U0ADA', expires });
      return { path: `/s/${token.reveal()}`, code };
    },
    async handOff() {
      await world.vault.keep({ owner: id, field: 'client secret' }, new Secret(CLIENT_SECRET));
      const token = await world.links.acrobits(id, new Date(now + minutes(60 * 24 * 30)));
      return `/acrobits/${token.reveal()}`;
    },
    [Symbol.asyncDispose]: () => served.close(),
  };
}
