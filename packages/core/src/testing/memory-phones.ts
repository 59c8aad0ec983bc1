import type { Environment } from '../environments/environment.ts';
import type { Passwords } from '../ports/passwords.ts';
import type { KeptBook, PhoneBooks } from '../ports/phone-books.ts';
import type { LoginKey, PhoneLogins, ProvedLogin } from '../ports/phone-logins.ts';
import type { Admission, PhoneLogin, PhonePlatform } from '../ports/phone-platform.ts';
import type { PhoneTries, TrySource } from '../ports/phone-tries.ts';
import { keyText } from '../provisioning/known-logins.ts';
import type { Contact } from '../provisioning/quick-dials.ts';
import type { Softphone } from '../provisioning/softphone.ts';
import { countsOf, type Failures, waitAfter } from '../provisioning/tries.ts';
import { Secret } from '../secret.ts';

export const NSACME: Environment = {
  cloudId: 'NSACME',
  portalUrl: 'https://portal.northwind.example',
  coreHost: 'core1.northwind.example',
  clientId: 'acrobits-softphone',
  clientSecret: new Secret('canary-client-secret'),
};

export const ADA: Softphone = {
  domain: 'acme.example',
  user: '100',
  device: '100m',
  password: new Secret('canary-sip-secret'),
  displayName: 'Ada Example',
};

interface MemoryUser {
  readonly password: string;
  readonly softphone: Softphone;
  readonly contacts?: readonly Contact[];
}

/** A platform that counts what it is asked. `trouble` happens instead of an answer. */
export interface MemoryPlatform extends PhonePlatform {
  readonly users: Map<string, MemoryUser>;
  readonly asked: { readonly name: string; readonly withDevice: boolean }[];
  readonly contactsRead: string[];
  /** The most that were under way at once. */
  readonly mostAtOnce: () => number;
  trouble: (login: PhoneLogin) => Promise<Admission | undefined>;
}

export function createMemoryPlatform(users: Readonly<Record<string, MemoryUser>> = {}): MemoryPlatform {
  let underWay = 0;
  let most = 0;
  const platform: MemoryPlatform = {
    users: new Map(Object.entries(users)),
    asked: [],
    contactsRead: [],
    mostAtOnce: () => most,
    trouble: async () => undefined,
    async admit(_environment, login, _letter, known) {
      platform.asked.push({ name: login.name, withDevice: known === undefined });
      underWay += 1;
      most = Math.max(most, underWay);
      try {
        const instead = await platform.trouble(login);
        if (instead !== undefined) return instead;
        const user = platform.users.get(login.name);
        if (user === undefined || user.password !== login.password.reveal()) return { admitted: false, why: 'wrong login' };
        return { admitted: true, softphone: known ?? user.softphone };
      } finally {
        underWay -= 1;
      }
    },
    async contacts(_environment, login) {
      platform.contactsRead.push(login.name);
      await platform.trouble(login);
      return platform.users.get(login.name)?.contacts ?? [];
    },
  };
  return platform;
}

/** `heard` is what `pg_notify` would carry to the other replicas. */
export function createMemoryLogins(heard: (key: LoginKey, version: number | undefined) => void = () => undefined) {
  const rows = new Map<string, ProvedLogin>();
  let last = 0;
  const logins: PhoneLogins = {
    get: async (key) => rows.get(keyText(key)),
    async keep(key, login) {
      last += 1;
      rows.set(keyText(key), { ...login, version: last });
      heard(key, last);
      return last;
    },
    async prove(key, times) {
      const row = rows.get(keyText(key));
      if (row !== undefined) rows.set(keyText(key), { ...row, ...times });
    },
    async forget(key) {
      rows.delete(keyText(key));
      heard(key, undefined);
    },
  };
  return { ...logins, rows };
}

/** Recognises, and shows by its text that a test's password must not be found in it. */
export function createMemoryPasswords(): Passwords & { readonly hashed: () => number; readonly fitted: () => number } {
  const scramble = (password: Secret) => [...password.reveal()].map((one) => one.charCodeAt(0) * 7).join('.');
  let hashed = 0;
  let fitted = 0;
  return {
    hashed: () => hashed,
    fitted: () => fitted,
    tag: (password) => `tag ${scramble(password)}`,
    same: (one, other) => one === other,
    async hash(password) {
      hashed += 1;
      return `hash ${scramble(password)}`;
    },
    async fits(password, hash) {
      fitted += 1;
      return hash === `hash ${scramble(password)}`;
    },
  };
}

export function createMemoryTries(now: () => Date): PhoneTries {
  const failures = new Map<string, Failures>();
  const known = new Set<string>();
  const place = (key: LoginKey, { source }: TrySource) => `${keyText(key)} ${source}`;
  const keysOf = (key: LoginKey, from: TrySource) =>
    countsOf(known.has(place(key, from)), from.address !== undefined).map((counted) => {
      const text =
        counted === 'address' ? `address ${from.address}` : counted === 'user' ? `user ${keyText(key)}` : place(key, from);
      return { counted, text };
    });
  return {
    async lockedFor(key, from) {
      return Math.max(
        0,
        ...keysOf(key, from).map(({ counted, text }) => {
          const found = failures.get(text);
          return found === undefined ? 0 : waitAfter(counted, found, now());
        }),
      );
    },
    async failed(key, from) {
      for (const { text } of keysOf(key, from))
        failures.set(text, { failures: (failures.get(text)?.failures ?? 0) + 1, last: now() });
    },
    async succeeded(key, from) {
      known.add(place(key, from));
      failures.delete(place(key, from));
    },
  };
}

export function createMemoryBooks(): PhoneBooks {
  const rows = new Map<string, { book: KeptBook; text: string }>();
  return {
    look: async (key) => rows.get(keyText(key))?.book,
    async text(key, tag) {
      const row = rows.get(keyText(key));
      return row?.book.tag === tag ? row.text : undefined;
    },
    keep: async (key, book, text) => void rows.set(keyText(key), { book, text }),
    async confirm(key, readAt) {
      const row = rows.get(keyText(key));
      if (row !== undefined) rows.set(keyText(key), { ...row, book: { ...row.book, readAt } });
    },
  };
}
