import type { CustomerContact, CustomerFile, CustomerUser } from './file.ts';
import { idOf, type Resource, type ResourceId, type Value, type Values } from './resource.ts';

/** What a customer's file wants, thing by thing, in the order of the file. */
export function wanted(file: CustomerFile): readonly Resource[] {
  const domain: Resource = { kind: 'domain', name: file.domain, values: domainValues(file), needs: [] };
  const here = [idOf(domain)];
  return [
    domain,
    ...(file.emergencyAddresses ?? []).map(
      ({ name, ...values }): Resource => ({ kind: 'emergency address', name, values: stated(values), needs: here }),
    ),
    ...(file.sites ?? []).map(
      ({ site, ...values }): Resource => ({ kind: 'site', name: site, values: stated(values), needs: here }),
    ),
    ...(file.users ?? []).flatMap((user) => ofUser(user, here)),
    ...(file.phones ?? []).map(
      ({ mac, ...values }): Resource => ({
        kind: 'phone',
        name: bareMac(mac),
        values: stated(values),
        needs: [...here, ...values.lines.map((line) => idOf({ kind: 'device', name: line }))],
      }),
    ),
    ...(file.numbers ?? []).map(({ number, to, description }): Resource => {
      const [route, target] = to === 'available' ? [to] : (Object.entries(to)[0] ?? []);
      const needs = route === 'user' || route === 'voicemail' ? [...here, idOf({ kind: 'user', name: String(target) })] : here;
      return { kind: 'number', name: number, values: stated({ route, target, description }), needs };
    }),
    ...(file.contacts ?? []).map((contact) => contactOf(contact, 'shared', here)),
  ];
}

/** `00:04:F2:AA:BB:CC` as the platform writes it: `0004f2aabbcc`. */
export const bareMac = (mac: string): string => mac.replaceAll(/[:-]/g, '').toLowerCase();

/** How a contact is recognised again: the platform's own ids are not known beforehand. */
export const nameOfContact = ({ firstName, lastName, company, email, work }: CustomerContact): string =>
  [firstName, lastName, company].filter(Boolean).join(' ') || email || work || 'unnamed';

function domainValues(file: CustomerFile): Values {
  const { reseller, description, timeZone, dialPolicy, areaCode, callerIdName, callerIdNumber, limits } = file;
  return stated({
    reseller,
    description,
    timeZone,
    dialPolicy,
    areaCode,
    callerIdName,
    callerIdNumber,
    maxUsers: limits?.users,
    maxSites: limits?.sites,
    maxActiveCalls: limits?.activeCalls,
    maxOffnetCalls: limits?.offnetCalls,
  });
}

function ofUser({ user, devices, answerRules, contacts, ...values }: CustomerUser, here: readonly ResourceId[]): Resource[] {
  const { site, emergencyAddress } = values;
  const me: Resource = {
    kind: 'user',
    name: user,
    values: stated(values),
    needs: [
      ...here,
      ...(site === undefined ? [] : [idOf({ kind: 'site', name: site })]),
      ...(emergencyAddress === undefined ? [] : [idOf({ kind: 'emergency address', name: emergencyAddress })]),
    ],
  };
  const needs = [...here, idOf(me)];
  return [
    me,
    ...(devices ?? []).map((suffix): Resource => ({ kind: 'device', name: user + suffix, user, values: {}, needs })),
    ...(answerRules ?? []).map(
      ({ timeFrame, ...rule }): Resource => ({
        kind: 'answer rule',
        name: `${user} ${timeFrame}`,
        user,
        values: stated(rule),
        needs,
      }),
    ),
    ...(contacts ?? []).map((contact): Resource => ({ ...contactOf(contact, user, needs), user })),
  ];
}

const contactOf = (contact: CustomerContact, owner: string, needs: readonly ResourceId[]): Resource => ({
  kind: 'contact',
  name: `${owner} ${nameOfContact(contact)}`,
  values: stated(contact),
  needs,
});

const stated = (values: { readonly [member: string]: Value | undefined }): Values =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, Value] => entry[1] !== undefined));
