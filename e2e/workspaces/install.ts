import type { Stage } from '../stage.ts';

/** A page at the end of an installation, or of a failed one. */
export interface Ended {
  readonly status: number;
  readonly text: string;
}

/** Somebody who installs the app in a workspace: from the app's page to Slack's page of consent, and back. */
export class Installer {
  readonly #urls: Stage['stack']['urls'];
  #cookie = '';

  constructor({ stack }: Stage) {
    this.#urls = stack.urls;
  }

  /** Opens the app's page of installation; gives Slack's page of consent, with all that it asks in its address. */
  async start(): Promise<URL> {
    const response = await fetch(`${this.#urls.bot}/slack/install`, { redirect: 'manual' });
    this.#cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return new URL(response.headers.get('location') ?? '');
  }

  /** Decides on Slack's page; gives the address that the browser is sent back to. */
  async decide(consent: URL, team: string, decision: 'allow' | 'cancel' = 'allow'): Promise<URL> {
    const body = new URLSearchParams({ ...Object.fromEntries(consent.searchParams), team, decision });
    const response = await fetch(consent.origin + consent.pathname, { method: 'POST', body, redirect: 'manual' });
    return new URL(response.headers.get('location') ?? '');
  }

  async comeBack(address: URL, cookie = this.#cookie): Promise<Ended> {
    const response = await fetch(address, { headers: { cookie } });
    return { status: response.status, text: await response.text() };
  }

  async install(team: string): Promise<Ended> {
    return this.comeBack(await this.decide(await this.start(), team));
  }
}
