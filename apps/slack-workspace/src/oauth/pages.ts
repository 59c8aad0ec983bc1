import type { Slacks } from '../slacks.ts';

/** What a scope lets the app do, in the words of a page of consent. */
const meanings: { readonly [scope: string]: string } = {
  commands: 'Add slash commands',
  'chat:write': 'Send messages as itself',
  'channels:history': 'Read messages in public channels where it is a member',
  'groups:history': 'Read messages in private channels where it is a member',
  'im:history': 'Read its direct messages',
  'mpim:history': 'Read group direct messages where it is a member',
  'im:write': 'Start direct messages with people',
  'users:read': 'See who is in the workspace',
  'usergroups:read': 'See user groups and who is in them',
  'files:read': 'Read files that people give to it',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const shell = (title: string, body: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/tokens.css">
<link rel="stylesheet" href="/assets/consent.css">
</head>
<body><main class="consent">${body}</main></body>
</html>
`;

export const refusalPage = (why: string): string =>
  shell('Slack cannot go on', `<h1>Slack cannot go on</h1><p>${escaped(why)}</p><p>Nothing was installed.</p>`);

interface Asked {
  readonly client_id: string;
  readonly scope: string;
  readonly state: string;
  readonly redirect_uri?: string | undefined;
  readonly team?: string | undefined;
}

/** The page on which a workspace's admin allows the app in, or cancels. */
export function consentPage({ all, first }: Slacks, asked: Asked): string {
  const { name } = first.workspace.app;
  const hidden = Object.entries(asked)
    .filter(([field, value]) => field !== 'team' && value !== undefined)
    .map(([field, value]) => `<input type="hidden" name="${field}" value="${escaped(String(value))}">`);
  const choices = all.map(({ workspace: { team, people, access } }, index) => {
    const admin = [...people.values()].find((one) => one.admin)?.realName ?? '';
    const checked = asked.team === team.id || (asked.team === undefined && index === 0) ? ' checked' : '';
    const there = access === undefined ? '' : ' · installed already';
    return `<label class="choice"><input type="radio" name="team" value="${team.id}"${checked}>
<span>${escaped(team.name)}<small>signed in as ${escaped(admin)}${there}</small></span></label>`;
  });
  const scopes = asked.scope.split(',').filter((one) => one !== '');
  const wishes = scopes.map((scope) => `<li>${escaped((Object.hasOwn(meanings, scope) && meanings[scope]) || scope)}</li>`);
  return shell(
    `${name} wants access`,
    `<h1>${escaped(name)} wants access to a Slack workspace</h1>
<form method="post" action="/oauth/v2/authorize">
${hidden.join('\n')}
<fieldset><legend>Workspace</legend>
${choices.join('\n')}
</fieldset>
<h2>What it will be able to do</h2>
<ul>${wishes.join('')}</ul>
<p class="decide"><button class="button" name="decision" value="cancel">Cancel</button>
<button class="button primary" name="decision" value="allow">Allow</button></p>
</form>`,
  );
}
