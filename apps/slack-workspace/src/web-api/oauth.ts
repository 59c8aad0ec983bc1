import { z } from 'zod';
import { grant } from '../oauth/removal.ts';
import type { Slack } from '../slack.ts';
import type { Slacks } from '../slacks.ts';
import { fail, ok, type Reply } from './method.ts';

const Exchange = z.object({
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  code: z.string().optional(),
});

/** Exchanges a code for the workspace's bot token (docs.slack.dev, oauth.v2.access). The app shows its credentials in the body, or as HTTP Basic. */
export function access(slacks: Slacks, args: unknown, basic: string | undefined): Reply {
  const [id, secret] = Buffer.from(basic ?? '', 'base64')
    .toString('utf8')
    .split(':');
  const given = Exchange.safeParse(args).data ?? {};
  const { clientId, clientSecret } = slacks.first.settings;
  if ((given.client_id ?? id) !== clientId) return fail('invalid_client_id');
  if ((given.client_secret ?? secret) !== clientSecret) return fail('bad_client_secret');
  const use = slacks.first.codes.use(given.code ?? '');
  if (!use.ok) return fail(use.error);
  const { team, user, scopes } = use.consent;
  const slack: Slack | undefined = slacks.having(team);
  if (slack === undefined) return fail('invalid_code');
  const { workspace } = slack;
  return ok({
    access_token: grant(workspace, use.consent),
    token_type: 'bot',
    scope: scopes.join(','),
    bot_user_id: workspace.app.botUser,
    app_id: workspace.app.id,
    team: { id: workspace.team.id, name: workspace.team.name },
    enterprise: null,
    authed_user: { id: user },
    is_enterprise_install: false,
  });
}
