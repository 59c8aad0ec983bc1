import { domainName } from '@enablement/core';
import { plain } from '../cards/words.ts';
import type { Desk } from '../desk.ts';
import { findOne } from './find.ts';

/** Ends one domain that is not done, so that its run is not held up by it. */
export async function skipDomain(desk: Desk, [name, ...which]: readonly string[], by: string): Promise<string> {
  const command = desk.commands.enableAcrobits;
  const domain = domainName.safeParse(name ?? '');
  if (!domain.success) return `Which domain? Type it after the word, for example \`${command} skip acme.example\`.`;
  const words = which.length > 0 ? which.join(' ') : domain.data;
  const found = await findOne(desk, { open: true }, words, {
    typed: `${command} skip ${domain.data}`,
    none: 'Nothing is under way, so there is no domain to skip.',
  });
  if ('answer' in found) return found.answer;
  const skipped = await desk.register.skip(found.run.id, [domain.data], by);
  const csp = plain(found.run.prerequisites.cspCompany);
  if (skipped.length === 0) return `Nothing was done: \`${domain.data}\` is not open for ${csp}.`;
  return `\`${domain.data}\` is skipped for ${csp}. \`${command} domain ${domain.data}\` adds it again.`;
}
