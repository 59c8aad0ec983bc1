import type { Value, Values } from '@enablement/core';
import { bool, given, halves, inDomain, listOf, type Shelf, seen, word, yesNo } from './shelf.ts';

const RULES = '/domains/{domain}/users/{user}/answerrules';
const RULE = '/domains/{domain}/users/{user}/answerrules/{timeframe}';

/** Features of a rule that have targets. */
const FEATURES = {
  ring: 'simultaneous-ring',
  forwardAlways: 'forward-always',
  forwardOnBusy: 'forward-on-busy',
  forwardNoAnswer: 'forward-no-answer',
  forwardWhenUnregistered: 'forward-when-unregistered',
} as const;
type Feature = keyof typeof FEATURES;
const features = Object.keys(FEATURES) as Feature[];

/** An empty list of targets switches the feature off. */
const feature = (value: Value | undefined) =>
  value === undefined
    ? undefined
    : { enabled: listOf(value).length > 0 ? ('yes' as const) : ('no' as const), parameters: [...listOf(value)] };

const body = (values: Values) => ({
  enabled: yesNo(values.enabled ?? true) ?? 'yes',
  ...given({
    'simultaneous-ring': feature(values.ring),
    'forward-always': feature(values.forwardAlways),
    'forward-on-busy': feature(values.forwardOnBusy),
    'forward-no-answer': feature(values.forwardNoAnswer),
    'forward-when-unregistered': feature(values.forwardWhenUnregistered),
    'do-not-disturb': values.doNotDisturb === undefined ? undefined : { enabled: yesNo(values.doNotDisturb) ?? 'no' },
  }),
});

const memberOf = (thing: unknown, name: string): unknown =>
  typeof thing === 'object' && thing !== null ? Reflect.get(thing, name) : undefined;

function valuesOf(row: object): Values {
  const targets = (name: Feature): readonly string[] | undefined => {
    const found = memberOf(row, FEATURES[name]);
    if (found === undefined || found === null) return undefined;
    const parameters = memberOf(found, 'parameters');
    return memberOf(found, 'enabled') === 'yes' && Array.isArray(parameters) ? parameters.map(String) : [];
  };
  return seen({
    enabled: bool(memberOf(row, 'enabled')),
    ...Object.fromEntries(features.map((name) => [name, targets(name)])),
    doNotDisturb: bool(memberOf(memberOf(row, 'do-not-disturb'), 'enabled')),
  });
}

const shows = (wanted: Values) => (row: object) => {
  const found = valuesOf(row);
  return Object.entries(wanted).every(([member, value]) => JSON.stringify(found[member]) === JSON.stringify(value));
};

export const answerRules: Shelf = {
  async *read(client, { domain, users }) {
    for (const user of users) {
      for await (const row of client.list(RULES, { domain, user })) {
        const frame = word(row['time-frame']);
        if (frame !== undefined)
          yield {
            kind: 'answer rule',
            name: `${user} ${frame}`,
            user,
            values: valuesOf(row),
            needs: [...inDomain(domain), `user ${user}`],
          };
      }
    }
  },

  async create(client, domain, { name, values }) {
    const [user, timeframe] = halves(name);
    const look = () => client.get(RULE, { domain, user, timeframe });
    const written = { 'time-frame': timeframe, ...body(values) };
    return (await client.create(RULES, { domain, user }, written, { look, shows: shows(values) })).outcome;
  },

  async change(client, domain, { name, values }) {
    const [user, timeframe] = halves(name);
    const look = () => client.get(RULE, { domain, user, timeframe });
    await client.update(RULE, { domain, user, timeframe }, body(values), { look, shows: shows(values), repeatable: true });
  },

  async delete(client, domain, { name }) {
    const [user, timeframe] = halves(name);
    const look = () => client.get(RULE, { domain, user, timeframe });
    return await client.delete(RULE, { domain, user, timeframe }, { look, repeatable: true });
  },
};
