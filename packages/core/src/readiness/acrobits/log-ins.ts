import type { Environment, EnvironmentDomain } from '../../environments/environment.ts';
import type { Entry, Inspection, KeySeen, LogInSeen } from '../../ports/inspection.ts';
import type { ClientSeen } from './environment-look.ts';

/** Log-ins with the Office Managers that were given, one each (their answers tell of the OAuth client too, and wrong passwords are counted), and the API key. */
export interface LogIns {
  /** `undefined` without credentials. */
  of(domain: EnvironmentDomain): Promise<LogInSeen> | undefined;
  /** `undefined` without a key. */
  key(): Promise<KeySeen> | undefined;
  /** What these log-ins tell of the OAuth client; `undefined` when they tell nothing. */
  client(): Promise<Exclude<ClientSeen, 'unclear'> | undefined>;
}

export const usernameOf = (domain: string, login: string): string => (login.includes('@') ? login : `${login}@${domain}`);

export function createLogIns(environment: Environment, inspection: Pick<Inspection, 'logIn' | 'key'>): LogIns {
  const made = new Map<string, Promise<LogInSeen>>();
  const of = ({ domain, officeManager }: EnvironmentDomain) => {
    if (officeManager === undefined) return undefined;
    const known = made.get(domain);
    if (known !== undefined) return known;
    const fresh = inspection.logIn(environment, usernameOf(domain, officeManager.login), officeManager.password);
    // Whoever asks hears of it.
    fresh.catch(() => {});
    made.set(domain, fresh);
    return fresh;
  };
  let key: Promise<KeySeen> | undefined;
  return {
    of,
    key() {
      const { portalUrl, netsapiensKey } = environment;
      if (netsapiensKey === undefined) return undefined;
      key ??= inspection.key(portalUrl, netsapiensKey);
      key.catch(() => {});
      return key;
    },
    async client() {
      for (const domain of environment.domains ?? []) {
        const seen = await of(domain)?.catch(() => undefined);
        if (seen?.loggedIn || (seen !== undefined && (seen.why === 'MFA on' || seen.why === 'no secure password')))
          return 'accepted';
        if (seen?.why === 'wrong client') return 'refused';
      }
      return undefined;
    },
  };
}

export const entryOf = (environment: Environment, { domain, officeManager }: EnvironmentDomain): Entry | undefined => {
  const { clientId, clientSecret, netsapiensKey } = environment;
  if (officeManager !== undefined)
    return {
      client: { clientId, clientSecret },
      username: usernameOf(domain, officeManager.login),
      password: officeManager.password,
    };
  return netsapiensKey === undefined ? undefined : { apiKey: netsapiensKey };
};
