import type { Environment } from '../environments/environment.ts';
import type { PhoneLogin } from '../ports/phone-platform.ts';
import { plainCloudId } from './read-login.ts';
import type { Softphone } from './softphone.ts';
import type { ParameterNames, PhoneTemplate } from './template.ts';

/** A node of Acrobits' Account XML. */
export interface AccountNode {
  readonly name: string;
  readonly value: string;
  readonly priority?: number | undefined;
}

export interface AccountContext {
  readonly environment: Environment;
  readonly template: PhoneTemplate;
  readonly parameters: ParameterNames;
  readonly login: PhoneLogin;
  /** Where this program is reached: `https://host[:port]/acrobits/provisioning`. */
  readonly address: string;
}

/** The word that tells a repeated call from the first one. */
export const REPROVISION = 'reprovision';

/**
 * A phone's account. In NetSapiens the device registers, its realm and address are the domain, often no host name at all, and the core
 * is what is connected to (facts: an Acrobits client's log on a NetSapiens platform).
 */
export function accountOf(softphone: Softphone, context: AccountContext): readonly AccountNode[] {
  const { environment, template } = context;
  const { device, password, domain } = softphone;
  const port = template.proxyPort === undefined ? '' : `:${template.proxyPort}`;
  return prioritized(template, [
    // An account with an empty title is not saved by the app.
    ['title', titleOf(softphone, template)],
    ['username', device],
    ['authUsername', device],
    ['password', password.reveal()],
    ['host', domain],
    ['proxy', `${environment.coreHost}${port}`],
    ['transport', template.transport],
    ['userDisplayName', softphone.displayName],
    ['voiceMailNumber', template.voiceMailNumber],
    ...Object.entries(template.settings),
    ...returning(context),
  ]);
}

/**
 * What a phone gets whose user is not let in any more. An error would leave the last good account in place, so that this one replaces
 * it: it cannot register anywhere (RFC 2606 keeps `.invalid` from ever being a host), says why, and asks again later.
 */
export function signedOutAccount(context: AccountContext): readonly AccountNode[] {
  return prioritized(context.template, [
    ['title', 'Signed out: ask your administrator'],
    ['username', 'signed-out'],
    ['authUsername', 'signed-out'],
    ['password', 'signed-out'],
    ['host', 'signed-out.invalid'],
    ['proxy', 'signed-out.invalid'],
    ['transport', context.template.transport],
    ['userDisplayName', 'Signed out'],
    ['voiceMailNumber', ''],
    ...returning(context),
  ]);
}

type Pair = readonly [name: string, value: string | number | undefined];

const prioritized = ({ priorities }: PhoneTemplate, pairs: readonly Pair[]): readonly AccountNode[] =>
  pairs.flatMap(([name, value]) => {
    if (value === undefined) return [];
    const priority = priorities[name];
    return [{ name, value: String(value), ...(priority === undefined ? {} : { priority }) }];
  });

function titleOf(softphone: Softphone, { title }: PhoneTemplate): string {
  const { user, device, domain, displayName } = softphone;
  const words: Record<string, string> = { user, device, domain, name: displayName.trim() || device };
  const filledIn = title.replace(/\{(name|user|device|domain)\}/g, (whole, name: string) => words[name] ?? whole);
  return filledIn.trim() === '' ? device : filledIn;
}

/** What the app needs for coming back: its log-in, and where and how often to ask. `%account[…]%` is filled in by the app. */
function returning({ environment, template, parameters, login, address }: AccountContext): readonly Pair[] {
  const { interval, method } = template.reprovision;
  const body = [
    [parameters.cloudId, plainCloudId(environment.cloudId)],
    [parameters.username, '%account[cloud_username]%'],
    [parameters.password, '%account[cloud_password]%'],
    [REPROVISION, '1'],
  ]
    .map((pair) => pair.join('='))
    .join('&');
  return [
    ['cloud_username', login.name],
    ['cloud_password', login.password.reveal()],
    ['extProvUrl', method === 'GET' ? `${address}?${body}` : address],
    ['extProvMethod', method],
    ['extProvPostData', method === 'GET' ? undefined : body],
    ['extProvInterval', interval],
  ];
}
