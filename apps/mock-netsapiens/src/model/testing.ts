import fc from 'fast-check';

/** What somebody asks of the platform, as a Super User. */
export interface Step {
  readonly do: 'create' | 'update' | 'delete' | 'get' | 'list';
  readonly what: 'domain' | 'user' | 'device' | 'number' | 'subscription';
  readonly domain: string;
  readonly user: string;
  readonly device: string;
  readonly number: string;
  readonly hook: string;
  readonly word: string;
}

const usual: Omit<Step, 'do' | 'what'> = {
  domain: 'one.example',
  user: '200',
  device: '200',
  number: '15552000001',
  hook: 'https://hooks.example.net/a',
  word: 'red',
};

/** Few names, and mostly the same ones, so that things meet. */
const mostly = (often: string, seldom: string): fc.Arbitrary<string> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(often) }, { weight: 1, arbitrary: fc.constant(seldom) });
const kinds = ['domain', 'user', 'device', 'number', 'subscription'] as const;
const anyStep: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('create', 'create', 'create', 'update', 'delete', 'get', 'list'),
  what: fc.constantFrom(...kinds),
  domain: mostly(usual.domain, 'two.example'),
  user: mostly(usual.user, '201'),
  device: mostly(usual.device, '200m'),
  number: mostly(usual.number, '15552000002'),
  hook: mostly(usual.hook, 'https://hooks.example.net/b'),
  word: fc.constantFrom('green', 'blue'),
});

/** Begins with one of each, as most of what is worth trying needs something that is there. */
export const steps: fc.Arbitrary<Step[]> = fc
  .array(anyStep, { minLength: 1, maxLength: 25 })
  .map((some) => [...kinds.map((what): Step => ({ ...usual, do: 'create', what })), ...some]);

/** What the platform is taken to be: five tables, and who goes with whom. Values are the word that was said last. */
export interface Model {
  readonly domains: Map<string, string>;
  readonly users: Map<string, string>;
  readonly devices: Map<string, { readonly user: string; readonly word: string }>;
  readonly numbers: Map<string, { readonly domain: string; readonly word: string }>;
  readonly subscriptions: Map<string, string>;
}

export const createModel = (): Model => ({
  domains: new Map(),
  users: new Map(),
  devices: new Map(),
  numbers: new Map(),
  subscriptions: new Map(),
});

function forget<Value>(table: Map<string, Value>, gone: (key: string, value: Value) => boolean): void {
  for (const [key, value] of table) if (gone(key, value)) table.delete(key);
}

const userKey = ({ domain, user }: Step): string => `${domain}/${user}`;
const deviceKey = ({ domain, device }: Step): string => `${domain}/${device}`;
const hookKey = ({ domain, hook }: Step): string => `${domain} ${hook}`;

type Turn = Readonly<Record<Step['what'], (model: Model, step: Step) => number>>;

const creates: Turn = {
  domain({ domains }, { domain, word }) {
    if (domains.has(domain)) return 409;
    domains.set(domain, word);
    return 200;
  },
  user({ domains, users }, step) {
    if (!domains.has(step.domain)) return 404;
    if (users.has(userKey(step))) return 409;
    users.set(userKey(step), step.word);
    return 200;
  },
  device({ users, devices }, step) {
    if (!users.has(userKey(step))) return 404;
    if (devices.has(deviceKey(step))) return 409;
    devices.set(deviceKey(step), { user: step.user, word: step.word });
    return 200;
  },
  number({ users, numbers }, step) {
    // A number may lead only to a user who is there, and is one on the whole platform.
    if (!users.has(userKey(step))) return 404;
    if (numbers.has(step.number)) return 409;
    numbers.set(step.number, { domain: step.domain, word: step.word });
    return 202;
  },
  subscription({ domains, subscriptions }, step) {
    if (!domains.has(step.domain)) return 404;
    if (subscriptions.has(hookKey(step))) return 409;
    subscriptions.set(hookKey(step), step.word);
    return 200;
  },
};

const finds: Turn = {
  domain: ({ domains }, { domain }) => (domains.has(domain) ? 202 : 404),
  user: ({ users }, step) => (users.has(userKey(step)) ? 202 : 404),
  device: ({ devices }, step) => (devices.get(deviceKey(step))?.user === step.user ? 202 : 404),
  number: ({ numbers }, { domain, number }) => (numbers.get(number)?.domain === domain ? 202 : 404),
  subscription: ({ subscriptions }, step) => (subscriptions.has(hookKey(step)) ? 202 : 404),
};

/** Whether there is a place in which such things could be. */
const hasPlace: Readonly<Record<Step['what'], (model: Model, step: Step) => boolean>> = {
  domain: () => true,
  user: ({ domains }, { domain }) => domains.has(domain),
  device: ({ users }, step) => users.has(userKey(step)),
  number: ({ domains }, { domain }) => domains.has(domain),
  subscription: () => true,
};

/** Only of what is there. */
const updates: Readonly<Record<Step['what'], (model: Model, step: Step) => void>> = {
  domain: ({ domains }, { domain, word }) => void domains.set(domain, word),
  user: ({ users }, step) => void users.set(userKey(step), step.word),
  device: ({ devices }, step) => void devices.set(deviceKey(step), { user: step.user, word: step.word }),
  number: ({ numbers }, { domain, number, word }) => void numbers.set(number, { domain, word }),
  subscription: ({ subscriptions }, step) => void subscriptions.set(hookKey(step), step.word),
};

/** Everything in a domain goes with it, but its subscriptions; devices go with their user, but not numbers. */
const removes: Readonly<Record<Step['what'], (model: Model, step: Step) => void>> = {
  domain({ domains, users, devices, numbers }, { domain }) {
    domains.delete(domain);
    for (const table of [users, devices]) forget<unknown>(table, (key) => key.startsWith(`${domain}/`));
    forget(numbers, (_, number) => number.domain === domain);
  },
  user({ users, devices }, step) {
    users.delete(userKey(step));
    forget(devices, (key, { user }) => key.startsWith(`${step.domain}/`) && user === step.user);
  },
  device: ({ devices }, step) => void devices.delete(deviceKey(step)),
  number: ({ numbers }, { number }) => void numbers.delete(number),
  subscription: ({ subscriptions }, step) => void subscriptions.delete(hookKey(step)),
};

/** Does the step to the model, and says which status the platform owes for it. */
export function expectStatus(model: Model, step: Step): number {
  if (step.do === 'list') return hasPlace[step.what](model, step) ? 200 : 404;
  if (step.do === 'create') return creates[step.what](model, step);
  const found = finds[step.what](model, step);
  if (found === 404) return 404;
  if (step.do === 'get') return 200;
  (step.do === 'update' ? updates : removes)[step.what](model, step);
  return found;
}
