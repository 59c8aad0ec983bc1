import { minutes, type Ports, Secret, type SecretField } from '@enablement/core';
import { createMemoryWorld, type MemoryWorld } from '@enablement/core/testing';
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
  /** The running enablement of Acme Telecom, which wants messaging for acme.example. */
  readonly id: string;
  /** Lets time pass. */
  wait(duration: number): void;
  /** The path and the code of a fresh one-time link. */
  issue(field: SecretField, domain?: string, handed?: boolean): Promise<{ readonly path: string; readonly code: string }>;
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
  const app = createWeb({ ...world, ...ports?.(world) }, { log: (line) => void logged.push(line), ...options });
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
    id,
    wait(duration) {
      now += duration;
    },
    async issue(field, domain, handed = false) {
      const expires = new Date(now + minutes(15));
      const { token, code } = await world.links.issue({ enablement: id, domain, field, person: 'U0ADA', expires, handed });
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
