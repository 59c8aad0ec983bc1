import { z } from 'zod';
import { Holders } from './people/role-book.ts';

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');
const port = z.coerce.number().int().min(0).max(65535);

const Settings = z.object({
  PORT: port.default(4200),
  HOST: z.string().default('127.0.0.1'),
  SLACK_SIGNING_SECRET: z.string().min(1),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-'),
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
  ENVIRONMENTS: z.string().optional(),
  PHONES_URL: z
    .url()
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  PHONE_TEMPLATES: z.string().optional(),
  EXECUTOR_ID: z.string().default('bot'),
  CRASH_AT: z.string().optional(),
  ASK_AT_STEPS: z.url().optional(),
  NODE_ENV: z.string().optional(),
});
export type Settings = z.infer<typeof Settings>;

const EXPECTED: Partial<Record<keyof Settings, string>> = {
  SLACK_SIGNING_SECRET: 'the signing secret from the app’s Basic Information page',
  SLACK_BOT_TOKEN: 'the bot token, starting with xoxb-',
  SLACK_APP_TOKEN: 'an app-level token, starting with xapp-',
  PUBLIC_URL: 'the address under which people reach the web program, for example https://enablement.northwind.example',
  PHONES_URL: 'the address under which phones reach the provisioning program, for example https://phones.northwind.example',
  SMTP_URL: 'the mail server, for example smtp://mail.northwind.example:587',
  DATABASE_URL: 'a PostgreSQL address, postgres://…',
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
  const developmentOnly = (['SLACK_API_URL', 'CRASH_AT', 'ASK_AT_STEPS'] as const).find(
    (name) => parsed.data[name] !== undefined,
  );
  if (parsed.data.NODE_ENV === 'production' && (developmentOnly !== undefined || parsed.data.ALLOW_PRIVATE_HOSTS))
    throw new Error(
      `${developmentOnly ?? 'ALLOW_PRIVATE_HOSTS'} is for development only: remove it, or unset NODE_ENV=production.`,
    );
  return parsed.data;
}
