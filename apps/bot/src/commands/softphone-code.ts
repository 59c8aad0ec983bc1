import {
  domainName,
  type Environment,
  judge,
  loginNameOf,
  minutes,
  type PhoneUser,
  plainCloudId,
  Refused,
  type Right,
} from '@enablement/core';
import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { ACTION, button } from '../cards/buttons.ts';
import { plain, sections } from '../cards/words.ts';
import { type Desk, sentence } from '../desk.ts';
import { turnAway } from '../people/refusal.ts';
import type { Answer } from './answer.ts';

type Arguments = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** A page lives this long, as the page of a secret does. */
const PAGE_OPEN = minutes(15);

export const CODE_HINT = '[sign-out] 100@acme.example [cloudId]';

/** A code that signs one phone in, or all phones out that codes have signed in. */
export function softphoneCode(desk: Desk) {
  return async ({ command, ack, respond }: Arguments): Promise<void> => {
    await ack();
    const words = command.text.trim().split(/\s+/).filter(Boolean);
    const out = words[0]?.toLowerCase() === 'sign-out';
    const right: Right = out ? 'sign phones out' : 'give a sign-in code';
    const verdict = judge(right, await desk.people.standing(command.user_id));
    if (!verdict.may) {
      await respond(await turnAway(desk, command.user_id, right, verdict.why));
      return;
    }
    const answer = out ? signOut(desk, words.slice(1), command.user_id) : giveCode(desk, words, command.user_id);
    await respond(await answer.catch(sentence));
  };
}

/** A page for a code, once it is known that there is such a user and that a phone can be served without a password. */
export async function giveCode(desk: Desk, words: readonly string[], by: string): Promise<Answer> {
  const wanted = await read(desk, words);
  if ('answer' in wanted) return wanted.answer;
  const { who, environment } = wanted;
  if (environment.netsapiensKey === undefined) return askForKey(desk, environment);
  const found = await desk.phoneDirectory.find(environment, who).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    const another = `To give another key, type \`${desk.commands.enableAcrobits} rotate ${who.cloudId}\`.`;
    throw new Refused(error.message, `${error.todo} ${another}`, { cause: error });
  });
  if (found === undefined)
    return `There is no user ${plain(who.user)} in \`${plain(who.domain)}\`, as NetSapiens at ${plain(environment.portalUrl)} tells the API key of ${plain(who.cloudId)}. Look the extension and the domain up there.`;
  const expires = new Date(desk.clock.now().getTime() + PAGE_OPEN);
  const issued = await desk.signInPages.issue({ who, person: by, expires });
  if (issued.outcome === 'too many')
    return issued.of === 'a user'
      ? `Too many codes were asked for ${plain(loginNameOf(who))} within an hour. The last one still works; another can be asked for later.`
      : 'You asked for too many codes within an hour. Try again later.';
  const name = [found.displayName, `\`${loginNameOf(who)}\``].filter(Boolean).join(', ');
  return {
    text: `Your page for a sign-in code of ${plain(loginNameOf(who))}`,
    blocks: [
      ...sections([
        `Your page for a sign-in code of ${plain(name)}. It shows a QR once, within 15 minutes; the QR signs one phone in, within 15 minutes more.`,
        'Have the phone at hand. Earlier codes of this user that were not used stop working.',
        `The page asks for this code: *${issued.code}*`,
      ]),
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            action_id: ACTION.openPage,
            style: 'primary',
            text: { type: 'plain_text', text: 'Open the page' },
            url: `${desk.settings.publicUrl}/phone/${issued.token.reveal()}`,
          },
        ],
      },
    ],
  };
}

