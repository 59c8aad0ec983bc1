import type { z } from 'zod';
import { Contact, CustomerFile, EmergencyAddress, Phone, PhoneNumber, User } from './file.ts';
import type { ObservedDomain } from './plan.ts';
import { idOf, type Kind, type Resource, type Values } from './resource.ts';

export interface Imported {
  readonly file: CustomerFile;
  /** What a file cannot say, each as a sentence: it stays on the platform, and no plan touches it. */
  readonly leftOut: readonly string[];
}

/**
 * The file that says what is there, so that its plan is empty. What a file cannot express (a device of another name, a number that
 * leads to a conference) is left out and named. `undefined` when there is no domain.
 */
export function importCustomer(observed: ObservedDomain): Imported | undefined {
  const all = (kind: Kind) => observed.resources.filter((resource) => resource.kind === kind);
  const [domain] = all('domain');
  if (domain === undefined) return undefined;
  const leftOut = observed.unseen.map(({ why }) => why);
  const take = <T>(schema: z.ZodType<T>, resource: Resource, given: object): T[] => {
    const read = schema.safeParse(given);
    if (read.success) return [read.data];
    const issue = read.error.issues[0];
    leftOut.push(`${idOf(resource)} is left out: ${[issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')}.`);
    return [];
  };
  const contactsOf = (owner: string | undefined) =>
    all('contact').flatMap((contact) => (contact.user === owner ? take(Contact, contact, contact.values) : []));
  const usersOwn = (user: Resource) => ({
    devices: all('device')
      .flatMap((device) => (device.user === user.name ? suffixOf(device, user.name, leftOut) : []))
      .sort(),
    answerRules: all('answer rule').flatMap(({ user: owner, name, values }) =>
      owner === user.name ? [{ timeFrame: name.slice(owner.length + 1), ...values }] : [],
    ),
    contacts: contactsOf(user.name),
  });
  const { maxUsers, maxSites, maxActiveCalls, maxOffnetCalls, ...values } = domain.values;
  const limits = given({ users: maxUsers, sites: maxSites, activeCalls: maxActiveCalls, offnetCalls: maxOffnetCalls });
  const file = {
    domain: domain.name,
    ...values,
    ...lists({
      emergencyAddresses: all('emergency address').flatMap((one) =>
        take(EmergencyAddress, one, { name: one.name, ...one.values }),
      ),
      sites: all('site').map(({ name, values: more }) => ({ site: name, ...more })),
      users: all('user').flatMap((one) => take(User, one, { user: one.name, ...one.values, ...lists(usersOwn(one)) })),
      phones: all('phone').flatMap((one) => take(Phone, one, { mac: one.name, ...one.values })),
      numbers: all('number').flatMap((one) =>
        take(PhoneNumber, one, { number: one.name, to: destination(one.values), ...described(one.values) }),
      ),
      contacts: contactsOf(undefined),
    }),
    ...(Object.keys(limits).length === 0 ? {} : { limits }),
  };
  return { file: CustomerFile.parse(file), leftOut };
}

function suffixOf({ name }: Resource, user: string, leftOut: string[]): string[] {
  const suffix = name.startsWith(user) ? name.slice(user.length) : undefined;
  if (suffix !== undefined && /^[a-z]?$/.test(suffix)) return [suffix];
  leftOut.push(`device ${name} is left out: its name is not ${user} and one small letter.`);
  return [];
}

const destination = ({ route, target }: Values): unknown => (route === 'available' ? route : { [String(route)]: target });
const described = ({ description }: Values) => (description === undefined ? {} : { description });

const given = (values: { readonly [member: string]: unknown }) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
const lists = (members: { readonly [member: string]: readonly unknown[] }) =>
  Object.fromEntries(Object.entries(members).filter(([, items]) => items.length > 0));
