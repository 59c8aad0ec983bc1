import {
  buttonsOf,
  call,
  enterSecret,
  eventually,
  type FormAnswer,
  type Message,
  type PageSeen,
  textOf,
} from '../../scripts/lib/person.ts';
import type { Stage } from '../stage.ts';

export const XIMA_SECRET = 'xima-client-secret-of-the-story';
export const XIMA_PASSWORD = 'xima-password-of-the-story';
export const XIMA_USER = 'xima@acme.example';

/** What a NetSapiens administrator does beforehand: an OAuth client for Xima alone, and an Office Manager for it. */
export async function prepareForXima({ stack }: Stage): Promise<void> {
  await call(`${stack.urls.netsapiens}/_mock/seed`, {
    clients: [{ id: 'xima', secret: XIMA_SECRET }],
    users: [{ domain: 'acme.example', user: '950', login: XIMA_USER, password: XIMA_PASSWORD, scope: 'Office Manager' }],
  });
}

/** Xima's list, right in every field. */
export const ximaValues = ({ stack }: Stage): Record<string, string> => ({
  domain: 'acme.example',
  sip_proxy_server_host: 'localhost',
  sip_proxy_server_port: String(stack.ports.sip),
  api_url: stack.urls.portal,
  api_client_id: 'xima',
  api_username: XIMA_USER,
  did: '+1 555 123 0100',
});

/** Types the command and sends the form. */
export async function askForXima({ olivia }: Stage, values: Readonly<Record<string, string>>): Promise<FormAnswer> {
  await olivia.command('/check-xima');
  await eventually('the form opens', async () => (await olivia.modal())?.title?.text === 'Check for Xima CCaaS');
  return olivia.submit(values);
}

const isCard = (domain: string) => (message: Message) =>
  !message.ephemeral && message.text.startsWith(`Xima CCaaS for ${domain}:`);

export const cardsFor = async ({ olivia }: Stage, domain: string): Promise<readonly Message[]> =>
  (await olivia.messages()).filter(isCard(domain));

/** The newest card of a domain, once it says so. */
export const ximaCardSays = (stage: Stage, domain: string, words: string | RegExp): Promise<Message> => {
  let last = '';
  return eventually(`the card for ${domain} says ${words}`, async () => {
    const card = (await cardsFor(stage, domain)).at(-1);
    last = textOf(card);
    if (typeof words === 'string' ? last.includes(words) : words.test(last)) return card;
    throw new Error(`it says: ${last}`);
  });
};

/** Presses a button of the newest card of a domain. */
export async function pressXima(stage: Stage, domain: string, label: string): Promise<void> {
  const { card, button } = await eventually(`there is a button “${label}” on the card for ${domain}`, async () => {
    const card = (await cardsFor(stage, domain)).at(-1);
    const button = card && buttonsOf(card).find(({ text }) => typeof text === 'object' && text.text === label);
    return card && button && { card, button };
  });
  await stage.olivia.act('click', { channel: stage.olivia.channel, ts: card.ts, action_id: button.action_id });
}

/** Sends the form of values again, as it stands behind the card's button. */
export async function correctXima(stage: Stage, domain: string, values: Readonly<Record<string, string>>): Promise<FormAnswer> {
  await pressXima(stage, domain, 'Correct the values');
  await eventually('the form opens', async () => (await stage.olivia.modal())?.title?.text === 'Correct the values');
  return stage.olivia.submit(values);
}

export const secretPageFor = (stage: Stage, domain: string, label: string): Promise<{ url: string; code: string }> =>
  stage.olivia.pageAfter(`x: ${domain}`, () => pressXima(stage, domain, label));

/** Enters both secrets, each on its one-time page. */
export async function giveXimaSecrets(
  stage: Stage,
  domain: string,
  { secret = XIMA_SECRET, password = XIMA_PASSWORD } = {},
): Promise<void> {
  taken(await enterSecret(await secretPageFor(stage, domain, 'Enter client secret'), secret));
  taken(await enterSecret(await secretPageFor(stage, domain, 'Enter API password'), password));
}

export function taken({ outcome, text }: PageSeen): void {
  if (outcome !== 'accepted') throw new Error(`the page did not take the secret (${outcome}): ${text.slice(0, 2000)}`);
}

/** The page for whoever sets up Xima, as Slack gives it: its address and its code. */
export async function handOverPage(stage: Stage, domain: string): Promise<{ url: string; code: string }> {
  const before = new Set((await stage.olivia.messages()).map(({ ts }) => ts));
  await pressXima(stage, domain, 'Hand over to Xima');
  return eventually('Slack answers with the page for Xima', async () => {
    const answer = (await stage.olivia.messages()).find(
      ({ ephemeral, ts, text }) => ephemeral && !before.has(ts) && text.startsWith('Your page for Xima'),
    );
    const url = answer && buttonsOf(answer)[0]?.url;
    const code = answer && /\*(\d{6})\*/.exec(textOf(answer))?.[1];
    return url && code ? { url, code } : undefined;
  });
}
