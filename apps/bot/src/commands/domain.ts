import { domainName, type Enablement } from '@enablement/core';
import { plain } from '../cards/words.ts';
import type { Desk } from '../desk.ts';

/** Adds messaging synchronization for one domain; with several environments the cloudId or CSP says which. */
export async function addDomain(desk: Desk, [name, ...which]: readonly string[], by: string): Promise<string> {
  if (name === undefined) return `Which domain? Type it after the word, for example \`${desk.command} domain acme.example\`.`;
  const domain = domainName.safeParse(name);
  if (!domain.success) return `“${plain(name.slice(0, 70))}”: ${domain.error.issues[0]?.message}`;
  const open = (await desk.register.list()).filter(({ status }) => status !== 'cancelled');
  const chosen = choose(open, which.join(' ').toLowerCase());
  if (open.length === 0)
    return `There is no environment yet to add \`${domain.data}\` to. Type \`${desk.command}\` to enable one.`;
  if (chosen.length === 0) return `No environment matches “${plain(which.join(' '))}”. There is: ${names(open)}.`;
  if (chosen.length > 1)
    return `Which environment? Add its cloudId or CSP, for example \`${desk.command} domain ${domain.data} ${chosen[0]?.answer?.cloudId ?? chosen[0]?.prerequisites.cspCompany}\`. There is: ${names(chosen)}.`;
  const [enablement] = chosen;
  if (enablement === undefined) return 'Nothing was changed.';
  const { added } = await desk.register.want(enablement.id, [domain.data], by);
  const csp = plain(enablement.prerequisites.cspCompany);
  if (added.length === 0) return `\`${domain.data}\` is on the card of ${csp} already.`;
  const next =
    enablement.status === 'enabled'
      ? 'Its card now asks for the Office Manager credentials.'
      : 'It starts as soon as Acrobits’ values are stored.';
  return `\`${domain.data}\` was added to ${csp}. ${next}`;
}

function choose(open: readonly Enablement[], words: string): readonly Enablement[] {
  if (words === '') return open;
  const exact = open.filter(({ answer }) => answer?.cloudId.toLowerCase() === words);
  return exact.length > 0
    ? exact
    : open.filter(({ prerequisites, answer }) =>
        `${prerequisites.cspCompany} ${prerequisites.portalUrl} ${answer?.cloudId ?? ''}`.toLowerCase().includes(words),
      );
}

const names = (enablements: readonly Enablement[]): string =>
  enablements
    .map(({ prerequisites, answer }) =>
      plain(answer ? `${answer.cloudId} (${prerequisites.cspCompany})` : prerequisites.cspCompany),
    )
    .join(', ');
