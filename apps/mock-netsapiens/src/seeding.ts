import { randomBytes } from 'node:crypto';
import { releases } from '@enablement/contracts/netsapiens';
import { turnSwitches } from '@enablement/mock-kit';
import { z } from 'zod';
import { insert } from './bus.ts';
import { domainNamed, userByLogin } from './lookups.ts';
import { deliverSms } from './messages/deliver.ts';
import { versions } from './release.ts';
import { makeDomain } from './resources/domains.ts';
import { makeUser } from './seed.ts';
import { type State, scopes } from './state.ts';
import { SWITCHES } from './switches.ts';

const seedShape = z.strictObject({
  clients: z.array(z.strictObject({ id: z.string(), secret: z.string() })).default([]),
  /** Names of clients that an administrator revokes. */
  revokedClients: z.array(z.string()).default([]),
  domains: z
    .array(z.strictObject({ domain: z.string(), reseller: z.string().default('northwind'), description: z.string().default('') }))
    .default([]),
  /** A log-in that exists already is changed; a new one is added. */
  users: z
    .array(
      z.strictObject({
        domain: z.string(),
        user: z.string().max(16),
        login: z.string().optional(),
        password: z.string().optional(),
        scope: z.enum(scopes).optional(),
        securePassword: z.boolean().optional(),
        mfa: z.boolean().optional(),
      }),
    )
    .default([]),
  subscriptions: z
    .array(
      z.strictObject({
        domain: z.string(),
        model: z.string(),
        postUrl: z.string(),
        preferredServer: z.string().default('core1.example.net'),
      }),
    )
    .default([]),
  /** Text messages that arrive from outside: `to` is one of the platform's message numbers. */
  messages: z.array(z.strictObject({ from: z.string(), to: z.string(), text: z.string() })).default([]),
  /** As for `POST /_mock/switches`. */
  switches: z.record(z.string(), z.unknown()).default({}),
  /** Calls of a user: 0 outbound, 1 inbound, 2 missed, 3 to a colleague. */
  cdrs: z
    .array(
      z.strictObject({
        domain: z.string(),
        user: z.string(),
        direction: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
        number: z.string(),
        name: z.string().default(''),
        startedAt: z.iso.datetime(),
        talkingSeconds: z.int().min(0).default(60),
      }),
    )
    .default([]),
  /** Every token that was issued is past its time. */
  expireTokens: z.boolean().default(false),
  settleMs: z.int().min(0).optional(),
  /** From now on the platform is one of this line. */
  release: z.enum(releases).optional(),
});

/** `POST /_mock/seed`: adds to what is there. */
export function addSeed(state: State, body: unknown, now = new Date()): void {
  const parsed = seedShape.safeParse(body);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const { clients, revokedClients, domains, users, subscriptions, messages, switches, cdrs, expireTokens, settleMs, release } =
    parsed.data;
  turnSwitches(SWITCHES, state.switches, switches);
  state.clients = [...state.clients.filter(({ id }) => !revokedClients.includes(id)), ...clients];
  for (const domain of domains) {
    const { reseller } = domain;
    if (!state.tables.resellers.rows.has(reseller)) insert(state, 'resellers', { reseller, description: '' });
    if (domainNamed(state, domain.domain) === undefined) insert(state, 'domains', makeDomain(domain));
  }
  for (const { domain, user, ...wanted } of users) {
    const reseller = domainNamed(state, domain)?.reseller ?? 'northwind';
    const extra = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
    const made = makeUser(domain, reseller, user, ['Seeded', user], extra);
    const known = userByLogin(state, made.login);
    insert(state, 'users', known === undefined ? made : { ...known, ...extra });
  }
  for (const subscription of subscriptions) state.subscriptions.push(established(state, subscription));
  for (const { from, to, text } of messages) {
    const arrived = deliverSms(state, now, { type: 'sms', text, mediaType: null, mediaSize: null, from, to });
    if (arrived === undefined) throw new Error(`${to} is no message number of a user`);
  }
  for (const { startedAt, ...call } of cdrs) {
    const reseller = domainNamed(state, call.domain)?.reseller ?? '';
    insert(state, 'cdrs', { ...call, id: randomBytes(10).toString('hex'), reseller, startedAt: Date.parse(startedAt) });
  }
  if (expireTokens) for (const token of [...state.tokens.values(), ...state.jwts.values()]) token.expiresAt = now.getTime();
  if (settleMs !== undefined) state.settleMs = settleMs;
  if (release !== undefined) state.release = versions[release];
}

/** As if made long ago by Acrobits, for twenty years. */
function established(
  state: State,
  wanted: { domain: string; model: string; postUrl: string; preferredServer: string },
): State['subscriptions'][number] {
  return {
    ...wanted,
    id: randomBytes(16).toString('hex'),
    geoSupport: 'yes',
    scope: 'Office Manager',
    reseller: domainNamed(state, wanted.domain)?.reseller ?? '*',
    user: '*',
    madeBy: '900',
    errors: 0,
    posts: 1,
    createdAt: Date.UTC(2026, 0, 31),
    expiresAt: Date.UTC(2046, 0, 31),
  };
}
