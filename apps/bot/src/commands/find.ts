import type { Enablement } from '@enablement/core';
import { plain } from '../cards/words.ts';

/** All that a run is known by: CSP, portal, cloudId and domains. */
function namesOf({ prerequisites, answer, domains }: Enablement): readonly string[] {
  const cloudId = answer === undefined ? [] : [answer.cloudId];
  const portal = [prerequisites.portalUrl, new URL(prerequisites.portalUrl).host];
  return [prerequisites.cspCompany, ...portal, ...cloudId, ...domains.map(({ domain }) => domain)].map((name) =>
    name.toLowerCase(),
  );
}

/** Those that are called so, else those that have the words in a name; without words all. */
export function search(runs: readonly Enablement[], words: string): readonly Enablement[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return runs;
  const exact = runs.filter((run) => namesOf(run).includes(wanted));
  return exact.length > 0 ? exact : runs.filter((run) => namesOf(run).some((name) => name.includes(wanted)));
}

export type Found = { readonly run: Enablement } | { readonly answer: string };

/** The one run that the words mean, or what to say instead; `none` is said when there is nothing that could be meant. */
export function findOne(
  runs: readonly Enablement[],
  words: string,
  { typed, none }: { readonly typed: string; readonly none: string },
): Found {
  if (runs.length === 0) return { answer: none };
  const found = search(runs, words);
  const [run] = found;
  if (run !== undefined && found.length === 1) return { run };
  const [intro, offered] =
    run === undefined ? [`Nothing here matches “${plain(words.trim())}”. There is:`, runs] : ['Which one? Type:', found];
  return { answer: [intro, ...choices(offered, runs, typed)].join('\n') };
}

const MOST_OFFERED = 10;

function choices(offered: readonly Enablement[], among: readonly Enablement[], typed: string): readonly string[] {
  const lines = offered
    .slice(0, MOST_OFFERED)
    .map(
      (run) =>
        `\`${plain(`${typed} ${shortestName(run, among)}`)}\`  ${plain(run.prerequisites.cspCompany)}, ${plain(new URL(run.prerequisites.portalUrl).host)}`,
    );
  const more = offered.length - lines.length;
  return more > 0 ? [...lines, `… and ${more} more. Add a word to search.`] : lines;
}

/** What to type so that this run, and no other of these, is meant. */
function shortestName(run: Enablement, among: readonly Enablement[]): string {
  const { cspCompany, portalUrl } = run.prerequisites;
  const names = [...(run.answer === undefined ? [] : [run.answer.cloudId]), cspCompany, new URL(portalUrl).host];
  return names.find((name) => search(among, name).length === 1) ?? portalUrl;
}
