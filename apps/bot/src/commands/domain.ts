import { domainName } from '@enablement/core';
import { plain } from '../cards/words.ts';
import type { Desk } from '../desk.ts';
import { findOne } from './find.ts';

/** Adds messaging synchronization for one domain; with several environments the words say which. */
export async function addDomain(desk: Desk, [name, ...which]: readonly string[], by: string): Promise<string> {
  if (name === undefined)
    return `Which domain? Type it after the word, for example \`${desk.commands.enableAcrobits} domain acme.example\`.`;
  const domain = domainName.safeParse(name);
  if (!domain.success) return `“${plain(name.slice(0, 70))}”: ${domain.error.issues[0]?.message}`;
  const found = await findOne(desk, { status: ['running', 'enabled'] }, which.join(' '), {
    typed: `${desk.commands.enableAcrobits} domain ${domain.data}`,
    none: `There is no environment yet to add \`${domain.data}\` to. Type \`${desk.commands.enableAcrobits}\` to enable one.`,
  });
  if ('answer' in found) return found.answer;
  const { added } = await desk.register.want(found.run.id, [domain.data], by);
  const csp = plain(found.run.prerequisites.cspCompany);
  if (added.length === 0) return `\`${domain.data}\` is on the card of ${csp} already.`;
  const next =
    found.run.status === 'enabled'
      ? 'Its card now asks for the Office Manager credentials.'
      : 'It starts as soon as Acrobits’ values are stored.';
  return `\`${domain.data}\` was added to ${csp}. ${next}`;
}
