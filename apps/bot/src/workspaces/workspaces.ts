import type { Team } from '@enablement/core';
import type { Installations } from '@enablement/gateways/postgres';
import { WebAPIPlatformError, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Log } from '../log.ts';
import type { Settings } from '../settings.ts';
import { clientOptions } from './client-options.ts';

/** Slack, workspace by workspace. */
export interface Workspaces {
  /** Whether people may install the app in more than one. Then nobody of one sees what belongs to another. */
  readonly several: boolean;
  /**
   * Speaks in the team's workspace: cards, reminders, Home. It never repeats a call by itself: posting has no idempotency key, so
   * after a lost answer its message is looked for before another is posted, and a repeat inside of the client would be a second one.
   * Nothing while the app is not installed there: whatever was to be shown waits until it is installed again.
   */
  clientOf(team: Team): Promise<WebClient | undefined>;
  /** For questions that a person or a step waits for: gives up within two seconds, while a trigger still works. */
  quickClientOf(team: Team): Promise<WebClient | undefined>;
}

const PATIENT = { retryConfig: { retries: 0 } } as const;
const QUICK = { retryConfig: { retries: 0 }, timeout: 2_000 } as const;

/** One token, one workspace: whatever the team, it is this one. */
export function oneWorkspace(settings: Pick<Settings, 'SLACK_API_URL'>, token: string, log: Log): Workspaces {
  const options = clientOptions(settings, log);
  const patient = new WebClient(token, { ...options, ...PATIENT });
  const quick = new WebClient(token, { ...options, ...QUICK });
  return { several: false, clientOf: async () => patient, quickClientOf: async () => quick };
}

/** Slack's words for a token that will never work again. */
const LOST = new Set(['token_revoked', 'account_inactive', 'invalid_auth', 'token_expired', 'org_login_required']);

/** A client that says so when its token has died: the event of a removal may have been lost, or the bot was down. */
class InstalledClient extends WebClient {
  readonly #lost: (why: string) => Promise<unknown>;

  constructor(token: string, options: WebClientOptions, lost: (why: string) => Promise<unknown>) {
    super(token, options);
    this.#lost = lost;
  }

  override async apiCall(...call: Parameters<WebClient['apiCall']>): ReturnType<WebClient['apiCall']> {
    try {
      return await super.apiCall(...call);
    } catch (error) {
      if (error instanceof WebAPIPlatformError && LOST.has(error.data.error)) await this.#lost(error.data.error);
      throw error;
    }
  }
}

/** A token for each workspace that installed the app; looked up each time, since another program may have stored a newer one. */
export function severalWorkspaces(
  settings: Pick<Settings, 'SLACK_API_URL'>,
  installations: Pick<Installations, 'of' | 'lose'>,
  log: Log,
): Workspaces {
  const clientsWith = (more: WebClientOptions) => {
    const options = { ...clientOptions(settings, log), ...more };
    const known = new Map<Team, { readonly token: string; readonly client: WebClient }>();
    return async (team: Team): Promise<WebClient | undefined> => {
      const installation = await installations.of(team);
      if (installation === undefined) {
        known.delete(team);
        return undefined;
      }
      const { version } = installation;
      const token = installation.botToken.reveal();
      const last = known.get(team);
      if (last?.token === token) return last.client;
      // A token that was replaced meanwhile may die; the newer installation stays.
      const client = new InstalledClient(token, options, async (why) => {
        if (await installations.lose(team, why, { version }))
          log.info(`a workspace refuses the app's token (${why}): its cards wait`);
      });
      known.set(team, { token, client });
      return client;
    };
  };
  return { several: true, clientOf: clientsWith(PATIENT), quickClientOf: clientsWith(QUICK) };
}
