import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import {
  buttonsOf,
  call,
  enterSecret,
  eventually,
  type FormAnswer,
  type Message,
  Operator,
  type PageSeen,
} from '../scripts/lib/person.ts';
import { freshDatabase } from '../scripts/lib/shared-postgres.ts';
import { Stack, type StackOptions } from '../scripts/lib/stack.ts';

export const CLIENT_SECRET = 'mock-client-secret';
export const PASSWORD = 'mock-password';
export const officeManagerOf = (domain: string): string => `integration-office-manager@${domain}`;

/** Everything running on this machine for one file of stories, with a data directory that is gone afterwards. */
export interface Stage {
  readonly stack: Stack;
  readonly olivia: Operator;
  readonly dataDir: string;
  close(): Promise<void>;
}

export interface StageOptions extends Omit<StackOptions, 'dataDir' | 'databaseUrl' | 'without'> {
  /** Whether what phones call is started, too. */
  readonly phones?: boolean;
  /** A PostgreSQL of its own, for stories about its files or its death; the others share one, each with a database of its own. */
  readonly ownPostgres?: boolean;
}

export async function openStage({ phones = false, ownPostgres = false, ...options }: StageOptions = {}): Promise<Stage> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'enablement-e2e-'));
  const database = ownPostgres ? undefined : await freshDatabase(inject('postgres'));
  const forget = () => Promise.all([rm(dataDir, { recursive: true, force: true }), database?.drop()]);
  try {
    const without = [...(database ? (['postgres'] as const) : []), ...(phones ? [] : (['provisioning'] as const))];
    const stack = await Stack.start({ dataDir, databaseUrl: database?.url, without, ...options });
    const close = async () => {
      try {
        await stack.stop();
      } finally {
        await forget();
      }
    };
    return { stack, olivia: new Operator(stack.urls.slack), dataDir, close };
  } catch (error) {
    await forget();
    throw error;
  }
}

/** A second address of the same platform: an environment of its own, since environments are told apart by their portal. */
export const otherPortal = ({ stack }: Stage): string => `https://127.0.0.1:${stack.ports.netsapiens}`;

/** What a person fills in, right in every field. */
export function filledIn({ stack }: Stage, more: Readonly<Record<string, string>>): Record<string, string> {
  return {
    contactName: 'Alex Example',
    contactEmail: 'ops@northwind.example',
    portalUrl: stack.urls.portal,
    coreHost: 'localhost',
    clientId: 'acrobits-softphone',
    ...more,
  };
}

/** Types the command, fills in the form and sends it; the form must be taken. */
export async function ask(stage: Stage, more: Readonly<Record<string, string>> & { readonly cspCompany: string }): Promise<void> {
  const answer: FormAnswer = await stage.olivia.ask(filledIn(stage, more));
  if (answer.ok !== true) throw new Error(`the form was refused: ${JSON.stringify(answer)}`);
}

export async function giveClientSecret({ olivia }: Stage, csp: string, secret = CLIENT_SECRET): Promise<void> {
  await giveSecretOn(await olivia.secretPage(csp, 'Enter client secret'), secret);
}

/** Enters a secret on a page that was asked for before. */
export async function giveSecretOn(page: { readonly url: string; readonly code: string }, secret = CLIENT_SECRET): Promise<void> {
  received(await enterSecret(page, secret));
}

/** The page for a secret of the environment that is entered anew, from the menu of a card that shows a domain in trouble. */
export async function renewalPage({ olivia }: Stage, csp: string, choice: string): Promise<{ url: string; code: string }> {
  const card = await olivia.card(csp);
  const menu = buttonsOf(card).find(({ type }) => type === 'overflow');
  const value = menu?.options?.find(({ text }) => text.text === choice)?.value;
  const click = { channel: olivia.channel, ts: card.ts, action_id: menu?.action_id, value };
  return olivia.pageAfter(choice, () => olivia.act('click', click));
}

