import type { Enablement, Register, Search } from '@enablement/core';
import { plain } from '../cards/words.ts';

export type Found = { readonly run: Enablement } | { readonly answer: string };

/** Which runs could be meant. */
type Among = Pick<Search, 'status' | 'stuck' | 'open'>;

const MOST_OFFERED = 10;

/** The one run that the words mean, or what to say instead; `none` is said when there is nothing that could be meant. */
export async function findOne(
  { register }: { readonly register: Pick<Register, 'find'> },
  among: Among,
  words: string,
  { typed, none }: { readonly typed: string; readonly none: string },
): Promise<Found> {
  const found = await register.find({ ...among, words, limit: MOST_OFFERED });
  const [run] = found.runs;
  if (run !== undefined && found.total === 1) return { run };
  const offered = run === undefined ? await register.find({ ...among, limit: MOST_OFFERED }) : found;
  if (offered.total === 0) return { answer: none };
  const intro = run === undefined ? `Nothing here matches “${plain(words.trim())}”. There is:` : 'Which one? Type:';
  const lines = await Promise.all(offered.runs.map((one) => choice(register, among, one, typed)));
  const more = offered.total - lines.length;
  return { answer: [intro, ...lines, ...(more > 0 ? [`… and ${more} more. Add a word to search.`] : [])].join('\n') };
}

async function choice(register: Pick<Register, 'find'>, among: Among, run: Enablement, typed: string): Promise<string> {
  const { cspCompany, portalUrl } = run.prerequisites;
  const words = `${typed} ${await shortestName(register, among, run)}`;
  return `\`${plain(words)}\`  ${plain(cspCompany)}, ${plain(new URL(portalUrl).host)}`;
}

/** What to type so that this run, and no other of these, is meant. */
async function shortestName(register: Pick<Register, 'find'>, among: Among, run: Enablement): Promise<string> {
  const { cspCompany, portalUrl } = run.prerequisites;
  for (const name of [...(run.answer === undefined ? [] : [run.answer.cloudId]), cspCompany, new URL(portalUrl).host])
    if ((await register.find({ ...among, words: name, limit: 1 })).total === 1) return name;
  return portalUrl;
}
