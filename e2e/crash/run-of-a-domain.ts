import { buttonsOf, call, enterSecret, eventually, Operator, textOf } from '../../scripts/lib/person.ts';
import type { Stack } from '../../scripts/lib/stack.ts';

export const CSP = 'Northwind Telecom';
export const DOMAIN = 'acme.example';

interface Ledger {
  readonly letters: number;
  readonly subscriptions: number;
  readonly provisioned: number;
  readonly cards: number;
}

/** One enablement with one domain, driven by a person who tries again when something is down. */
export class RunOfADomain {
  readonly #stack: Stack;
  readonly #olivia: Operator;
  readonly #adam: Operator;

  constructor(stack: Stack) {
    this.#stack = stack;
    this.#olivia = new Operator(stack.urls.slack);
    this.#adam = new Operator(stack.urls.slack, 'U0ADAM');
  }

  async ask(): Promise<void> {
    await persist('the form is taken', async () => {
      if (await this.#olivia.modal()) await this.#olivia.act('close', { all: true });
      const answer = await this.#olivia.ask({
        cspCompany: CSP,
        contactName: 'Alex Example',
        contactEmail: 'ops@northwind.example',
        portalUrl: this.#stack.urls.portal,
        coreHost: 'localhost',
        clientId: 'acrobits-softphone',
      });
      // Sent a second time after an answer that got lost, the run that exists is shown instead; both are fine.
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    });
  }

  says(words: string | RegExp): Promise<unknown> {
    return this.#olivia.cardSays(CSP, words, PATIENCE);
  }

  enterClientSecret(): Promise<void> {
    return this.#enter('Enter client secret', 'mock-client-secret', /Client secret received: fingerprint/);
  }

  async addDomain(): Promise<void> {
    await persist('the domain is added', async () => {
      const { error } = await this.#olivia.command(`/enable-acrobits domain ${DOMAIN}`);
      if (error) throw new Error(error);
      await eventually('Slack answers', async () => /was added|is on the card/.test(await this.#olivia.lastWords()), 3_000);
    });
  }

  /** Another person says yes, as often as it takes. */
  async approve(button: string): Promise<void> {
    let pressed = false;
    await persist(`“${button}” is pressed`, async () => {
      const labels = buttonsOf(await this.#olivia.card(CSP)).map(({ text }) => (typeof text === 'object' ? text.text : text));
      if (!labels.includes(button) && pressed) return;
      if (!labels.includes(button)) throw new Error('nothing is to be approved yet');
      await this.#adam.press(CSP, button);
      pressed = true;
      await eventually(
        'the button is gone',
        async () => !JSON.stringify(await this.#olivia.card(CSP)).includes(`"${button}"`),
        3_000,
      );
    });
  }

  /** The core gets another name, and Acrobits is told. */
  async correct(): Promise<void> {
    const letter = 'Send the correction to Acrobits';
    await persist('a value is corrected', async () => {
      const shown = JSON.stringify(await this.#olivia.card(CSP));
      if (shown.includes(letter)) return;
      if (await this.#olivia.modal()) await this.#olivia.act('close', { all: true });
      await this.#olivia.press(CSP, 'Correct the values');
      await eventually('the form opens', async () => (await this.#olivia.modal()) !== undefined, 3_000);
      await this.#olivia.submit({ coreHost: '127.0.0.1' });
      await eventually(
        'the card offers a letter',
        async () => JSON.stringify(await this.#olivia.card(CSP)).includes(letter),
        3_000,
      );
    });
    await persist('the letter is ordered', async () => {
      if (!JSON.stringify(await this.#olivia.card(CSP)).includes(letter)) return;
      if (await this.#olivia.modal()) await this.#olivia.act('close', { all: true });
      await this.#olivia.press(CSP, letter);
      await eventually('the letter is shown', async () => (await this.#olivia.modal()) !== undefined, 3_000);
      await this.#olivia.submit({});
      await eventually('it is ordered', async () => !JSON.stringify(await this.#olivia.card(CSP)).includes(letter), 3_000);
    });
  }

  enterCredentials(): Promise<void> {
    return this.#enter(
      `Enter credentials: ${DOMAIN}`,
      'mock-password',
      new RegExp(`${DOMAIN}: (?!waiting|starts)`),
      `integration-office-manager@${DOMAIN}`,
    );
  }

  /** What the world looks like in the end, counted at the vendors and not taken from our own word. */
  ledger(): Promise<Ledger> {
    // A connection that was kept open to somebody who was killed meanwhile breaks once.
    return eventually('the vendors can be asked', () => this.#ledger(), 10_000);
  }

  async #ledger(): Promise<Ledger> {
    const { acrobits, netsapiens } = this.#stack.urls;
    const letters = await call<readonly unknown[]>(`${acrobits}/_mock/mailbox`);
    const { access_token } = await call<{ access_token: string }>(`${netsapiens}/ns-api/v2/tokens`, {
      grant_type: 'password',
      client_id: 'acrobits-softphone',
      client_secret: 'mock-client-secret',
      username: 'super@system.example',
      password: 'mock-password',
    });
    const response = await fetch(`${netsapiens}/ns-api/v2/subscriptions`, {
      headers: { authorization: `Bearer ${access_token}` },
    });
    const subscriptions: readonly { domain: string }[] = await response.json();
    const state = JSON.stringify(await call(`${acrobits}/_mock/state`));
    const cards = (await this.#olivia.messages()).filter(
      (message) => !message.ephemeral && message.text.startsWith(`Cloud Softphone for ${CSP}`),
    );
    return {
      letters: letters.length,
      subscriptions: subscriptions.filter(({ domain }) => domain === DOMAIN).length,
      provisioned: state.split(`"${DOMAIN}"`).length > 1 ? 1 : 0,
      cards: cards.length,
    };
  }

  async #enter(button: string, secret: string, done: RegExp, login?: string): Promise<void> {
    await persist(`the secret behind “${button}” is taken`, async () => {
      const card = textOf(await this.#olivia.card(CSP));
      if (!card.includes(button) && done.test(card)) return;
      const page = await this.#olivia.secretPage(CSP, button, 3_000);
      const { outcome } = await enterSecret(page, secret, login);
      if (outcome !== 'accepted' && outcome !== 'not wanted') throw new Error(`the page answered ${outcome}`);
    });
  }
}

/** While somebody dies at each step the run takes its time. */
export const PATIENCE = 180_000;

/** A person tries again. */
function persist(what: string, act: () => Promise<void>): Promise<unknown> {
  return eventually(what, () => act().then(() => true), PATIENCE);
}
