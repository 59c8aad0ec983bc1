import type { Inspection } from '../ports/inspection.ts';
import type { Network } from '../ports/network.ts';
import type { Probes } from '../ports/probes.ts';

/** A world where every host that resolves is in order, and nobody is shown anything inside NetSapiens. */
export const createMemoryProbes = (network: Network): Probes => ({
  async addresses(host) {
    const found = await network.resolve(host);
    if (found.resolved === 'nothing') return { found: 'nothing' };
    return found.resolved === 'private'
      ? { found: 'private', address: found.address }
      : { found: 'public', v4: found.addresses, v6: [] };
  },
  services: async () => ({ udp: [], tcp: [], tls: [] }),
  takesMail: async () => true,
  tls: async (host) => ({ handshake: 'done', version: 'TLSv1.3', names: [host], validTo: undefined, took: 20 }),
  https: async () => ({ status: 200, isHtml: false, clockAhead: 0, took: 20 }),
  sip: async () => ({ answered: true, status: 200, reason: 'OK', took: 20 }),
});

const notHere = async (): Promise<never> => {
  throw new Error('nothing in memory looks into NetSapiens');
};

export const createMemoryInspection = (): Inspection => ({
  client: async () => 'accepted',
  logIn: notHere,
  key: notHere,
  open: () => ({
    domain: notHere,
    users: notHere,
    userByLogin: notHere,
    devices: notHere,
    subscriptions: notHere,
    phoneNumber: notHere,
  }),
});
