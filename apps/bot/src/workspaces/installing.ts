import { type Person, Refused, Secret, type Team } from '@enablement/core';
import type { Installation, Installations } from '@enablement/gateways/postgres';
import type { HTTPReceiverOptions, InstallationStore, Installation as SlackInstallation } from '@slack/bolt';
import type { Log } from '../log.ts';
import { SCOPES } from '../manifest/scopes.ts';
import type { Settings } from '../settings.ts';
import { clientOptions } from './client-options.ts';
import { failurePage, installedPage, type Page } from './install-pages.ts';

/** Our store in Bolt's words. */
function storeFor({ installations, installed }: Pick<Installing, 'installations' | 'installed'>): InstallationStore {
  return {
    async storeInstallation(given) {
      const installation = read(given);
      await installations.keep(installation);
      await installed(installation.team, installation.installedBy);
    },
    fetchInstallation: async ({ teamId = '' }) => {
      const known = await installations.of(teamId);
      if (known === undefined) throw new Error(`the app is not installed in the workspace ${teamId}`);
      const { team, name, botUser, botToken, installedBy, scopes } = known;
      const bot = { token: botToken.reveal(), scopes: [...scopes], id: '', userId: botUser };
      const user = { id: installedBy, token: undefined, scopes: undefined };
      return { team: { id: team, name }, enterprise: undefined, user, bot, tokenType: 'bot', isEnterpriseInstall: false };
    },
  };
}

function read({ team, bot, user }: SlackInstallation): Installation {
  if (team === undefined || bot === undefined)
    throw new Refused(
      'It was installed for a whole organization, and this app knows workspaces only.',
      'Install it in the workspace where people shall use it.',
    );
  const { id, name = id } = team;
  return { team: id, name, botUser: bot.userId, botToken: new Secret(bot.token), installedBy: user.id, scopes: bot.scopes };
}

export interface Installing {
  readonly settings: Pick<Settings, 'SLACK_API_URL'>;
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** Signs the state that ties Slack's answer to the browser which asked. */
  readonly stateSecret: Secret;
  readonly installations: Installations;
  /** Once a workspace has the app, for the first time or again. */
  readonly installed: (team: Team, by: Person) => Promise<void>;
  readonly log: Log;
}

/**
 * How workspaces install the app (docs.slack.dev, installing with OAuth): `/slack/install` leads to Slack's page of consent, and
 * `/slack/oauth_redirect` takes the answer. Bolt checks its state against a cookie of the browser that asked, and exchanges the code.
 */
export function installing(given: Installing) {
  const { settings, clientId, clientSecret, stateSecret, log } = given;
  const { SLACK_API_URL: api } = settings;
  return {
    clientId,
    clientSecret: clientSecret.reveal(),
    stateSecret: stateSecret.reveal(),
    scopes: [...SCOPES],
    installationStore: storeFor(given),
    installerOptions: {
      directInstall: true,
      clientOptions: clientOptions(settings, log),
      ...(api === undefined ? {} : { authorizationUrl: new URL('/oauth/v2/authorize', api).href }),
      callbackOptions: {
        success: ({ team }, _options, _request, response) => send(response, installedPage(team?.name ?? 'your workspace')),
        failure: (error, _options, _request, response) => {
          log.error('installing the app in a workspace failed', error);
          send(response, failurePage(error));
        },
      },
    },
  } satisfies Pick<
    HTTPReceiverOptions,
    'clientId' | 'clientSecret' | 'stateSecret' | 'scopes' | 'installationStore' | 'installerOptions'
  >;
}

interface Response {
  writeHead(status: number, headers: Readonly<Record<string, string>>): unknown;
  end(body: string): unknown;
}

function send(response: Response, { status, html, headers }: Page): void {
  response.writeHead(status, headers);
  response.end(html);
}
