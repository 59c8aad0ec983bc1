import { Secret } from '../secret.ts';

/** Longer than any real name or password; longer ones are not worth looking at. */
const MOST_NAME = 120;
const MOST_PASSWORD = 500;
/** What bytes become that are no UTF-8. */
const BROKEN = '\ufffd';

/** Why something a phone sent cannot be used, as the end of a sentence. */
export type Unfit = { readonly unfit: string };
export const isUnfit = (value: object): value is Unfit => 'unfit' in value;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused; none can be typed
const CONTROL = /[\u0000-\u001f\u007f]/;
const isBroken = (text: string) => CONTROL.test(text) || text.includes(BROKEN);

export interface Typed {
  /** In lower case: names are compared so, as Acrobits advises. */
  readonly name: string;
  readonly password: Secret;
}

/**
 * What a person typed into the app. A bare extension belongs to `defaultDomain`, when the environment has one.
 * Values are what the edge found under each name: nothing, one text, or something else (a repeated parameter).
 */
export function readLogin(name: unknown, password: unknown, defaultDomain?: string): Typed | Unfit {
  if (name === undefined || name === '') return { unfit: 'the user name is missing' };
  if (password === undefined || password === '') return { unfit: 'the password is missing' };
  if (typeof name !== 'string') return { unfit: 'the user name was not sent as one text' };
  if (typeof password !== 'string') return { unfit: 'the password was not sent as one text' };
  const bare = name.trim().toLowerCase();
  if (bare === '' || bare.length > MOST_NAME || isBroken(bare) || /[\s<>"]/.test(bare))
    return { unfit: 'the user name is not one, expected something like 100@acme.example' };
  if (password.length > MOST_PASSWORD || isBroken(password)) return { unfit: 'the password is not one that can be typed' };
  const whole = /^\d+$/.test(bare) && defaultDomain !== undefined ? `${bare}@${defaultDomain}` : bare;
  return { name: whole, password: new Secret(password) };
}

/** The cloudId as Acrobits' sample compares it: in capitals, without the `*` of the editable version. */
export function readCloudId(value: unknown): { readonly cloudId: string } | Unfit {
  if (value === undefined || value === '') return { unfit: 'the cloud ID is missing' };
  if (typeof value !== 'string') return { unfit: 'the cloud ID was not sent as one text' };
  const cloudId = plainCloudId(value);
  return /^[A-Z0-9._-]{1,63}$/.test(cloudId) ? { cloudId } : { unfit: 'the cloud ID is not one' };
}

export const plainCloudId = (text: string) => text.trim().toUpperCase().replace(/\*$/, '');