/** Picks something in one of the card's menus, by what stands in front of it and by the choice. */
export async function choose(who: Operator, csp: string, menu: string, choice: string): Promise<void> {
  const { ts, action_id, value } = await eventually(
    `“${choice}” can be picked under “${menu}” on the card of ${csp}`,
    async () => {
      const card = await who.card(csp);
      const found = buttonsOf(card).find(({ placeholder }) => placeholder?.text === menu);
      const value = found?.options?.find(({ text }) => text.text === choice)?.value;
      return value === undefined ? undefined : { ts: card.ts, action_id: found?.action_id, value };
    },
  );
  await who.act('click', { channel: who.channel, ts, action_id, value });
}

/** Presses a button that opens a form, and fills it in; gives what the form says in the end, or nothing when it closed. */
export async function fillIn(
  who: Operator,
  csp: string,
  label: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  await who.press(csp, label);
  await eventually(`a form opens after “${label}”`, async () => (await who.modal()) !== undefined);
  const answer = await who.submit(fields);
  if (answer.errors !== undefined) throw new Error(`the form was refused: ${JSON.stringify(answer.errors)}`);
  const modal = await who.modal();
  return modal === undefined ? '' : JSON.stringify(modal.blocks);
}

export async function giveCredentials(
  { olivia }: Stage,
  csp: string,
  domain: string,
  { login = officeManagerOf(domain), password = PASSWORD } = {},
): Promise<void> {
  received(await enterSecret(await olivia.secretPage(csp, `Enter credentials: ${domain}`), password, login));
}

/** On a card once base enablement is complete; the step's name alone stands there from the beginning. */
export const BASE_COMPLETE = 'Base enablement complete: Cloud Softphone is enabled under cloudId';

/** From the first word to stored values; the mock's staff must answer by itself. */
export async function enableBase(stage: Stage, csp: string, domains: readonly string[] = []): Promise<Message> {
  await ask(stage, { cspCompany: csp, domains: domains.join('\n') });
  await giveClientSecret(stage, csp);
  return stage.olivia.cardSays(csp, BASE_COMPLETE);
}

/** The card says that this domain is synchronized. */
export const synchronized = ({ olivia }: Stage, csp: string, domain: string): Promise<Message> =>
  olivia.cardSays(csp, new RegExp(`${escaped(domain)}: (created|already existed) \\(\\d+\\), both subscriptions seen`));

const escaped = (text: string): string => text.replaceAll('.', '\\.');

function received({ outcome, text }: PageSeen): void {
  if (outcome !== 'accepted') throw new Error(`the page did not take the secret (${outcome}): ${text.slice(0, 2000)}`);
}

/** Cards of this CSP that stand in a channel now: one message a run is promised. */
export async function cardsOf({ olivia }: Stage, csp: string, channel?: string): Promise<readonly Message[]> {
  return (await olivia.messages(channel)).filter(({ text }) => text.startsWith(`Cloud Softphone for ${csp}:`));
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly deliveries: number;
}

/** Letters about this CSP in Acrobits' mailbox. */
export async function lettersAbout({ stack }: Stage, csp: string): Promise<readonly Letter[]> {
  const all = await call<readonly Letter[]>(`${stack.urls.acrobits}/_mock/mailbox`);
  return all.filter(({ subject }) => subject.includes(csp));
}

/** A bad day at one of the vendors, ordered at the mock's own door. */
export const breakVendor = ({ stack }: Stage, vendor: 'netsapiens' | 'acrobits', fault: object): Promise<unknown> =>
  call(`${stack.urls[vendor]}/_mock/faults`, fault);

/** A bad day at Slack. */
export const breakSlack = ({ stack }: Stage, fault: object): Promise<unknown> => call(`${stack.urls.slack}/_slack/faults`, fault);

/** Domains with an Office Manager each, added to what the platform has. */
export async function plantDomains({ stack }: Stage, domains: readonly string[], manager: object = {}): Promise<void> {
  await call(`${stack.urls.netsapiens}/_mock/seed`, {
    domains: domains.map((domain) => ({ domain })),
    users: domains.map((domain) => ({
      domain,
      user: '900',
      login: officeManagerOf(domain),
      password: PASSWORD,
      scope: 'Office Manager',
      ...manager,
    })),
  });
}
