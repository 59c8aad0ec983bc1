import { writeFile } from 'node:fs/promises';
import { days, Refused } from '@enablement/core';
import { createLinks, createRollouts, type Database, hasAudit, migrate } from '@enablement/gateways/postgres';
import { stringify } from 'csv-stringify/sync';
import { withDatabase } from '../database.ts';
import { registerOf } from './environment.ts';
import { rolloutLine, rolloutLines } from './show.ts';
import { known } from './work.ts';

const MOST = 20;
/** Pages that are open at once: each is a workflow of the bot that waits. */
const MOST_PAGES = 500;
const clock = { now: () => new Date() };

/** Text that spreadsheets take for no formula. */
const csv = (rows: readonly Readonly<Record<string, string | number>>[]): string =>
  stringify([...rows], { header: true, bom: true, escape_formulas: true, record_delimiter: 'windows' });

/** The last roll-outs, or one with what is stuck in it. */
export async function showRollouts({ id, json }: { readonly id?: string | undefined; readonly json: boolean }): Promise<0 | 1> {
  return await reading<0 | 1>(async (db) => {
    const rollouts = createRollouts({ db, clock });
    if (id === undefined) {
      const all = await rollouts.list(MOST);
      if (json) console.log(JSON.stringify(all));
      else for (const line of all.map(rolloutLine)) console.log(line);
      if (all.length === 0 && !json) console.log('Nothing was rolled out yet. Start with: enablement rollout <csv>.');
      return 0;
    }
    await known(rollouts, id);
    await rollouts.follow(id);
    const stuck = await rollouts.domains(id, ['failed', 'awaiting password']);
    for (const line of rolloutLines(await known(rollouts, id), stuck, json)) console.log(line);
    return 0;
  });
}

/** Every domain with what came of it. */
export async function reportRollout({ id, out }: { readonly id: string; readonly out?: string | undefined }): Promise<0 | 1> {
  return await reading<0 | 1>(async (db) => {
    const rollouts = createRollouts({ db, clock });
    await known(rollouts, id);
    await rollouts.follow(id);
    const rows = (await rollouts.domains(id)).map(({ domain, status, outcome, login, detail, todo, tries, settledAt }) => ({
      domain,
      status,
      outcome: outcome ?? '',
      login,
      detail: detail ?? '',
      'what to do': todo ?? '',
      'tries without an answer': tries,
      'time (UTC)': settledAt?.toISOString() ?? '',
    }));
    if (out === undefined) process.stdout.write(csv(rows));
    else {
      await writeFile(out, csv(rows), { mode: 0o600 });
      console.error(`Written to ${out}.`);
    }
    return 0;
  });
}

export interface PagesOptions {
  readonly id: string;
  readonly out?: string | undefined;
  readonly open: number;
  readonly again: boolean;
}

/** One-time pages to hand to customers, each for one domain, with its code. */
export async function makePages({ id, out = 'pages.csv', open, again }: PagesOptions): Promise<0 | 1> {
  const { PUBLIC_URL } = process.env;
  if (!PUBLIC_URL || !URL.canParse(PUBLIC_URL))
    throw new Error('Where do customers reach our pages? Set PUBLIC_URL as for the bot, https://… without a slash at the end.');
  return await reading<0 | 1>(async (db) => {
    const rollouts = createRollouts({ db, clock });
    const { enablement } = await known(rollouts, id);
    const { register, vault, key } = await registerOf(db);
    const environment = enablement === undefined ? undefined : await register.get(enablement);
    if (environment === undefined)
      throw new Refused(
        'Pages need an environment that was enabled through Slack: its workflows take what customers enter.',
        'For an environment that a file declares, put passwords into environment variables and name them (password_env, --password-env).',
      );
    await rollouts.follow(id);
    const had = new Map(environment.domains.map(({ domain, status }) => [domain, status]));
    const waiting = (await rollouts.domains(id, ['awaiting password'])).filter(({ domain }) => again || !had.has(domain));
    const opened = [...had.values()].filter((status) => status === 'wanted' || status === 'running').length;
    const now = waiting.slice(0, again ? MOST_PAGES : Math.max(0, MOST_PAGES - opened));
    if (now.length === 0) {
      console.error(waiting.length === 0 ? NOBODY : `${MOST_PAGES} pages are open. More can be made when some of them are used.`);
      return waiting.length === 0 ? 0 : 1;
    }
    // Before anything is made: a code that is not written down is lost.
    await writeFile(out, '', { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
      throw new Error(
        error.code === 'EEXIST'
          ? `${out} is there already, and may hold pages: say --out <file>.`
          : `${out} cannot be written (${error.code}).`,
      );
    });
    const person = environment.responsible;
    await register.want(
      environment.id,
      now.map(({ domain }) => domain),
      person,
    );
    const links = createLinks({ db, vault, key, clock });
    const expires = new Date(clock.now().getTime() + days(open));
    const rows = [];
    for (const { domain } of now) {
      const page = {
        owner: { enablement: environment.id, domain },
        field: 'Office Manager password',
        person,
        expires,
        handed: true,
      } as const;
      const { token, code } = await links.issue(page);
      rows.push({ domain, page: `${PUBLIC_URL}/s/${token.reveal()}`, code, 'open until (UTC)': expires.toISOString() });
    }
    await writeFile(out, csv(rows), { mode: 0o600 });
    const left = waiting.length - now.length;
    console.log(
      `${now.length} pages written to ${out}, open for ${open} days. Hand each customer the page of their domain; send the code another way, if you can. What they enter goes to Acrobits once it is proved.${left > 0 ? ` ${left} more wait: make theirs when some of these are used.` : ''}`,
    );
    return 0;
  });
}

const NOBODY = 'No domain of this roll-out waits for a password without having a page. --again makes new pages.';

const reading = <T>(act: (db: Database) => Promise<T>): Promise<T> =>
  withDatabase(async (db) => {
    if (!(await hasAudit(db)))
      throw new Error('Nothing was ever rolled out with this database. Start with: enablement rollout <csv>.');
    await migrate(db);
    return await act(db);
  });
