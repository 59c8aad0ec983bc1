import type { HTMLElement } from 'node-html-parser';
import { z } from 'zod';
import { fileHandOff, handOff } from '../filing.ts';
import type { Cloud, HandedOver, State } from '../state.ts';
import { type Browser, type Page, VisitProblem } from './browser.ts';

export interface HandOffJob {
  readonly link: string;
  readonly browser: Browser;
  readonly state: State;
  /** `host[:port]` to give as messaging host for this cloud. */
  messagingHostOf(cloud: Cloud): string;
  /** Called as soon as the values are in the state, before anything else can go wrong. */
  filed(cloud: Cloud): void;
  /** Tells the desk what was done; never holds a secret. */
  note(step: string): void;
}

/**
 * What a person at Acrobits does with a hand-off letter: opens the page, reads the values, reveals the client secret, files
 * everything under a cloudId, and sends cloudId, API key and messaging host back. Throws `VisitProblem`.
 */
export async function answerHandOff(job: HandOffJob): Promise<void> {
  const { browser, note } = job;
  const first = await openPage(job);
  if (isAnswered(first)) return note('The page says that it was answered already');
  const [cloud, page] = await obtainAndFile(job, first);
  const withForm = findForm(page, 'answer') === null ? await openPage(job) : page;
  const form = findForm(withForm, 'answer');
  if (form === null) throw new VisitProblem('The page has no form for the answer', false);
  const answered = await browser.submit(withForm, form, {
    cloudId: cloud.cloudId,
    apiKey: cloud.apiKey,
    messagingHost: job.messagingHostOf(cloud),
  });
  if (isAnswered(answered) && !isAccepted(answered)) return note('The page says that it was answered already');
  if (!isAccepted(answered)) throw refusal(answered);
  note(`Sent cloudId ${cloud.cloudId}, its API key and the messaging host back; they were accepted`);
}

async function openPage({ browser, link }: HandOffJob): Promise<Page> {
  const page = await browser.open(new URL(link));
  if (page.status !== 200) throw new VisitProblem(`The hand-off page answered ${page.status}`, false);
  return page;
}

/** Gives the page to go on from. The secret is shown only once, so a second visit relies on what the first has filed. */
async function obtainAndFile(job: HandOffJob, first: Page): Promise<[Cloud, Page]> {
  const { browser, state, link, note } = job;
  if (first.document.querySelector('#no-secret') !== null) {
    throw new VisitProblem('The page has no client secret at the moment', true);
  }
  const reveal = findForm(first, 'reveal');
  const filedBefore = state.clouds.find((cloud) => cloud.handedOver?.fromLink === link);
  if (reveal === null && filedBefore !== undefined) return [filedBefore, first];
  if (reveal !== null) note('Opened the hand-off page');
  const page = reveal === null ? first : await browser.submit(first, reveal, {});
  const secret = page.document.querySelector('#client-secret')?.text.trim();
  if (page.status === 403) throw new VisitProblem('The page wants to be opened anew', true);
  // Only the sender can help: the staff looks in from time to time whether the page was opened again.
  if (!secret)
    throw new VisitProblem(
      'The client secret was revealed before and is not on file; the sender has to open the page again',
      true,
    );
  if (reveal !== null) note('Revealed the client secret');
  const filing = fileHandOff(state, read(first, secret, link));
  if ('refused' in filing) throw new VisitProblem(filing.refused, false);
  job.filed(filing.filed);
  note(`Filed the values under ${filing.filed.cloudId}`);
  return [filing.filed, page];
}

const NAMES = {
  portalUrl: 'portal URL',
  coreHost: 'core hostname',
  clientId: 'client ID',
  company: 'CSP company name',
  contactName: 'CSP contact name',
  contactEmail: 'CSP contact e-mail',
  contactPhone: 'CSP contact phone',
  wantedDomains: 'wanted domains',
} as const;

function read(page: Page, clientSecret: string, fromLink: string): HandedOver {
  const values: Record<string, string> = { clientSecret };
  for (const [field, name] of Object.entries(NAMES)) {
    const value = page.document.querySelector(`#values [data-value="${name}"]`)?.structuredText.trim();
    if (value) values[field] = value;
  }
  const result = handOff.safeParse(values);
  // The messages name the field that is wrong, never its value.
  if (!result.success) throw new VisitProblem(result.error.issues.map(({ message }) => message).join('; '), false);
  return { ...result.data, fromLink };
}

function findForm(page: Page, id: string): HTMLElement | null {
  return page.document.querySelector(`form#${id}`);
}

function isAccepted(page: Page): boolean {
  return page.status < 300 && page.document.querySelector('main[data-outcome="accepted"]') !== null;
}

/** Before anything was sent: a page that takes no more answers. It may still offer to reveal, which nobody needs then. */
function isAnswered(page: Page): boolean {
  return isAccepted(page) || page.document.querySelector('main[data-outcome="already answered"], #answered') !== null;
}

function refusal(page: Page): VisitProblem {
  const errors = page.document.querySelectorAll('[data-error-for]').map((element) => {
    const field = z.string().catch('?').parse(element.getAttribute('data-error-for'));
    return `${field}: ${element.text.trim()}`;
  });
  // 403 is how a page says that its form is stale; a new visit gets a fresh one.
  const again = page.status === 403;
  return new VisitProblem(`The answer was not taken (${page.status}${errors.length > 0 ? `; ${errors.join('; ')}` : ''})`, again);
}
