import { z } from 'zod';
import { cloudId, domainName } from '../enablement/fields.ts';
import { plainCloudId } from './read-login.ts';

const flag = z.enum(['0', '1'], 'expected "0" or "1", in quotes');
const number = (from: number, to: number) =>
  z.int(`expected a whole number from ${from} to ${to}`).min(from, `expected at least ${from}`).max(to, `expected at most ${to}`);
const encryption = z.enum(['disabled', 'enabled', 'required'], 'expected disabled, enabled or required');
const payloadTypes = z.string().regex(/^\d{1,3}(,\d{1,3})*$/, 'expected payload types such as 9,0,8, the best first');
const text = z
  .string('expected a text')
  .min(1, 'expected a text that is not empty')
  .max(200, 'expected at most 200 characters')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'control characters are not allowed');
const dialled = text.regex(/^\S+$/, 'expected something to dial, without blanks, for example *701');

/** Nodes of Account XML that are the same for everybody: names, values and limits as Acrobits' own validators have them. */
const settings = z
  .strictObject({
    codecOrder: payloadTypes,
    codecOrder3G: payloadTypes,
    videoCodecOrder: payloadTypes,
    videoCodecOrder3G: payloadTypes,
    sdesIncoming: encryption,
    sdesOutgoing: encryption,
    dtlsIncoming: encryption,
    dtlsOutgoing: encryption,
    zrtpIncoming: encryption,
    zrtpOutgoing: encryption,
    natTraversal: z.enum(['auto', 'ice', 'stun', 'off'], 'expected auto, ice, stun or off'),
    STUN: text,
    contactIP: z.enum(['internal', 'external'], 'expected internal or external'),
    icm: z.enum(['auto', 'push', 'off', 'localPush'], 'expected auto, push, off or localPush'),
    pushNAT: flag,
    pushVoicemail: flag,
    keepAlive: flag,
    keepAlivePeriod: number(5, 3_600),
    expires: number(30, 86_400),
    dtmfOrder: z.string().regex(/^[a-z0-9]+(,[a-z0-9]+)*$/, 'expected for example rfc2833,info,audio'),
    allowVideo: flag,
    allowMessage: flag,
    callWaiting: flag,
    subscribeForVoicemail: flag,
  })
  .partial();
export type PhoneSettings = z.infer<typeof settings>;

const tile = z.union(
  [
    z.strictObject({ id: text, action: z.literal('remove') }),
    z.strictObject({ id: text, displayName: text, uri: dialled, priority: number(0, 100).optional() }),
  ],
  'expected id, displayName and uri, or id and action: remove',
);

const ability = z.enum(['Enabled', 'Disabled'], 'expected Enabled or Disabled');

/** What all phones of one cloudId have in common. Everything may be left out. */
export const phoneTemplate = z.strictObject({
  /** How the app calls the account. `{name}`, `{user}`, `{device}` and `{domain}` are filled in. */
  title: text.default('{name}'),
  /** Behind the extension in the device's name. */
  deviceSuffix: z
    .string()
    .regex(/^[A-Za-z]{1,4}$/, 'expected letters, by custom one small one: m')
    .default('m'),
  /** Whose extensions are meant when somebody types nothing but digits. */
  defaultDomain: domainName.optional(),
  transport: z.enum(['udp', 'tcp', 'tls', 'tls+sip:'], 'expected udp, tcp, tls or tls+sip:').default('udp'),
  /** Of the core; left out, the app takes that of the transport. */
  proxyPort: number(1, 65_535).optional(),
  voiceMailNumber: dialled.optional(),
  settings: settings.default({}),
  /** Nodes that the user may not change in the app (from 41 on), or that give way (below 20). */
  priorities: z.record(z.string().regex(/^[A-Za-z_]+$/), number(0, 100)).default({}),
  reprovision: z
    .strictObject({
      /** Seconds. */
      interval: number(60, 604_800).default(3_600),
      method: z.enum(['POST', 'GET'], 'expected POST or GET').default('POST'),
    })
    .prefault({}),
  quickDial: z.array(tile).max(1_000).default([]),
  /** Shown first, and not to be changed in the app. */
  parkSlots: z
    .array(z.strictObject({ number: dialled, title: text }))
    .max(100)
    .default([]),
  /** Whether NetSapiens' contacts become tiles. */
  contacts: z.boolean('expected true or false').default(true),
  /** `<dialActions>…</dialActions>`, passed on as it is once it has been seen to be XML. */
  dialActions: z.string().max(100_000).optional(),
  sessionTalk: z
    .strictObject({
      /** The Domain of the SessionCloud portal: only what stands before it is sent. */
      parentDomain: domainName.optional(),
      transport: z.enum(['UDP', 'TCP', 'TLS'], 'expected UDP, TCP or TLS, in capitals').optional(),
      srtp: ability.optional(),
      messaging: ability.optional(),
      video: ability.optional(),
      callrecording: ability.optional(),
    })
    .default({}),
});
export type PhoneTemplate = z.infer<typeof phoneTemplate>;

const parameterName = z.string().regex(/^[A-Za-z0-9_.-]{1,40}$/, 'expected a name such as cloud_username');

/** How the phones' requests are named. The defaults are those of Acrobits' samples. */
const parameterNames = z
  .strictObject({
    username: parameterName.default('cloud_username'),
    password: parameterName.default('cloud_password'),
    cloudId: parameterName.default('cloud_id'),
  })
  .refine(
    ({ username, password, cloudId: cloud }) => new Set([username, password, cloud]).size === 3,
    'the three names must differ',
  );
export type ParameterNames = z.infer<typeof parameterNames>;

/** The file of templates. */
export const phoneTemplates = z.strictObject({
  parameters: parameterNames.prefault({}),
  phones: z
    .array(phoneTemplate.extend({ cloudId: cloudId.transform(plainCloudId) }))
    .max(1_000)
    .default([]),
});
export type PhoneTemplates = z.infer<typeof phoneTemplates>;
