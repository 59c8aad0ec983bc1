import { z } from 'zod';
import { Holders } from './people/role-book.ts';
import { flag, PolicySettings } from './policy.ts';

const port = z.coerce.number().int().min(0).max(65535);

const Settings = z.object({
  PORT: port.default(4200),
  HOST: z.string().default('127.0.0.1'),
  SLACK_SIGNING_SECRET: z.string().min(1),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-').optional(),
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^[\w.-]+$/)
    .optional(),
  SLACK_CLIENT_SECRET: z.string().min(8).optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-').optional(),
  SLACK_API_URL: z.url().optional(),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  DATA_DIR: z.string().default('.data'),
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  SMTP_URL: z.string().regex(/^smtps?:\/\//),
  MAIL_FROM: z.email().default('enablement@netsapiens.example'),
  ACROBITS_CONTACT: z.email().default('contact@acrobits.cz'),
  ALLOW_PRIVATE_HOSTS: flag,
  ROLE_VIEWER: Holders,
  ROLE_OPERATOR: Holders,
  ROLE_APPROVER: Holders,
  ROLE_ADMIN: Holders,
  ROLES_CACHED_SECONDS: z.coerce.number().int().min(0).max(300).default(60),
  ALLOWLIST: z.string().optional(),
  ESCALATION_CHANNEL: z
    .string()
    .regex(/^[CG][A-Z0-9]{2,}$/)
    .optional(),
  ...PolicySettings,
  EXECUTOR_ID: z.string().default('bot'),
  CRASH_AT: z.string().optional(),
  ASK_AT_STEPS: z.url().optional(),
  NODE_ENV: z.string().optional(),
});
export type Settings = z.infer<typeof Settings>;

const EXPECTED: Partial<Record<keyof Settings, string>> = {
  SLACK_SIGNING_SECRET: 'the signing secret from the app’s Basic Information page',
  SLACK_BOT_TOKEN: 'the bot token, starting with xoxb-',
  SLACK_CLIENT_ID: 'the client ID from the app’s Basic Information page',
  SLACK_CLIENT_SECRET: 'the client secret that belongs to SLACK_CLIENT_ID',
  SLACK_APP_TOKEN: 'an app-level token, starting with xapp-',
  PUBLIC_URL: 'the address under which people reach the web program, for example https://enablement.northwind.example',
  SMTP_URL: 'the mail server, for example smtp://mail.northwind.example:587',
  DATABASE_URL: 'a PostgreSQL address, postgres://…',
  ESCALATION_CHANNEL: 'the id of a Slack channel, C…, in which the bot is',
  APPROVE_CONTACT: '1 or 0',
  APPROVE_DOMAINS: '1 or 0',
  APPROVAL_QUORUM: 'how many people have to agree, a whole number from 1 to 9',
  APPROVAL_HOURS: 'how long an approval is waited for and counts, a whole number of hours from 1 to 720',
  REMIND_AFTER_DAYS: 'a whole number of business days from 1 to 30',
  REMIND_ACROBITS_AFTER_DAYS: 'a whole number of business days from 1 to 30',
  ESCALATE_AFTER: 'a whole number of reminders from 1 to 30',
  TIME_ZONE: 'the name of a time zone, for example Europe/Prague',
  WEEKEND: 'days like Sat,Sun',
  HOLIDAYS: 'dates like 2026-12-25,2027-01-01',
  BUSINESS_DAY_SECONDS: 'a whole number of seconds, at least 1',
  ROLES_CACHED_SECONDS: 'a whole number of seconds from 0 to 300',
};

/** Reads the environment; what is missing or malformed is told in one sentence that names the variable. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]) as keyof Settings;
    const expected = EXPECTED[name] ?? parsed.error.issues[0]?.message;
    throw new Error(`${name} is ${given[name] === undefined ? 'missing' : 'malformed'}: expected ${expected}.`);
  }
  const unclear = slackAccess(parsed.data);
  if (unclear !== undefined) throw new Error(unclear);
  const developmentOnly = (['SLACK_API_URL', 'CRASH_AT', 'ASK_AT_STEPS', 'BUSINESS_DAY_SECONDS'] as const).find(
    (name) => parsed.data[name] !== undefined,
  );
  if (parsed.data.NODE_ENV === 'production' && (developmentOnly !== undefined || parsed.data.ALLOW_PRIVATE_HOSTS))
    throw new Error(
      `${developmentOnly ?? 'ALLOW_PRIVATE_HOSTS'} is for development only: remove it, or unset NODE_ENV=production.`,
    );
  return parsed.data;
}

/** One workspace by its token, or several by the app's credentials: never both, never half. */
function slackAccess({ SLACK_BOT_TOKEN: token, SLACK_CLIENT_ID: id, SLACK_CLIENT_SECRET: secret }: Settings): string | undefined {
  if (id === undefined && secret === undefined)
    return token === undefined ? `SLACK_BOT_TOKEN is missing: expected ${EXPECTED.SLACK_BOT_TOKEN}.` : undefined;
  if (id === undefined) return `SLACK_CLIENT_ID is missing: expected ${EXPECTED.SLACK_CLIENT_ID}.`;
  if (secret === undefined) return `SLACK_CLIENT_SECRET is missing: expected ${EXPECTED.SLACK_CLIENT_SECRET}.`;
  if (token === undefined) return undefined;
  return 'SLACK_BOT_TOKEN is for one workspace, SLACK_CLIENT_ID for several that install the app: unset one of the two.';
}
