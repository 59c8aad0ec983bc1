import { openLines, summaryOf } from '../cards/report-lines.ts';
import { plain, sections } from '../cards/words.ts';
import type { Desk } from '../desk.ts';
import { pageBlocks } from '../reports/offer-page.ts';
import type { Answer } from './answer.ts';
import { findOne } from './find.ts';

/** Looks at an enabled environment now, and tells what fails first. Takes up to 20 seconds. */
export async function check(desk: Desk, words: string): Promise<Answer> {
  const none = 'No environment is enabled yet, so there is none to check.';
  const typed = `${desk.commands.enableAcrobits} check`;
  const found = await findOne(desk, { status: ['enabled'] }, words, { typed, none });
  if ('answer' in found) return found.answer;
  const { run } = found;
  const report = await desk.checkNow(run.id);
  if (report === undefined)
    return 'It cannot be checked: its client secret is not here. Type `rotate` after the command and enter a new one.';
  const title = `${run.prerequisites.cspCompany}: ${summaryOf(report)}`;
  return {
    text: plain(title),
    blocks: [...sections([`*${plain(title)}*`, ...openLines(report.findings)]), ...pageBlocks(desk, { enablement: run.id })],
  };
}
