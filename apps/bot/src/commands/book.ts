import { HINT } from './words.ts';

/** A slash command of this app, as the manifest tells Slack of it. */
interface SlashCommand {
  /** What a deployment renames it with: Slack does not namespace commands, the app installed last would get them all. */
  readonly variable: string;
  readonly standard: string;
  readonly description: string;
  readonly hint: string;
}

/** Every command there is. Manifest, settings and listeners read it; a listener is added in `listeners.ts`. */
export const COMMANDS = {
  enableAcrobits: {
    variable: 'COMMAND',
    standard: '/enable-acrobits',
    description: 'Enable Acrobits Cloud Softphone on a NetSapiens platform',
    hint: HINT,
  },
  provisionDomain: {
    variable: 'COMMAND_PROVISION_DOMAIN',
    standard: '/provision-domain',
    description: 'Plan a customer’s domain from a file or a form, and apply it',
    hint: '[a form opens]',
  },
} as const satisfies Readonly<Record<string, SlashCommand>>;

export type CommandNames = Readonly<Record<keyof typeof COMMANDS, string>>;

const NAME = /^\/[a-z0-9_-]{1,31}$/;

/** What this deployment calls its commands. Throws one sentence that names the variable. */
export function readCommandNames(env: NodeJS.ProcessEnv): CommandNames {
  const seen = new Map<string, string>();
  const entries = Object.entries(COMMANDS).map(([key, { variable, standard }]) => {
    const name = env[variable] || standard;
    if (!NAME.test(name))
      throw new Error(
        `${variable} is malformed: expected a slash and at most 31 of a-z, 0-9, - and _, for example /enable-acrobits.`,
      );
    const other = seen.get(name);
    if (other !== undefined) throw new Error(`${variable} and ${other} are both ${name}: expected a name for each.`);
    seen.set(name, variable);
    return [key, name] as const;
  });
  return Object.fromEntries(entries) as CommandNames;
}
