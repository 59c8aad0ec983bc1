import { z } from 'zod';
import { contactEmail, domainName } from '../enablement/fields.ts';

/**
 * A customer's file: what a domain should be, in words of telephony and without the platform's member names. What it leaves out is
 * left alone on the platform. Secrets and generated passwords never stand in it.
 * Source: the provisioning flow domain → users → devices or phones → numbers → answer rules (seed of the product), and the members
 * of the NetSapiens API v2.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being refused
const PRINTABLE = /^[^\u0000-\u001f\u007f]*$/;
const text = (max: number) =>
  z
    .string('expected a text')
    .min(1, 'expected a text that is not empty')
    .max(max, `expected at most ${max} characters`)
    .regex(PRINTABLE, 'expected one line without control characters');

/** YAML reads an extension without quotes as a number and drops its zeros, so that only texts are taken. */
const digits = (what: string, shape: RegExp, example: string) =>
  z.string(`expected ${what} in quotes, for example "${example}"`).regex(shape, `expected ${what}, for example "${example}"`);

const extension = digits('an extension of 2 to 16 digits', /^\d{2,16}$/, '100');
const number = digits('a phone number with its country code, digits only', /^\d{7,15}$/, '15551230100');
const callerId = digits('a phone number, digits only', /^\d{3,15}$/, '15551230100');
const mac = z
  .string('expected a MAC address in quotes, for example "00:04:f2:aa:bb:cc"')
  .regex(/^[0-9a-f]{2}([:-]?[0-9a-f]{2}){5}$/i, 'expected a MAC address, for example "00:04:f2:aa:bb:cc"');
/** The device is the extension, or the extension and one letter; of other names it is not certain that they ring. */
const suffix = z.string().regex(/^[a-z]?$/, 'expected one small letter, or "" for the extension itself');
const device = digits('a device: an extension, or an extension and one letter', /^\d{2,16}[a-z]?$/, '100m');
const zone = text(64).regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/, 'expected a time zone, for example US/Pacific');
const name = text(64);
const count = z.int('expected a whole number').min(0, 'expected 0 (no limit) or more').max(1_000_000);

export const SCOPES = [
  'Basic User',
  'Simple User',
  'Advanced User',
  'Call Center Agent',
  'Call Center Supervisor',
  'Site Manager',
  'Office Manager',
  'No Portal',
] as const;

/** Whom a rule rings or forwards to: extensions, numbers, devices, or the platform's own words (`vmail_100`, `queue_sales`, `<OwnDevices>`). */
const targets = z.array(text(80)).max(30, 'expected at most 30 targets').readonly();

const AnswerRule = z.strictObject({
  timeFrame: text(64).default('*').describe('The time frame it is for; `*` is always.'),
  enabled: z.boolean().optional(),
  ring: targets.optional().describe('Rings these at the same time, for example `<OwnDevices>`.'),
  doNotDisturb: z.boolean().optional(),
  forwardAlways: targets.optional(),
  forwardOnBusy: targets.optional(),
  forwardNoAnswer: targets.optional(),
  forwardWhenUnregistered: targets.optional(),
});

export const Contact = z.strictObject({
  firstName: name.optional(),
  lastName: name.optional(),
  company: name.optional(),
  email: contactEmail.optional(),
  work: callerId.optional(),
  cell: callerId.optional(),
  home: callerId.optional(),
  fax: callerId.optional(),
});

export const User = z.strictObject({
  user: extension.describe('The extension.'),
  firstName: name,
  lastName: name,
  email: contactEmail,
  scope: z.enum(SCOPES, `expected one of ${SCOPES.join(', ')}`).default('Basic User'),
  login: text(120).optional().describe('Unique on the whole platform; left out, it is user@domain.'),
  department: name.optional(),
  site: name.optional(),
  timeZone: zone.optional(),
  voicemail: z.boolean().optional(),
  ringSeconds: z.int('expected whole seconds').min(0).max(3600).optional(),
  callerIdName: text(32).optional(),
  callerIdNumber: callerId.optional(),
  emergencyAddress: name.optional().describe('The name of one of the emergency addresses below.'),
  devices: z
    .array(suffix)
    .max(26)
    .readonly()
    .optional()
    .describe('Suffixes: `""` is the device named as the extension, `m` the softphone.'),
  answerRules: z.array(AnswerRule).max(50).readonly().optional(),
  contacts: z.array(Contact).max(10_000).readonly().optional(),
});

export const Phone = z.strictObject({
  mac,
  model: text(80).describe('Brand and model as the platform lists them, for example Polycom VVX 411.'),
  transport: z.enum(['udp', 'tcp', 'tls'], 'expected udp, tcp or tls').optional(),
  lines: z.array(device).min(1, 'expected at least one line').max(4, 'expected at most 4 lines').readonly(),
});

const Destination = z.union(
  [
    z.strictObject({ user: extension }),
    z.strictObject({ voicemail: extension }),
    z.strictObject({ queue: extension }),
    z.literal('available'),
  ],
  'expected { user: "100" }, { voicemail: "100" }, { queue: "500" } or available',
);

export const PhoneNumber = z.strictObject({
  number,
  to: Destination,
  description: text(120).optional(),
});

export const EmergencyAddress = z.strictObject({
  name,
  caller: name.describe('Who is calling, as the emergency services are told.'),
  line1: name,
  line2: name.optional(),
  city: name,
  state: text(8),
  postalCode: text(16),
  country: text(2).regex(/^[A-Z]{2}$/, 'expected two capital letters, for example US'),
});

export const CustomerFile = z.strictObject({
  domain: domainName,
  reseller: text(64).optional().describe('Left out, the reseller of whoever applies the plan.'),
  description: text(120).optional(),
  timeZone: zone.optional(),
  dialPolicy: text(64).optional(),
  areaCode: z.int().min(100).max(999).optional(),
  callerIdName: text(32).optional(),
  callerIdNumber: callerId.optional(),
  limits: z
    .strictObject({
      users: count.optional(),
      sites: count.optional(),
      activeCalls: count.optional(),
      offnetCalls: count.optional(),
    })
    .optional(),
  emergencyAddresses: z.array(EmergencyAddress).max(500).readonly().optional(),
  sites: z
    .array(z.strictObject({ site: name, timeZone: zone.optional() }))
    .max(500)
    .readonly()
    .optional(),
  users: z.array(User).max(20_000).readonly().optional(),
  phones: z.array(Phone).max(20_000).readonly().optional(),
  numbers: z.array(PhoneNumber).max(20_000).readonly().optional(),
  contacts: z.array(Contact).max(10_000).readonly().optional().describe('Contacts that the whole domain shares.'),
  enable: z
    .strictObject({
      acrobitsMessaging: z
        .boolean()
        .optional()
        .describe('Synchronize messages with Acrobits Cloud Softphone once the domain is there.'),
      xima: z
        .strictObject({ did: number.describe('The number that Xima tests with; it routes to the CCaaS handset or extension.') })
        .optional()
        .describe('Check readiness for Xima CCaaS once the domain is there.'),
    })
    .optional(),
});

export type CustomerFile = z.infer<typeof CustomerFile>;
export type CustomerUser = NonNullable<CustomerFile['users']>[number];
export type CustomerContact = z.infer<typeof Contact>;

/** The JSON Schema (draft 2020-12) that editors complete and check customer files with. */
export const customerFileSchema = (): object => ({
  title: 'Customer of a NetSapiens platform',
  ...z.toJSONSchema(CustomerFile, { io: 'input', target: 'draft-2020-12' }),
});
