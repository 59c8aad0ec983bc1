import { hours, minutes } from '../duration.ts';
import { Secret } from '../secret.ts';

/** Whose phone it is: a NetSapiens user, within an environment. The cloudId is without `*`. */
export interface PhoneUser {
  readonly cloudId: string;
  readonly user: string;
  readonly domain: string;
}

/** How the user is typed into the app, and how the service knows the log-in. */
export const loginNameOf = ({ user, domain }: Omit<PhoneUser, 'cloudId'>): string => `${user}@${domain}`;

/** Crockford's: no letter that looks like a digit. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 60 bits: nobody guesses one in fifteen minutes, and it can be typed where a camera does not help. */
export const CODE_LETTERS = 12;
export const CODE_LIFE = minutes(15);

/** Pages that one person may ask for, and pages for one user, within `CODE_WINDOW`. */
export const MOST_PAGES = { aPerson: 60, aUser: 6 } as const;
export const CODE_WINDOW = hours(1);

/** `7K3M-Q0AZ-9TRW`. */
export const writeCode = (letters: string): Secret => new Secret((letters.match(/.{4}/g) ?? []).join('-'));

/** A code as it was typed or scanned, in its one spelling; `undefined` when this has not the shape of one, and so may be a password. */
export function readCode(password: Secret): Secret | undefined {
  const text = password.reveal().trim().toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return CODE.test(text) ? new Secret(text) : undefined;
}
const CODE = new RegExp(`^[${CODE_ALPHABET}]{4}-[${CODE_ALPHABET}]{4}-[${CODE_ALPHABET}]{4}$`);

/**
 * What an app sends instead of a password once a code has signed it in: a public part that tells phones of one user apart, and 256 bits.
 * An app that goes on sending what was typed into it is known by the code and its own id, together.
 */
export const writeToken = (id: string, secret: string): Secret => new Secret(`phone-${id}-${secret}`);
export const deviceToken = (code: Secret, device: string): Secret => new Secret(`phone-device-${device} ${code.reveal()}`);

/** The public part, or `undefined` when this is no token. */
export const tokenId = (password: Secret): string | undefined => {
  const [, id, device] = TOKEN.exec(password.reveal()) ?? [];
  return id ?? device;
};
const TOKEN = /^phone-(?:([0-9a-f]{16})-[A-Za-z0-9_-]{43}|device-(.{1,200}) (?:[0-9A-Z]{4}-){2}[0-9A-Z]{4})$/;

/** What Cloud Softphone reads from a QR: user and password percent-encoded, and always the cloud ID (Acrobits' QR page). */
export const acrobitsQr = (who: PhoneUser, code: Secret): string =>
  `csc:${encodeURIComponent(loginNameOf(who))}:${encodeURIComponent(code.reveal())}@${who.cloudId}`;

/** What the SessionTalk app reads; the provider stands behind it in the generic app alone. */
export const sessionTalkQr = (who: PhoneUser, code: Secret, providerId?: string): string =>
  ['scsc', loginNameOf(who), code.reveal(), ...(providerId === undefined ? [] : [providerId])].join(':');
