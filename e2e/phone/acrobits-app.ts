import { type Account, isRecord, merge, PRIORITY, readAccount, readXml } from './account-xml.ts';
import { mergeQuickDial, type QuickDial } from './quick-dial.ts';
import type { Address } from './sip/datagrams.ts';
import { type Registration, register, type SipAccount } from './sip/register.ts';
import { call, type Said, webService, went } from './web-service.ts';

/** What stands in the Cloud Softphone portal for a cloud ID: keys, and values as they are once the XML is read. */
export type PortalSettings = Readonly<Record<string, string>>;

/** Where a SIP host is reached over UDP, if there is such a host; stands for DNS, which knows no registrar on a free port. */
export type Locate = (host: string) => Address | undefined;

/** How the app tells the person what happened. */
export type Shown = { readonly signedIn: true } | { readonly signedIn: false; readonly message: string };

const GENERIC = 'Provisioning failed.';

/**
 * Acrobits Cloud Softphone as far as provisioning goes: one field `user@CODE`, initial, global and re-provisioning, values merged by
 * priority. What was never published (what the app does without `extProvInterval`) is left out: it then re-provisions at start only.
 */
export class AcrobitsApp {
  readonly #portal: PortalSettings;
  readonly #locate: Locate;
  #inputs: Readonly<Record<string, string>> = {};
  #account: Account = new Map();
  #quickDial: ReadonlyMap<string, QuickDial> = new Map();
  #sinceProvisioned = 0;

  constructor(portal: PortalSettings, locate: Locate) {
    this.#portal = portal;
    this.#locate = locate;
  }

  /** A value of the account, '' when there is none. */
  value(node: string): string {
    return this.#account.get(node)?.value ?? '';
  }

  get quickDial(): readonly QuickDial[] {
    return [...this.#quickDial.values()];
  }

  /** The first field holds `user@CODE`, split at its last `@`; `CODE*` is the editable version. */
  signIn(field: string, password: string): Promise<Shown> {
    const at = field.lastIndexOf('@');
    return this.#provision({ username: decode(field.slice(0, at)), password, fullcode: field.slice(at + 1) });
  }

  /** `csc:user:password@CODE`, user and password percent-encoded. */
  scan(text: string): Promise<Shown> {
    const [, user = '', password = '', code = ''] = /^csc:([^:@]*)(?::([^@]*))?@(.+)$/.exec(text) ?? [];
    if (code === '') return Promise.resolve({ signedIn: false, message: `This is no QR of Cloud Softphone: ${text}` });
    return this.#provision({ username: decode(user), password: decode(password), fullcode: code });
  }

  /** The person changes a value in the app's settings. */
  edit(node: string, value: string): void {
    this.#account = new Map(this.#account).set(node, { value, priority: PRIORITY.gui });
  }

  /** The app is opened: it re-provisions, and refreshes what is global. Any failure leaves everything as it was. */
  async start(): Promise<void> {
    this.#sinceProvisioned = 0;
    await this.#reprovision();
    await this.#refreshGlobal();
  }

  /** Time passes while the app is open: it re-provisions at the account's interval. */
  async pass(seconds: number): Promise<void> {
    const interval = Number(this.value('extProvInterval') || this.#portal.extProvInterval || 0);
    if (interval <= 0) return;
    this.#sinceProvisioned += seconds;
    for (; this.#sinceProvisioned >= interval; this.#sinceProvisioned -= interval) await this.#reprovision();
  }

  get sip(): SipAccount {
    const username = this.value('username');
    return {
      username,
      host: this.value('host'),
      authUsername: this.value('authUsername') || username,
      password: this.value('password'),
    };
  }

  /** Registers at `proxy`, or at `host` without one. */
  register(expires?: number): Promise<Registration> {
    return register(this.sip, this.#locate(this.value('proxy') || this.value('host')), expires);
  }

  async #provision(inputs: Readonly<Record<string, string>>): Promise<Shown> {
    this.#inputs = inputs;
    const global = await this.#call('initialGlobalProvisioning', (name) => inputs[name]);
    if (global !== 'none' && !went(global)) return failed(global);
    if (global !== 'none') this.#takeGlobal(global.text);
    const said = await this.#call('InitialProvisioning', (name) => inputs[name]);
    if (said === 'none') return { signedIn: false, message: 'The portal has no provisioning URL.' };
    if (!went(said)) return failed(said);
    try {
      this.#account = merge(new Map(), readAccount(said.text));
      return { signedIn: true };
    } catch {
      return { signedIn: false, message: GENERIC };
    }
  }

  async #reprovision(): Promise<void> {
    const said = await this.#call('extProv', (name) => this.#ofAccount(name));
    if (said === 'none' || !went(said)) return;
    try {
      this.#account = merge(this.#account, readAccount(said.text));
    } catch {
      // What cannot be read is not taken.
    }
  }

  async #refreshGlobal(): Promise<void> {
    const said = await this.#call('globalExtProv', (name) => this.#ofAccount(name));
    if (said !== 'none' && went(said)) this.#takeGlobal(said.text);
  }

  #takeGlobal(text: string): void {
    try {
      this.#quickDial = mergeQuickDial(this.#quickDial, text);
    } catch {
      // As above.
    }
  }

  /** An account's own keys win over those of the portal. */
  async #call(prefix: string, resolve: (name: string) => string | undefined): Promise<Said | undefined | 'none'> {
    const service = webService(prefix, (key) => this.value(key) || this.#portal[key]);
    return service === undefined ? 'none' : call(service, resolve);
  }

  #ofAccount(name: string): string | undefined {
    const node = /^account\[(.+)\]$/.exec(name)?.[1];
    if (node !== undefined) return this.#account.get(node)?.value;
    return name === 'fullcode' ? this.#inputs.fullcode : undefined;
  }
}

/** The text of `<error><message>`, or the app's own. */
function failed(said: Said | undefined): Shown {
  try {
    const { error } = readXml(said?.text ?? '');
    if (isRecord(error) && typeof error.message === 'string') return { signedIn: false, message: error.message };
  } catch {
    // No XML: the generic text.
  }
  return { signedIn: false, message: GENERIC };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
