import { DOMAIN, type DomainState, type Enablement, type SecretField, stepOf } from '@enablement/core';
import type { ActionsBlockElement, KnownBlock } from '@slack/types';
import { ACTION, button, domainMenu } from '../cards/buttons.ts';
import { plain, sections } from '../cards/words.ts';
import type { Desk } from '../desk.ts';
import type { Answer } from './answer.ts';
import { findOne } from './find.ts';

/** More domains than this are offered as a menu instead of as buttons. */
const MOST_BUTTONS = 5;

/** Offers the secrets of the environment that is meant, each to be entered anew on a one-time page. */
export async function rotate(desk: Desk, words: string): Promise<Answer> {
  const none = 'There is no environment whose secrets could be renewed.';
  const found = await findOne(desk, { status: ['running', 'enabled'] }, words, {
    typed: `${desk.commands.enableAcrobits} rotate`,
    none,
  });
  if ('answer' in found) return found.answer;
  const { run } = found;
  const text = `Which secret of ${plain(run.prerequisites.cspCompany)} is new?`;
  return { text, blocks: [...sections([`*${text}*`, ...consequences(run, desk.settings.acrobitsContact)]), choices(run, words)] };
}

function consequences({ answer }: Enablement, contact: string): readonly string[] {
  const clientSecret = `• *Client secret*: used from now on; what failed because of the old one goes on. Acrobits is not told: write to ${contact} when they have to know.`;
  if (answer === undefined) return [clientSecret];
  return [
    clientSecret,
    '• *API key*: as Acrobits gave it to you; domains that failed because of the old one go on.',
    '• *NetSapiens API key*: one key of the platform or the domain, for two things. The daily check sees with it whether subscriptions are still there, since passwords are destroyed after use; a read-only key is enough for that. Signing phones in by a code reads and makes devices with it; for that it must not be read-only.',
    '• *Office Manager password*: the domain is provisioned again with it. Acrobits answers 200 then, which does not prove that they took the new password.',
  ];
}

function choices({ id, answer, domains }: Enablement, words: string): KnownBlock {
  const value = (field: SecretField, domain?: string) => [id, field, ...(domain === undefined ? [] : [domain])].join('|');
  const manager = (domain: string) => value('Office Manager password', domain);
  const named = domains.filter(({ domain }) => domain === words.trim().toLowerCase());
  const takers = (named.length > 0 ? named : domains).filter(takesPassword);
  const elements: ActionsBlockElement[] = [button('New client secret', ACTION.renew, value('client secret'))];
  if (answer !== undefined)
    elements.push(
      button('New API key', ACTION.renew, value('API key')),
      button('NetSapiens API key', ACTION.renew, value('NetSapiens API key')),
    );
  if (takers.length <= MOST_BUTTONS)
    elements.push(...takers.map(({ domain }) => button(`New password: ${domain}`, ACTION.renew, manager(domain))));
  else elements.push(domainMenu(`New password for one of ${takers.length} domains`, ACTION.renew, takers, manager));
  return { type: 'actions', elements };
}

/** A domain that is done, or that waits for its credentials; in between, a new password would change what is under way. */
const takesPassword = ({ status, steps }: DomainState): boolean =>
  status === 'synchronized' || stepOf(steps, DOMAIN.credentials)?.status === 'waiting';
