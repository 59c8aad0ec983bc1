import type { Faults } from '@enablement/mock-kit';
import { Router } from 'express';
import { type Desk, openDesk } from './desk.ts';
import { type Mailbox, openMailbox } from './mailbox/mailbox.ts';
import { mailboxRoutes } from './mailbox/routes.ts';
import { pageRoutes } from './pages/routes.ts';
import { freshState } from './seed.ts';
import { staffRoutes } from './staff/routes.ts';
import { createStaff, type Staff } from './staff/staff.ts';
import type { Cloud, ProvisionedDomain } from './state.ts';
import { startRounds } from './subscriptions/rounds.ts';
import { repairRoutes } from './subscriptions/routes.ts';
import { createSubscriber, type Subscriber } from './subscriptions/subscribe.ts';

export interface CompanyOptions {
  readonly host: string;
  readonly smtpPort: number;
  readonly stateFile?: string | undefined;
  readonly auto: boolean;
  /** `host[:port]` of the messaging API, asked for only when it is needed: the port may not be known before. */
  readonly ownHost: () => string;
  /** The outcomes that were ordered for the next provisioning calls. */
  readonly outcomes: () => Pick<Faults, 'order' | 'waiting' | 'clear'>;
  /** Pauses between tries of the subscriptions, and the first pause of the staff, in milliseconds. */
  readonly pauses?: readonly number[];
  readonly firstPauseMs?: number;
}

/** Everything at Acrobits but the API call itself: the mailbox, the staff, the desk's pages, and who creates subscriptions. */
export interface Company {
  readonly desk: Desk;
  readonly mailbox: Mailbox;
  readonly staff: Staff;
  readonly subscriber: Subscriber;
  readonly routes: Router;
  /** Puts down what is under way and heals the mailbox, so that a reset finds nobody still at work. */
  rest(): Promise<void>;
  /** Takes up what a state that came from a file, or a seed, leaves to do. */
  resume(): void;
  close(): Promise<void>;
}

const STAFF_DELAY_MS = 500;

const isDone = ({ subscriptions: { status } }: ProvisionedDomain): boolean => status === 'created' || status === 'removed';

export async function openCompany(options: CompanyOptions): Promise<Company> {
  const { host, smtpPort, stateFile, auto, ownHost, outcomes, pauses, firstPauseMs } = options;
  const desk = openDesk({ fresh: () => freshState({ auto, delayMs: STAFF_DELAY_MS }), file: stateFile });
  // How the program is started goes before what it remembers.
  desk.state.staff.auto = auto;
  const subscriber = createSubscriber({ desk, ownHost, ...(pauses && { pauses }) });
  const filed = (cloud: Cloud): void => {
    desk.changed();
    // Domains that were provisioned before their environment was filed could not be subscribed until now.
    for (const domain of cloud.domains) {
      if (domain.officeManager !== undefined && !isDone(domain)) subscriber.subscribe(cloud, domain);
    }
  };
  const messagingHostOf = (cloud: Cloud): string => cloud.messagingHost ?? ownHost();
  const staff = createStaff({ desk, messagingHostOf, filed, ...(firstPauseMs !== undefined && { firstPauseMs }) });
  const mailbox = await openMailbox({ desk, host, port: smtpPort, onLetter: () => staff.look() });

  let stopRounds = (): void => undefined;
  const routes = Router();
  routes.use(pageRoutes({ desk, staff, subscriber, ownHost, filed, outcomes }));
  routes.use(mailboxRoutes(desk, mailbox), staffRoutes(desk, staff), repairRoutes(desk, subscriber));

  return {
    desk,
    mailbox,
    staff,
    subscriber,
    routes,
    async rest() {
      staff.stop();
      subscriber.stop();
      await mailbox.break({ down: false });
    },
    resume() {
      stopRounds = startRounds(desk, subscriber);
      staff.look();
      for (const cloud of desk.state.clouds) {
        for (const domain of cloud.domains) if (domain.subscriptions.status === 'working') subscriber.subscribe(cloud, domain);
      }
    },
    async close() {
      stopRounds();
      staff.stop();
      subscriber.stop();
      await mailbox.close();
    },
  };
}
