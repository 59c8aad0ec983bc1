import { setTimeout as pause } from 'node:timers/promises';

/** Waits until `probe` gives something, or throws saying what did not happen and what was there instead. */
export async function eventually<T>(what: string, probe: () => Promise<T | undefined | false>, patience = 30_000): Promise<T> {
  const until = Date.now() + patience;
  let last: unknown;
  while (Date.now() < until) {
    try {
      const found = await probe();
      if (found !== undefined && found !== false) return found;
    } catch (error) {
      last = error;
    }
    await pause(60);
  }
  throw new Error(`This did not happen within ${patience / 1000} s: ${what}`, { cause: last });
}

export interface Message {
  readonly ts: string;
  readonly text: string;
  readonly ephemeral: boolean;
  readonly thread_ts?: string;
  readonly blocks: readonly Block[];
}

interface Block {
  readonly type: string;
  readonly block_id?: string;
  readonly text?: { readonly text: string };
  readonly elements?: readonly Element[];
  readonly accessory?: Element;
  /** A plan's title, and its steps. */
  readonly title?: string;
  readonly tasks?: readonly { readonly title: string; readonly details?: Rich; readonly output?: Rich }[];
  /** A table's cells. */
  readonly rows?: readonly (readonly Rich[])[];
}

interface Rich {
  readonly elements?: readonly Rich[];
  readonly text?: string;
  readonly fallback?: string;
  readonly name?: string;
  readonly user_id?: string;
}

interface Element {
  readonly type: string;
  readonly action_id?: string;
  readonly url?: string;
  readonly text?: { readonly text: string } | string;
  readonly placeholder?: { readonly text: string };
  readonly options?: readonly { readonly text: { readonly text: string }; readonly value: string }[];
}

export interface FormAnswer {
  readonly ok?: boolean;
  readonly errors?: Readonly<Record<string, string>>;
}

/** Somebody in the local Slack, by way of its control interface: types, clicks, fills in forms. */
export class Operator {
  readonly #slack: string;
  readonly user: string;
  readonly channel: string;

  constructor(slack: string, user = 'U0OLIVIA', channel = 'C0OPS') {
    this.#slack = slack;
    this.user = user;
    this.channel = channel;
  }

  command(text: string): Promise<{ readonly error?: string }> {
    return this.act('command', { channel: this.channel, text });
  }

  /** Types a command and reads what only this person is told after it. */
  async answerTo(text: string): Promise<string> {
    const before = new Set((await this.messages()).map(({ ts }) => ts));
    await this.command(text);
    const isAnswer = ({ ephemeral, ts }: Message) => ephemeral && !before.has(ts);
    return textOf(
      await eventually(`${this.user} is told something after “${text}”`, async () => (await this.messages()).findLast(isAnswer)),
    );
  }

  /** Fills in and sends the open form; gives the errors that stand under its fields. */
  submit(fields: Readonly<Record<string, string>>): Promise<FormAnswer> {
    return this.act('submit', {
      values: Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, { value: text }])),
    });
  }

  /** Types the command and sends the form, as one would. */
  async ask(fields: Readonly<Record<string, string>>): Promise<FormAnswer> {
    await this.command('/enable-acrobits');
    await eventually('the form opens', async () => (await this.modal()) !== undefined);
    return this.submit(fields);
  }

  async modal(): Promise<{ readonly title?: { readonly text: string }; readonly blocks: readonly Block[] } | undefined> {
    const { view } = await this.see<{ view: { title?: { text: string }; blocks: Block[] } | null }>('modal');
    return view ?? undefined;
  }

  async messages(channel = this.channel): Promise<readonly Message[]> {
    return (await this.see<{ messages: Message[] }>('messages', channel)).messages;
  }

  /** The card of a CSP's run; the newest when there are several. */
  async card(csp: string): Promise<Message> {
    const found = (await this.messages()).findLast(
      (message) => !message.ephemeral && message.text.startsWith(`Cloud Softphone for ${csp}:`),
    );
    if (found === undefined) throw new Error(`there is no card for ${csp}`);
    return found;
  }

  async cardSays(csp: string, words: string | RegExp, patience?: number): Promise<Message> {
    return eventually(
      `the card of ${csp} says ${words}`,
      async () => {
        const card = await this.card(csp);
        return says(textOf(card), words) && card;
      },
      patience,
    );
  }

  /** Presses the button with this text on the CSP's card. */
  async press(csp: string, label: string): Promise<void> {
    const { card, button } = await eventually(`there is a button “${label}” on the card of ${csp}`, async () => {
      const card = await this.card(csp);
      const button = buttonsOf(card).find((element) => labelOf(element) === label);
      return button && { card, button };
    });
    await this.act('click', { channel: this.channel, ts: card.ts, action_id: button.action_id });
  }

  /** Presses a button that gives a one-time page, and reads its address and code from the answer only this person sees. */
  async secretPage(csp: string, label: string, patience?: number): Promise<{ readonly url: string; readonly code: string }> {
    return this.pageAfter(label, () => this.press(csp, label), patience);
  }

  /** Does something that Slack answers with a one-time page, and reads that answer. */
  async pageAfter(
    label: string,
    act: () => Promise<unknown>,
    patience?: number,
  ): Promise<{ readonly url: string; readonly code: string }> {
    // Of several pages asked for at the same time, the one for this domain.
    const [, about = ''] = label.split(': ');
    const before = new Set((await this.messages()).map(({ ts }) => ts));
    await act();
    return eventually(
      `Slack answers “${label}” with a page`,
      async () => {
        const answer = (await this.messages()).find(
          ({ ephemeral, ts, text }) => ephemeral && !before.has(ts) && text.startsWith('Your page for') && text.includes(about),
        );
        const url = answer && buttonsOf(answer)[0]?.url;
        const code = answer && /\*(\d{6})\*/.exec(textOf(answer))?.[1];
        return url && code ? { url, code } : undefined;
      },
      patience,
    );
  }

  /** Presses a button under the last thing that only this person was told. */
  async pressAnswer(label: string): Promise<void> {
    const { answer, button } = await eventually(`there is a button “${label}” under what ${this.user} was told`, async () => {
      const answer = (await this.messages()).findLast((message) => message.ephemeral);
      const button = answer && buttonsOf(answer).find((element) => labelOf(element) === label);
      return button && { answer, button };
    });
    await this.act('click', { channel: this.channel, ts: answer.ts, action_id: button.action_id });
  }

  async lastWords(): Promise<string> {
    return textOf((await this.messages()).findLast((message) => message.ephemeral));
  }

  /** The last thing that only this person was told has these words. */
  async wordsSay(words: string | RegExp): Promise<string> {
    return eventually(`${this.user} is told ${words}`, async () => {
      const told = await this.lastWords();
      return says(told, words) && told;
    });
  }

  async act<T>(what: string, body: Readonly<Record<string, unknown>> = {}): Promise<T> {
    return call(`${this.#slack}/_slack/${what}`, { user: this.user, ...body });
  }

  async see<T>(what: string, channel = this.channel): Promise<T> {
    return call(`${this.#slack}/_slack/${what}?${new URLSearchParams({ user: this.user, channel })}`);
  }
}

