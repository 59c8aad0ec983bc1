import path from 'node:path';
import { freePorts, type Program, type ProgramOptions, ROOT, startProgram } from './program.ts';

export interface Ports {
  readonly slack: number;
  readonly bot: number;
  readonly web: number;
  readonly netsapiens: number;
  readonly acrobits: number;
  readonly smtp: number;
  readonly provisioning: number;
  /** Where the mock's core answers SIP, if it does: UDP and TCP, and TLS. */
  readonly sip?: number;
  readonly sips?: number;
}

/** The ports when a person starts everything together. */
export const USUAL_PORTS: Ports = {
  slack: 4100,
  bot: 4200,
  web: 4300,
  netsapiens: 4401,
  acrobits: 4402,
  smtp: 4425,
  provisioning: 4500,
  sip: 4460,
  sips: 4461,
};

export type Part = 'postgres' | 'netsapiens' | 'acrobits' | 'slack' | 'web' | 'bot' | 'provisioning';

export const PARTS: readonly Part[] = ['postgres', 'netsapiens', 'acrobits', 'slack', 'web', 'bot', 'provisioning'];

export interface StackOptions {
  readonly dataDir: string;
  /** Parts that are not started with the others. */
  readonly without?: readonly Part[];
  /** A database to use instead of the part `postgres`. */
  readonly databaseUrl?: string | undefined;
  readonly ports?: Ports;
  /** Whether the mock's staff answers by itself. */
  readonly autoReply?: boolean;
  /** Whether the mocks write what they know into `dataDir`, so that it survives them as it survives a real vendor's processes. */
  readonly vendorsRemember?: boolean;
  readonly socketMode?: boolean;
  readonly env?: Partial<Record<Part, Readonly<Record<string, string>>>>;
  readonly onLine?: (part: Part, line: string) => void;
}

/** Everything on this machine: both mocks, the local Slack, our own programs and their database, each a process. */
export class Stack {
  readonly ports: Ports;
  readonly #options: StackOptions;
  readonly #programs = new Map<Part, Program>();
  /** What stopped programs had printed. */
  readonly #past: string[] = [];

  private constructor(options: StackOptions, ports: Ports) {
    this.#options = options;
    this.ports = ports;
  }

  static async start(options: StackOptions): Promise<Stack> {
    const stack = new Stack(options, options.ports ?? (await somePorts()));
    try {
      // The vendor mock makes the development certificate that the others trust from their first line on.
      for (const parts of [
        ['postgres', 'netsapiens'],
        ['acrobits', 'slack'],
        ['web', 'bot', 'provisioning'],
      ] as const)
        await Promise.all(parts.filter((part) => !options.without?.includes(part)).map((part) => stack.start(part)));
    } catch (error) {
      await stack.stop();
      throw error;
    }
    return stack;
  }

  get databaseUrl(): string | undefined {
    return this.#options.databaseUrl;
  }

  get urls() {
    const at = (port: number) => `http://127.0.0.1:${port}`;
    const { slack, bot, web, netsapiens, acrobits, provisioning } = this.ports;
    return {
      slack: at(slack),
      bot: at(bot),
      web: `http://localhost:${web}`,
      netsapiens: at(netsapiens),
      acrobits: at(acrobits),
      provisioning: at(provisioning),
      /** What a person types into the form, and what Acrobits returns. */
      portal: `https://localhost:${netsapiens}`,
      messagingHost: `localhost:${acrobits}`,
    };
  }

  /** Starts a part, again if need be. `extra` is for this one start. */
  async start(part: Part, extra: Readonly<Record<string, string>> = {}, mayDie = false): Promise<Program> {
    const before = this.#programs.get(part);
    if (before) this.#past.push(before.output());
    const { onLine, env } = this.#options;
    const recipe = this.#recipe(part);
    const program = await startProgram({
      ...recipe,
      env: { ...recipe.env, ...env?.[part], ...extra },
      mayDie,
      ...(onLine ? { onLine: (line: string) => onLine(part, line) } : {}),
    });
    this.#programs.set(part, program);
    return program;
  }

  program(part: Part): Program {
    const program = this.#programs.get(part);
    if (program === undefined) throw new Error(`${part} was not started`);
    return program;
  }

