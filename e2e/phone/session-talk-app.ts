import { randomBytes } from 'node:crypto';
import type { Locate, Shown } from './acrobits-app.ts';
import { type Registration, register, type SipAccount } from './sip/register.ts';

/** What stands in the SessionCloud portal. */
export interface SessionCloud {
  readonly url: string;
  /** The parent domain that `subdomain` is put in front of. */
  readonly domain: string;
}

interface SipEntry {
  readonly sipusername: string;
  readonly sippassword: string;
  readonly transport?: string;
  readonly subdomain?: string;
  readonly authusername?: string;
  readonly proxy?: string;
}

interface Said {
  readonly update?: boolean;
  readonly sipaccounts?: readonly SipEntry[];
  readonly errmsg?: string;
}

/**
 * The SessionTalk softphone as far as provisioning goes. It keeps what was typed, and asks again whenever it comes to the foreground:
 * `update: true` recreates the accounts (without any: logged out), `false` changes nothing, and so does every failure.
 */
export class SessionTalkApp {
  readonly #cloud: SessionCloud;
  readonly #locate: Locate;
  readonly deviceId: string;
  #typed: { readonly username: string; readonly password: string } | undefined;
  #accounts: readonly SipEntry[] = [];
  /** How often its accounts were deleted and made anew, which drops registrations and calls. */
  recreated = 0;
  /** What it shows the person. */
  message = '';

  constructor(cloud: SessionCloud, locate: Locate, deviceId = randomBytes(8).toString('hex')) {
    this.#cloud = cloud;
    this.#locate = locate;
    this.deviceId = deviceId;
  }

  get isLoggedIn(): boolean {
    return this.#accounts.length > 0;
  }

  async signIn(username: string, password: string): Promise<Shown> {
    this.#typed = { username, password };
    await this.#ask(false);
    return this.isLoggedIn ? { signedIn: true } : { signedIn: false, message: this.message };
  }

  /** `scsc:user:password`, with `:providerId` behind it in the generic app. */
  scan(text: string): Promise<Shown> {
    const [, user = '', password = ''] = /^scsc:([^:]+):([^:]+)(?::[^:]+)?$/.exec(text) ?? [];
    if (user === '') return Promise.resolve({ signedIn: false, message: `This is no QR of SessionTalk: ${text}` });
    return this.signIn(user, password);
  }

  /** The app is started, or comes back to the foreground. */
  async foreground(): Promise<void> {
    if (this.#typed !== undefined) await this.#ask(true);
  }

  get sip(): SipAccount {
    const [entry] = this.#accounts;
    const { sipusername = '', sippassword = '', subdomain, authusername } = entry ?? {};
    const host = subdomain ? `${subdomain}.${this.#cloud.domain}` : this.#cloud.domain;
    return { username: sipusername, host, authUsername: authusername || sipusername, password: sippassword };
  }

  register(expires?: number): Promise<Registration> {
    return register(this.sip, this.#locate(this.#accounts[0]?.proxy || this.sip.host), expires);
  }

  async #ask(reprovision: boolean): Promise<void> {
    const { username = '', password = '' } = this.#typed ?? {};
    const url = new URL(this.#cloud.url);
    for (const [name, value] of Object.entries({ username, password, reprovision: String(reprovision), deviceId: this.deviceId }))
      url.searchParams.set(name, value);
    const said = await askFor(url);
    if (said === undefined) return;
    this.message = said.errmsg ?? '';
    if (said.update !== true) return;
    this.#accounts = said.sipaccounts ?? [];
    if (this.#accounts.length === 0) this.#typed = undefined;
    this.recreated += 1;
  }
}

/** SessionTalk documents 2xx alone: everything else leaves the app as it is. */
async function askFor(url: URL): Promise<Said | undefined> {
  try {
    const headers = { 'user-agent': 'SessionTalk/6.0.0', 'cache-control': 'max-age=0' };
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(20_000) });
    return response.ok ? ((await response.json()) as Said) : undefined;
  } catch {
    return undefined;
  }
}
