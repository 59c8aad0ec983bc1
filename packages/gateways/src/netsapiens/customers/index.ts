import {
  type CustomerPlatform,
  type DomainLooking,
  KINDS,
  type Kind,
  type ObservedDomain,
  type PlatformLogin,
  Refused,
  type Resource,
  type UnseenKind,
} from '@enablement/core';
import { createClients, type NetsapiensClient, type NetsapiensOptions } from '../client.ts';
import { credentialOf } from '../credential-of.ts';
import { addresses } from './addresses.ts';
import { answerRules } from './answer-rules.ts';
import { contacts } from './contacts.ts';
import { devices } from './devices.ts';
import { domains } from './domains.ts';
import { numbers } from './numbers.ts';
import { phones } from './phones.ts';
import type { Place, Shelf } from './shelf.ts';
import { sites } from './sites.ts';
import { users } from './users.ts';

export { loginOf } from '../platform-login.ts';

const SHELVES: Readonly<Record<Kind, Shelf>> = {
  domain: domains,
  'emergency address': addresses,
  site: sites,
  user: users,
  device: devices,
  phone: phones,
  number: numbers,
  'answer rule': answerRules,
  contact: contacts,
};

/** Customers' domains on NetSapiens. DomainLooking opens a client that only reads. */
export function createCustomerPlatform(options: NetsapiensOptions): CustomerPlatform {
  const open = createClients(options);
  const client = (login: PlatformLogin, mayWrite: boolean): NetsapiensClient =>
    open({ portalUrl: login.portalUrl, mayWrite, credential: credentialOf(login) });
  return {
    observe: async (login, looking) => await observe(client(login, false), looking),
    async create(login, domain, resource) {
      const outcome = await SHELVES[resource.kind].create(client(login, true), domain, resource);
      return outcome === 'created' ? 'created' : 'already there';
    },
    change: async (login, domain, resource) => await SHELVES[resource.kind].change(client(login, true), domain, resource),
    delete: async (login, domain, resource) => await SHELVES[resource.kind].delete(client(login, true), domain, resource),
  };
}

async function observe(client: NetsapiensClient, { domain, kinds, users }: DomainLooking): Promise<ObservedDomain> {
  const resources: Resource[] = [];
  const unseen: UnseenKind[] = [];
  const take = async (kind: Kind, at: Place) => {
    for await (const resource of SHELVES[kind].read(client, at)) resources.push(resource);
  };
  await take('domain', { domain, users: [] });
  if (resources.length === 0) return { resources, unseen };
  const everybody = users === 'everybody';
  for (const kind of KINDS.filter((one) => one !== 'domain' && (kinds.includes(one) || (everybody && one === 'user')))) {
    // Users come before what belongs to them, so that their list is read once.
    const names = everybody ? resources.filter((one) => one.kind === 'user').map(({ name }) => name) : users;
    try {
      await take(kind, { domain, users: names });
    } catch (error) {
      // A release without the list is no reason to know nothing of the rest; neither is a scope that is too low.
      if (!(error instanceof Refused)) throw error;
      unseen.push({ kind, why: `The platform does not show each ${kind}: ${error.message}` });
    }
  }
  return { resources, unseen };
}