export async function signOut(desk: Desk, words: readonly string[], by: string): Promise<Answer> {
  const wanted = await read(desk, words);
  if ('answer' in wanted) return wanted.answer;
  const { who } = wanted;
  const out = await desk.phoneInstallations.revoke(who, by);
  const name = plain(loginNameOf(who));
  if (out.length === 0) return `No phone of \`${name}\` was signed in by a code. Codes that were not used no longer work.`;
  const phones = out.length === 1 ? '1 phone' : `${out.length} phones`;
  return `${phones} of \`${name}\` will be signed out when the app asks next: at its next start, or within its interval. To end calls at once, change the device’s SIP password in NetSapiens too.`;
}

type Wanted = { readonly who: PhoneUser; readonly environment: Environment };

/** `100@acme.example`, and the environment where there are several. */
async function read(
  desk: Desk,
  [login = '', cloudId, ...more]: readonly string[],
): Promise<Wanted | { readonly answer: string }> {
  const typed = desk.commands.softphoneCode;
  const usage = `Type \`${typed} 100@acme.example\`: a user’s extension, and the NetSapiens domain. With \`${typed} sign-out 100@acme.example\` phones are signed out again.`;
  if (login === '' || login.toLowerCase() === 'help') return { answer: usage };
  const at = login.lastIndexOf('@');
  const user = login.slice(0, Math.max(at, 0)).toLowerCase();
  const domain = domainName.safeParse(login.slice(at + 1));
  if (!EXTENSION.test(user) || !domain.success || more.length > 0)
    return {
      answer: `“${plain([login, cloudId, ...more].filter(Boolean).join(' ').slice(0, 80))}” is not a user and a domain. ${usage}`,
    };
  const environments = await desk.environments();
  const fitting = cloudId === undefined ? environments : environments.filter((one) => one.cloudId === plainCloudId(cloudId));
  const [environment] = fitting;
  if (environment === undefined || fitting.length > 1) return { answer: which(environments, `${typed} ${login}`, cloudId) };
  return { who: { cloudId: environment.cloudId, user, domain: domain.data }, environment };
}

/** A NetSapiens user is at most 16 characters; a colon would end it in SessionTalk's QR. */
const EXTENSION = /^[a-z0-9._-]{1,16}$/;

function which(environments: readonly Environment[], typed: string, cloudId: string | undefined): string {
  if (environments.length === 0)
    return 'No environment is enabled yet, so there is nothing that a phone could sign in to. Type `/enable-acrobits` to enable one.';
  const intro =
    cloudId === undefined ? 'Which environment? Type:' : `There is no environment ${plain(cloudId.slice(0, 64))}. Type:`;
  return [
    intro,
    ...environments.map((one) => `\`${plain(typed)} ${plain(one.cloudId)}\`  ${plain(new URL(one.portalUrl).host)}`),
  ].join('\n');
}

/** What is missing, and the way to it: a button where Slack's own environments keep it, otherwise the file's line. */
async function askForKey(desk: Desk, { cloudId, portalUrl }: Environment): Promise<Answer> {
  const text = `${cloudId} has no NetSapiens API key, and without one a phone cannot be signed in by a code`;
  const lines = [
    `${plain(text)}: with a code there is no password of the user to log in with, so devices are read with a key of the environment’s own.`,
    `Make one in the NetSapiens admin UI of ${plain(portalUrl)} that reaches the domains (\`nsr_…\`, or \`nsd_…\` for a single domain), not read-only, with the models subscriber, device and contact.`,
  ];
  const run = (await desk.register.list({ status: 'enabled' })).find(
    ({ answer }) => answer && plainCloudId(answer.cloudId) === cloudId,
  );
  if (run === undefined)
    return [...lines, 'Then name it in the file of environments, `netsapiensKey: { env: NS_API_KEY }`, and start again.'].join(
      '\n',
    );
  return {
    text: plain(text),
    blocks: [
      ...sections([...lines, 'Then enter it on a page of its own, never in Slack, and type the command again.']),
      {
        type: 'actions',
        elements: [button('Enter NetSapiens API key', ACTION.renew, `${run.id}|NetSapiens API key`, 'primary')],
      },
    ],
  };
}
