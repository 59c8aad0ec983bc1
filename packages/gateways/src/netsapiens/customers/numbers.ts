import type { Values } from '@enablement/core';
import { given, inDomain, type Shelf, seen, text, word } from './shelf.ts';

const NUMBERS = '/domains/{domain}/phonenumbers';
const NUMBER = '/domains/{domain}/phonenumbers/{phonenumber}';

/** Where a number leads, in our words and in those of dial rules. */
const RULES = { user: 'to-user', voicemail: 'to-voicemail', queue: 'to-callqueue', available: 'available-number' } as const;
type Route = keyof typeof RULES;
const isRoute = (text: string): text is Route => text in RULES;
const routeOf = (rule: string | undefined): string | undefined =>
  Object.entries(RULES).find(([, theirs]) => theirs === rule)?.[0] ?? rule;

function body(domain: string, values: Values) {
  const route = String(values.route);
  const leads = route !== 'available';
  return {
    'dial-rule-application': RULES[isRoute(route) ? route : 'available'],
    'dial-rule-translation-destination-user': leads ? String(values.target) : '[*]',
    'dial-rule-translation-destination-host': leads ? domain : '[*]',
    ...given({ 'dial-rule-description': text(values.description) }),
  };
}

export const numbers: Shelf = {
  async *read(client, { domain }) {
    for await (const row of client.list(NUMBERS, { domain })) {
      const name = word(row.phonenumber);
      const values = seen({
        route: routeOf(word(row['dial-rule-application'])),
        target: word(row['dial-rule-translation-destination-user']),
        description: word(row['dial-rule-description']),
      });
      if (name !== undefined) yield { kind: 'number', name, values, needs: inDomain(domain) };
    }
  },

  async create(client, domain, { name: phonenumber, values }) {
    const look = () => client.get(NUMBER, { domain, phonenumber });
    return (await client.create(NUMBERS, { domain }, { phonenumber, ...body(domain, values) }, { look })).outcome;
  },

  async change(client, domain, { name: phonenumber, values }) {
    const look = () => client.get(NUMBER, { domain, phonenumber });
    await client.update(NUMBER, { domain, phonenumber }, body(domain, values), { look, repeatable: true });
  },

  async delete(client, domain, { name: phonenumber }) {
    const look = () => client.get(NUMBER, { domain, phonenumber });
    return await client.delete(NUMBER, { domain, phonenumber }, { look, repeatable: true });
  },
};
