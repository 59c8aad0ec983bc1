import { type HTMLElement, parse } from 'node-html-parser';

/** A page could not be had, or was not what was expected. `again` when another visit may go better. */
export class VisitProblem extends Error {
  override readonly name = 'VisitProblem';
  readonly again: boolean;
  /** How long the other side asked to be left alone, in milliseconds. */
  readonly waitMs: number | undefined;

  constructor(message: string, again: boolean, waitMs?: number) {
    super(message);
    this.again = again;
    this.waitMs = waitMs;
  }
}

export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly document: HTMLElement;
}

/** As much of a browser as a person needs to read a page and to send its forms: cookies, redirects, hidden fields. */
export interface Browser {
  open(url: URL): Promise<Page>;
  /** Sends a form as it stands, hidden fields included, with these fields filled in. */
  submit(page: Page, form: HTMLElement, filledIn: Readonly<Record<string, string>>): Promise<Page>;
}

const MOST_REDIRECTS = 5;
const PATIENCE_MS = 10_000;

export function openBrowser(signal: AbortSignal): Browser {
  const cookies = new Map<string, string>();

  async function visit(url: URL, form?: URLSearchParams, redirects = 0): Promise<Page> {
    const response = await ask(url, form);
    for (const cookie of response.headers.getSetCookie()) keepCookie(cookies, cookie);
    const next = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && next !== null) {
      await response.body?.cancel();
      const target = URL.parse(next, url);
      // The cookies belong to this place; no hand-off page leads elsewhere.
      if (target === null || target.origin !== url.origin)
        throw new VisitProblem(`${url.host} leads away to another site`, false);
      if (redirects >= MOST_REDIRECTS) throw new VisitProblem(`${url.host} redirects in a circle`, false);
      return visit(target, response.status === 307 || response.status === 308 ? form : undefined, redirects + 1);
    }
    if (response.status >= 500 || response.status === 429) {
      await response.body?.cancel();
      throw new VisitProblem(`${url.host} answered ${response.status}`, true, retryAfter(response));
    }
    const text = await response.text().catch((error: Error) => {
      throw new VisitProblem(`${url.host} stopped in the middle of a page (${error.message})`, true);
    });
    return { url, status: response.status, document: parse(text) };
  }

  async function ask(url: URL, form: URLSearchParams | undefined): Promise<Response> {
    const headers: Record<string, string> = { accept: 'text/html', 'user-agent': 'mock-acrobits-staff/1' };
    if (cookies.size > 0) headers.cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    // What a browser says of a form on the page's own site; a site may refuse a POST without it.
    if (form !== undefined) Object.assign(headers, { origin: url.origin, 'sec-fetch-site': 'same-origin' });
    try {
      return await fetch(url, {
        method: form === undefined ? 'GET' : 'POST',
        redirect: 'manual',
        headers,
        signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
        ...(form === undefined ? {} : { body: form }),
      });
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      throw new VisitProblem(`${url.host} does not answer (${cause instanceof Error ? cause.message : 'no reason given'})`, true);
    }
  }

  return {
    open: (url) => visit(url),
    async submit(page, form, filledIn) {
      const fields = new URLSearchParams();
      for (const field of form.querySelectorAll('input[name]')) {
        const name = field.getAttribute('name') ?? '';
        if (!(name in filledIn)) fields.append(name, field.getAttribute('value') ?? '');
      }
      for (const [name, value] of Object.entries(filledIn)) fields.append(name, value);
      const target = URL.parse(form.getAttribute('action') ?? '', page.url);
      if (target === null || target.origin !== page.url.origin) throw new VisitProblem('The form is sent to another site', false);
      return visit(target, fields);
    },
  };
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';');
  const at = pair.indexOf('=');
  if (at < 1) return;
  const name = pair.slice(0, at).trim();
  if (attributes.some((attribute) => /^\s*max-age\s*=\s*(0|-\d+)\s*$/i.test(attribute))) cookies.delete(name);
  else cookies.set(name, pair.slice(at + 1).trim());
}

function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