/** True, or throws with what is said instead, so that a story that fails tells what it saw. */
function says(text: string, words: string | RegExp): true {
  if (typeof words === 'string' ? text.includes(words) : words.test(text)) return true;
  throw new Error(`it says: ${text}`);
}

export function textOf(message: Message | undefined): string {
  if (message === undefined) return '';
  return [message.text, ...message.blocks.flatMap(linesOf)].join('\n');
}

/** What a block says, a line for each step of a plan and each row of a table. */
export function linesOf(block: Block): readonly string[] {
  if (block.type === 'plan')
    return [
      block.title ?? '',
      ...(block.tasks ?? []).map(({ title, details, output }) =>
        [title, ...[output ?? details].flatMap((said) => (said ? [flat(said)] : []))].join(': '),
      ),
    ];
  if (block.type === 'table') return (block.rows ?? []).map((row) => row.map((cell) => flat(cell).trim()).join(': '));
  return [block.text?.text ?? '', ...(block.elements ?? []).map(labelOf)];
}

/** Rich text as words; signs (emoji) are left out. */
const flat = (rich: Rich): string =>
  rich.text ?? rich.fallback ?? (rich.user_id ? `<@${rich.user_id}>` : (rich.elements ?? []).map(flat).join(''));

export const buttonsOf = (message: Message): readonly Element[] =>
  message.blocks.flatMap((block) => (block.type === 'actions' ? (block.elements ?? []) : []));

export const labelOf = (element: Element): string =>
  typeof element.text === 'string' ? element.text : (element.text?.text ?? '');

/** JSON over HTTP, for the control interfaces of mocks and the local Slack. */
export async function call<T>(url: string, body?: unknown): Promise<T> {
  const init =
    body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(20_000) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

export interface PageSeen {
  readonly status: number;
  readonly text: string;
  readonly outcome: string | undefined;
}

/** Somebody with a browser, as far as our pages need one: cookies, and forms with their hidden fields. */
export class Visitor {
  readonly #jar = new Map<string, string>();
  #csrf = '';

  async open(url: string, init: RequestInit = {}): Promise<PageSeen> {
    const cookie = [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, headers: { cookie }, signal: AbortSignal.timeout(20_000) });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#jar.set(name, value);
    }
    const text = await response.text();
    this.#csrf = /name="csrf" value="([^"]*)"/.exec(text)?.[1] ?? this.#csrf;
    return { status: response.status, text, outcome: /<main data-outcome="([^"]*)"/.exec(text)?.[1] };
  }

  send(url: string, fields: Readonly<Record<string, string>>): Promise<PageSeen> {
    return this.open(url, { method: 'POST', body: new URLSearchParams({ csrf: this.#csrf, ...fields }) });
  }
}

/** Opens a one-time page and enters what it asks for. */
export async function enterSecret(
  page: { readonly url: string; readonly code: string },
  secret: string,
  login?: string,
): Promise<PageSeen> {
  const visitor = new Visitor();
  await visitor.open(page.url);
  return visitor.send(page.url, { code: page.code, secret, ...(login === undefined ? {} : { officeManagerLogin: login }) });
}