  /** Everything that all programs have printed, for searching. */
  output(): string {
    return [...this.#past, ...[...this.#programs.values()].map((program) => program.output())].join('\n');
  }

  async stop(): Promise<void> {
    for (const part of [...PARTS].reverse()) await this.#programs.get(part)?.stop();
  }

  #recipe(part: Part): ProgramOptions {
    const { ports, urls } = this;
    const { dataDir } = this.#options;
    const database = this.databaseUrl === undefined ? {} : { DATABASE_URL: this.databaseUrl };
    const shared = {
      ...database,
      DATA_DIR: dataDir,
      NODE_EXTRA_CA_CERTS: path.join(dataDir, 'tls/cert.pem'),
      NODE_NO_WARNINGS: '1',
    };
    const slackTokens = { SLACK_SIGNING_SECRET: 'local-signing-secret', SLACK_BOT_TOKEN: 'xoxb-local' };
    // The cast of the local Slack: Olivia is in the group ops, Adam in the group approvers; Greta and Dan get nothing.
    const roles = { ROLE_VIEWER: 'U0VERA', ROLE_OPERATOR: 'U0OLIVIA,S0OPS', ROLE_APPROVER: 'S0APPROVERS', ROLE_ADMIN: 'U0ADA' };
    const appToken = this.#options.socketMode ? { SLACK_APP_TOKEN: 'xapp-local' } : {};
    const memory = this.#options.vendorsRemember ? { STATE_FILE: path.join(dataDir, `${part}.state`) } : {};
    switch (part) {
      case 'postgres':
        return {
          name: part,
          main: 'packages/gateways/src/postgres/main.ts',
          ready: /postgres ready/,
          env: { DATA_DIR: dataDir },
        };
      case 'netsapiens':
        return {
          name: part,
          main: 'apps/mock-netsapiens/src/main.ts',
          ready: /listening/,
          env: {
            DATA_DIR: dataDir,
            PORT: String(ports.netsapiens),
            SIP_PORT: String(ports.sip ?? 0),
            SIP_TLS_PORT: String(ports.sips ?? 0),
            ...memory,
          },
        };
      case 'acrobits':
        return {
          name: part,
          main: 'apps/mock-acrobits/src/main.ts',
          ready: /listening/,
          env: {
            ...shared,
            ...memory,
            PORT: String(ports.acrobits),
            SMTP_PORT: String(ports.smtp),
            MESSAGING_HOST: urls.messagingHost,
            AUTO_REPLY: this.#options.autoReply ? '1' : '0',
          },
        };
      case 'slack':
        return {
          name: part,
          main: 'apps/slack-workspace/src/main.ts',
          ready: /listening/,
          env: {
            ...slackTokens,
            SLACK_APP_TOKEN: 'xapp-local',
            PORT: String(ports.slack),
            BOT_URL: `${urls.bot}/slack/events`,
            COMMANDS: path.join(ROOT, 'apps/bot/manifest.json'),
          },
        };
      case 'web':
        return {
          name: part,
          main: 'apps/web/src/main.ts',
          ready: /listening/,
          env: { ...shared, PORT: String(ports.web), PUBLIC_URL: urls.web, ALLOW_PRIVATE_HOSTS: '1' },
        };
      case 'provisioning':
        return {
          name: part,
          main: 'apps/provisioning/src/main.ts',
          ready: /provisioning listening/,
          env: { ...shared, PORT: String(ports.provisioning), PHONES_URL: urls.provisioning, ALLOW_PRIVATE_HOSTS: '1' },
        };
      case 'bot':
        return {
          name: part,
          main: 'apps/bot/src/main.ts',
          ready: /bot listening/,
          env: {
            ...shared,
            ...slackTokens,
            ...appToken,
            ...roles,
            PORT: String(ports.bot),
            PUBLIC_URL: urls.web,
            SLACK_API_URL: `${urls.slack}/api/`,
            PHONES_URL: urls.provisioning,
            SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
            ACROBITS_CONTACT: 'contact@acrobits.example',
            ALLOW_PRIVATE_HOSTS: '1',
            // Plans and applies customers' domains as a Super User of the mock.
            NS_PORTAL_URL: urls.portal,
            NS_CLIENT_ID: 'acrobits-softphone',
            NS_CLIENT_SECRET: 'mock-client-secret',
            NS_USERNAME: 'super@system.example',
            NS_PASSWORD: 'mock-password',
            // No telephone server listens at the mocks' core, and a look at it would say so.
            RECHECK_HOURS: '0',
          },
        };
    }
  }
}

async function somePorts(): Promise<Ports> {
  const [slack = 0, bot = 0, web = 0, netsapiens = 0, acrobits = 0, smtp = 0, provisioning = 0, sip = 0, sips = 0] =
    await freePorts(9);
  return { slack, bot, web, netsapiens, acrobits, smtp, provisioning, sip, sips };
}
