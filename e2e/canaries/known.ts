import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buttonsOf, call, textOf } from '../../scripts/lib/person.ts';
import type { Stage } from '../stage.ts';
import { type Canary, canary, codeCanary, plant, plantPlain } from './canary.ts';

/** Secrets that somebody brings along: typed on a page, given by a vendor, or set as a variable. */
export const planted = {
  typedInVain: plant('secret typed in vain'),
  clientSecret: plant('client secret'),
  wrongPassword: plant('wrong password'),
  password: plant('Office Manager password'),
  oldApiKey: plant('API key that is refused'),
  apiKey: plant('API key'),
  accessToken: plantPlain('access token'),
  refreshToken: plantPlain('refresh token'),
  eventPassword: plant('password of an event address'),
  mailPassword: plant('password of the mail server'),
  signingSecret: plantPlain('signing secret'),
  botToken: plantPlain('bot token', 'xoxb-'),
  appToken: plantPlain('app token', 'xapp-'),
};

export interface Known {
  /** What was planted, and what the programs made: keys and tokens. */
  readonly secrets: readonly Canary[];
  /** Of the one-time links, in the order in which Slack gave them. */
  readonly tokens: readonly Canary[];
  readonly codes: readonly Canary[];
  /** Opens Acrobits’ page; it belongs into the letter. */
  readonly handOff: Canary;
}

/** Everything that must be kept, once the whole job is done. */
export async function everySecret({ olivia, stack, dataDir }: Stage, home: string): Promise<Known> {
  const offers = (await olivia.messages()).filter(({ ephemeral, text }) => ephemeral && text.startsWith('Your page for'));
  const tokens = offers.map((offer, at) => canary(`token ${at}`, tokenIn(buttonsOf(offer)[0]?.url)));
  const codes = offers.map((offer, at) => codeCanary(`code ${at}`, /\*(\d{6})\*/.exec(textOf(offer))?.[1] ?? ''));
  const [letter] = await call<readonly { links: readonly string[] }[]>(`${stack.urls.acrobits}/_mock/mailbox`);
  const handOff = canary('token of Acrobits', tokenIn(letter?.links.find((link) => link.includes('/acrobits/'))));
  const [key = '', password = ''] = await Promise.all(
    [path.join(dataDir, 'secrets.key'), path.join(home, 'password')].map(async (file) => (await readFile(file, 'utf8')).trim()),
  );
  const made = [canary('SECRETS_KEY', key, key, Buffer.from(key, 'base64')), canary('password of PostgreSQL', password)];
  return { secrets: [...Object.values(planted), ...made], tokens, codes, handOff };
}

/** The last part of a page's address. Throws rather than search for nothing. */
function tokenIn(url = ''): string {
  const [, token] = /\/(?:s|acrobits)\/([\w-]{43})$/.exec(url) ?? [];
  if (token === undefined) throw new Error('there is no token where one was expected');
  return token;
}
