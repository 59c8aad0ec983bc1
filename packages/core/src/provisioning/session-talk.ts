import type { Environment } from '../environments/environment.ts';
import type { Softphone } from './softphone.ts';
import type { PhoneTemplate } from './template.ts';

/** An account in SessionTalk's words. `sippassword` is open: it is what is sent. */
export interface SessionTalkAccount {
  readonly sipusername: string;
  readonly sippassword: string;
  readonly subdomain?: string;
  readonly authusername: string;
  readonly transport: 'UDP' | 'TCP' | 'TLS';
  readonly proxy: string;
  readonly srtp?: Ability;
  readonly messaging?: Ability;
  readonly video?: Ability;
  readonly callrecording?: Ability;
}
type Ability = 'Enabled' | 'Disabled';

export interface SessionTalkAnswer {
  /** True makes the app delete its accounts and make these; false makes it look at none of them. */
  readonly update: boolean;
  readonly sipaccounts: readonly SessionTalkAccount[];
  /** Shown to the person. */
  readonly errmsg?: string;
}

/** `undefined` when the user's domain is not below the portal's: the app would make a wrong name of it. */
export function sessionTalkAccount(
  softphone: Softphone,
  environment: Environment,
  template: PhoneTemplate,
): SessionTalkAccount | undefined {
  const { parentDomain, transport, ...abilities } = template.sessionTalk;
  const { device, password, domain } = softphone;
  const prefix = parentDomain === undefined ? undefined : prefixOf(domain, parentDomain);
  if (parentDomain !== undefined && prefix === undefined) return undefined;
  return {
    sipusername: device,
    sippassword: password.reveal(),
    ...(prefix ? { subdomain: prefix } : {}),
    authusername: device,
    transport: transport ?? TRANSPORTS[template.transport],
    proxy: environment.coreHost,
    ...defined(abilities),
  };
}

const TRANSPORTS = { udp: 'UDP', tcp: 'TCP', tls: 'TLS', 'tls+sip:': 'TLS' } as const;

/** Only what stands before the portal's domain is sent: the app puts the two together. Empty when they are the same. */
function prefixOf(domain: string, parent: string): string | undefined {
  const lower = domain.toLowerCase();
  if (lower === parent) return '';
  return lower.endsWith(`.${parent}`) ? lower.slice(0, -parent.length - 1) : undefined;
}

const defined = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** Nothing has changed, and nothing is touched: a needless update drops registrations and calls. */
export const AS_IT_IS: SessionTalkAnswer = { update: false, sipaccounts: [] };
/** The app keeps what it has and shows why. */
export const frozen = (errmsg: string): SessionTalkAnswer => ({ update: false, sipaccounts: [], errmsg });
/** The app goes back to its log-in page and shows why. */
export const signedOut = (errmsg: string): SessionTalkAnswer => ({ update: true, sipaccounts: [], errmsg });
export const delivered = (account: SessionTalkAccount): SessionTalkAnswer => ({ update: true, sipaccounts: [account] });
