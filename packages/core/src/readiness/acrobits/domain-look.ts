import type { Environment, EnvironmentDomain } from '../../environments/environment.ts';
import type {
  DeviceSeen,
  Inspection,
  LogInSeen,
  SubscriptionSeen,
  UserSeen,
  UsersSeen,
  DomainSeen as Visibility,
} from '../../ports/inspection.ts';
import { type Looks, Unseen, type Vantage } from '../observation.ts';
import { entryOf, type LogIns } from './log-ins.ts';

/** What is seen of one domain of an environment. */
export interface DomainSeen {
  readonly login: LogInSeen;
  readonly visible: Visibility;
  readonly users: UsersSeen;
  readonly manager: UserSeen | undefined;
  readonly devices: readonly DeviceSeen[];
  readonly subscriptions: readonly SubscriptionSeen[];
}

/** Changes nothing. Everything but the log-in works with an API key too. */
export function lookAtDomain(
  environment: Environment,
  wanted: EnvironmentDomain,
  { open }: Pick<Inspection, 'open'>,
  logIns: LogIns,
): Looks<DomainSeen> {
  const { domain, officeManager } = wanted;
  const inspector = async (at: Vantage<DomainSeen>) => {
    const entry = entryOf(environment, wanted);
    if (entry === undefined) throw new Unseen('Neither an Office Manager nor an API key was given to look with.');
    if ('username' in entry && !(await at.need('login')).loggedIn) throw new Unseen('The Office Manager could not log in.');
    if ('apiKey' in entry && (await logIns.key())?.key !== 'accepted') throw new Unseen('The API key was not accepted.');
    return open(environment.portalUrl, entry);
  };
  const within = async (at: Vantage<DomainSeen>) => {
    const found = await inspector(at);
    if (!(await at.need('visible')).visible) throw new Unseen('The domain could not be seen, so nothing in it could.');
    return found;
  };
  return {
    login: async () => {
      const made = logIns.of(wanted);
      if (made === undefined) throw new Unseen('No Office Manager was given.');
      return made;
    },
    visible: async (at) => (await inspector(at)).domain(domain),
    users: async (at) => (await within(at)).users(domain),
    manager: async (at) => {
      if (officeManager === undefined) throw new Unseen('No Office Manager was given.');
      return (await within(at)).userByLogin(domain, officeManager.login);
    },
    devices: async (at) => (await within(at)).devices(domain),
    subscriptions: async (at) => (await within(at)).subscriptions(domain),
  };
}
