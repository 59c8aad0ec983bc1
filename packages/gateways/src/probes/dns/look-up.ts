import { isIPv6 } from 'node:net';
import type { Probes, ServiceRecord } from '@enablement/core';
import { asAddress } from '../../net/address.ts';
import type { Guard } from '../../net/guard.ts';
import { within } from '../look.ts';
import type { Records } from './records.ts';

/** More are no honest answer, and each would be looked up. */
const MOST_RECORDS = 20;

export function createLookUps(guard: Guard, records: Records): Pick<Probes, 'addresses' | 'services' | 'takesMail'> {
  return {
    addresses: (host, look) =>
      within(look, `The name server of ${host}`, async () => {
        const found = await guard.lookUp(host);
        if (found.length === 0) return { found: 'nothing' };
        const address = guard.offender(found);
        if (address !== undefined) return { found: 'private', address };
        return { found: 'public', v4: found.filter((one) => !isIPv6(one)), v6: found.filter((one) => isIPv6(one)) };
      }),

    services: (host, look) =>
      within(look, `The name server of ${host}`, async (signal) => {
        if (asAddress(host) !== undefined) return { udp: [], tcp: [], tls: [] };
        const of = async (service: string) => byPriority(await records.srv(`${service}.${host}`, signal));
        const [udp, tcp, tls] = await Promise.all([of('_sip._udp'), of('_sip._tcp'), of('_sips._tcp')]);
        return { udp, tcp, tls };
      }),

    takesMail: (domain, look) =>
      within(look, `The name server of ${domain}`, async (signal) => {
        const exchanges = await records.mx(domain, signal);
        if (exchanges.length > 0) return exchanges.some((exchange) => exchange !== '' && exchange !== '.');
        return (await guard.lookUp(domain)).length > 0;
      }),
  };
}

/** RFC 2782: the lowest priority first, and there the highest weight. */
const byPriority = (found: readonly ServiceRecord[]): readonly ServiceRecord[] =>
  found.toSorted((a, b) => a.priority - b.priority || b.weight - a.weight).slice(0, MOST_RECORDS);
