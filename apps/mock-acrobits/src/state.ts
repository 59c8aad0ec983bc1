import { createHash, randomBytes } from 'node:crypto';
import type { ReceivedPost } from './events.ts';
import type { Switches } from './switches.ts';

/** What became of the two subscriptions that Acrobits keeps for a domain. */
type SubscriptionStatus = 'never tried' | 'working' | 'created' | 'removed' | 'failed';

/** How many subscriptions the last run has changed in NetSapiens. */
export interface Changes {
  readonly created: number;
  readonly repaired: number;
  readonly removed: number;
}

export interface ProvisionedDomain {
  readonly domain: string;
  /** As the caller wrote it; `name` or `name@domain`. Missing for a domain that was seeded. `since` is when this password came. */
  officeManager?: { readonly name: string; readonly password: string; readonly since: string };
  /** True when it was provisioned under the cloudId with a trailing `*`, Acrobits' editable version. */
  editable: boolean;
  /** True when somebody at the desk has left it out of the synchronization, as their tool's list of disallowed domains does. */
  excluded?: boolean;
  subscriptions: { status: SubscriptionStatus; detail: string; attempts: number; at?: string; changes?: Changes };
}

/** The values of the hand-off: the table "Configuration Prerequisites" of the marketplace requirements and the CSP's contact. */
export interface HandedOver {
  portalUrl: string;
  clientId: string;
  clientSecret: string;
  coreHost?: string | undefined;
  company?: string | undefined;
  contactName?: string | undefined;
  contactEmail?: string | undefined;
  contactPhone?: string | undefined;
  wantedDomains?: string | undefined;
  /** The hand-off page it came from, when the staff that answers by itself has filed it. */
  fromLink?: string | undefined;
}

/** A cloudId and what belongs to it. The requirements ask for one dedicated cloudId per NetSapiens environment. */
export interface Cloud {
  readonly cloudId: string;
  apiKey: string;
  /** `host[:port]` of its region; without one it is wherever no other region is. */
  messagingHost?: string | undefined;
  /** `undefined` until the staff has filed a hand-off. */
  handedOver?: HandedOver | undefined;
  domains: ProvisionedDomain[];
}

export interface MailboxLetter {
  readonly id: string;
  readonly messageId: string;
  readonly from: string;
  readonly to: string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly links: string[];
  readonly receivedAt: string;
  /** How often it was handed in; it is kept once, as large mailbox providers do with a repeated Message-ID. */
  deliveries: number;
}

export interface StaffStep {
  readonly at: string;
  readonly letterId: string;
  readonly text: string;
  readonly went: 'well' | 'wrong';
}

/** Everything that Acrobits would remember. Plain data, so that it can be written to a file. */
export interface State {
  clouds: Cloud[];
  letters: MailboxLetter[];
  /** What NetSapiens posted, the oldest first. */
  posts: ReceivedPost[];
  switches: Switches;
  staff: {
    auto: boolean;
    delayMs: number;
    steps: StaffStep[];
    /** Letters that need no more work, by their id: what ended it. */
    done: Record<string, 'answered' | 'given up'>;
  };
}

export const MOST_LETTERS = 500;
const MOST_STEPS = 300;

/** The editable version of a cloudId is written with a trailing `*` and is the same cloud (Acrobits documentation, input parameters). */
export function baseOf(cloudId: string): string {
  return cloudId.replace(/\*$/, '');
}

/** cloudIds are compared as they are written: nobody documents that case does not matter. */
export function findCloud(state: Pick<State, 'clouds'>, cloudId: string): Cloud | undefined {
  const base = baseOf(cloudId);
  return state.clouds.find((cloud) => cloud.cloudId === base);
}

/** DNS names do not tell capitals apart, so domains do not either. */
export function findDomain(cloud: Pick<Cloud, 'domains'>, domain: string): ProvisionedDomain | undefined {
  return cloud.domains.find((known) => known.domain.toLowerCase() === domain.toLowerCase());
}

export function newDomain(domain: string, editable: boolean): ProvisionedDomain {
  return { domain, editable, subscriptions: { status: 'never tried', detail: 'no Office Manager was given yet', attempts: 0 } };
}

export function newApiKey(): string {
  return randomBytes(24).toString('hex');
}

/**
 * The password inside the post-url of a cloud's subscriptions. Derived, so that it is the same after a restart and NetSapiens
 * answers 409 instead of keeping a second pair.
 */
export function callbackPassword(cloud: Pick<Cloud, 'cloudId' | 'apiKey'>): string {
  return createHash('sha256').update(`callback:${cloud.cloudId}:${cloud.apiKey}`).digest('hex').slice(0, 24);
}

export function noteStep(state: Pick<State, 'staff'>, step: StaffStep): void {
  state.staff.steps.push(step);
  state.staff.steps.splice(0, Math.max(0, state.staff.steps.length - MOST_STEPS));
}

/** The state as it may be shown to anybody who asks: no API key, no client secret, no password. */
export function withoutSecrets(state: State): unknown {
  return {
    clouds: state.clouds.map(({ cloudId, messagingHost, handedOver, domains }) => {
      const { clientSecret: _, ...told } = handedOver ?? { clientSecret: '' };
      return {
        cloudId,
        messagingHost,
        handedOver: handedOver ? told : undefined,
        domains: domains.map(({ officeManager, ...domain }) => ({
          ...domain,
          officeManager: officeManager?.name,
          passwordSince: officeManager?.since,
        })),
      };
    }),
    letters: state.letters.map(({ id, messageId, subject, deliveries }) => ({ id, messageId, subject, deliveries })),
    posts: state.posts,
    switches: state.switches,
    staff: state.staff,
  };
}
