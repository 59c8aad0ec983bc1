import { type Duration, minutes } from '../duration.ts';
import type { Environment } from '../environments/environment.ts';
import { Refused, Unreachable } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { KeptBook, PhoneBooks } from '../ports/phone-books.ts';
import type { LoginKey } from '../ports/phone-logins.ts';
import type { PhoneLogin, PhonePlatform } from '../ports/phone-platform.ts';
import { createFlights, type Turns } from '../turns.ts';
import { keyText } from './known-logins.ts';
import { type QuickDial, quickDialsOf } from './quick-dials.ts';
import type { PhoneTemplate } from './template.ts';

/** What one user's app gets. */
export interface Book {
  /** `undefined` for one that is not whole and shall be asked for again. */
  readonly validators: Pick<KeptBook, 'tag' | 'modifiedAt'> | undefined;
  text(): Promise<string>;
}

export interface BookPorts {
  readonly platform: Pick<PhonePlatform, 'contacts'>;
  readonly books: PhoneBooks;
  readonly clock: Clock;
  readonly turns: Turns;
  readonly tell: (line: string) => void;
  /** Writes tiles out; `whole` says that what is not among them may be taken away. */
  readonly write: (tiles: readonly QuickDial[], template: PhoneTemplate, whole: boolean) => string;
  /** A hash, short enough for a header. */
  readonly tag: (text: string) => string;
}

export interface BookSettings {
  /** How often contacts are read. */
  readonly every: Duration;
  /** How many users' tags are remembered in memory. */
  readonly remembered: number;
}

/** After a failure it is tried again no earlier. */
const PAUSE = minutes(1);

/** Quick Dial of each user: park slots and tiles from configuration, contacts from NetSapiens, read again now and then. */
export function createQuickDialBooks({ platform, books, clock, turns, tell, write, tag }: BookPorts, settings: BookSettings) {
  const remembered = new Map<string, KeptBook>();
  const shared = createFlights<Book>();
  const started = clock.now();
  const now = () => clock.now().getTime();
  /** Templates do not change while we run. */
  const templates = new WeakMap<PhoneTemplate, { readonly tag: string; readonly configured: readonly QuickDial[] }>();

  function prepared(template: PhoneTemplate) {
    const known = templates.get(template);
    if (known !== undefined) return known;
    const configured = configuredTiles(template);
    const made = { configured, tag: tag(write(configured, template, true)) };
    templates.set(template, made);
    return made;
  }

  const remember = (text: string, book: KeptBook) => {
    remembered.delete(text);
    remembered.set(text, book);
    if (remembered.size > settings.remembered) for (const oldest of remembered.keys()) return void remembered.delete(oldest);
  };

  const bookOf = (key: LoginKey, kept: KeptBook, written?: string): Book => ({
    validators: kept,
    async text() {
      const text = written ?? (await books.text(key, kept.tag));
      if (text !== undefined) return text;
      remembered.delete(keyText(key));
      throw new Unreachable('The phone book has just been replaced.', 'Ask again.');
    },
  });

  async function read(environment: Environment, login: PhoneLogin, template: PhoneTemplate, key: LoginKey): Promise<Book> {
    const own = prepared(template);
    const kept = await books.look(key);
    const usable = kept?.template === own.tag ? kept : undefined;
    if (usable !== undefined && now() - usable.readAt.getTime() < settings.every) {
      remember(keyText(key), usable);
      return bookOf(key, usable);
    }
    try {
      const contacts = await turns.take(() => platform.contacts(environment, login));
      const text = write(quickDialsOf(own.configured, contacts), template, true);
      const readAt = clock.now();
      const fresh: KeptBook = { tag: tag(text), template: own.tag, readAt, modifiedAt: readAt };
      const same = kept?.tag === fresh.tag && kept.template === fresh.template;
      const book = same ? { ...fresh, modifiedAt: kept.modifiedAt } : fresh;
      if (same) await books.confirm(key, readAt);
      else await books.keep(key, book, text);
      remember(keyText(key), book);
      return bookOf(key, book, text);
    } catch (error) {
      if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
      tell(`${environment.cloudId}: contacts could not be read: ${error.message}`);
      if (usable !== undefined) {
        remember(keyText(key), { ...usable, readAt: new Date(now() - settings.every + PAUSE) });
        return bookOf(key, usable);
      }
      // An error here would stop the app's whole sign-in, and what it has already is left to it.
      return { validators: undefined, text: async () => write(own.configured, template, false) };
    }
  }

  /** For somebody who is signed in; at once when contacts were read a short while ago. */
  return function quickDialBook(environment: Environment, login: PhoneLogin, template: PhoneTemplate): Book | Promise<Book> {
    const own = prepared(template);
    if (!template.contacts) {
      return {
        validators: { tag: own.tag, modifiedAt: started },
        text: async () => write(own.configured, template, true),
      };
    }
    const key = { cloudId: environment.cloudId, name: login.name };
    const text = keyText(key);
    const known = remembered.get(text);
    if (known !== undefined && known.template === own.tag && now() - known.readAt.getTime() < settings.every)
      return bookOf(key, known);
    return shared(text, () => read(environment, login, template, key));
  };
}
export type QuickDialBooks = ReturnType<typeof createQuickDialBooks>;

/** Park slots first. 50 is above what a user sets (40): they are not to be changed in the app. */
const configuredTiles = ({ parkSlots, quickDial }: PhoneTemplate): readonly QuickDial[] => [
  ...parkSlots.map(({ number, title }) => ({ id: `park-${number}`, displayName: title, uri: number, priority: 50 })),
  ...quickDial,
];
