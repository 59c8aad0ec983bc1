import { type Duration, minutes, seconds } from '../duration.ts';
import type { Unadmitted } from '../ports/phone-platform.ts';

/** What a phone shows to whoever holds it: one plain sentence, and what to do. Nobody learns which names exist. */
export const SENTENCES: Readonly<Record<Unadmitted, string>> = {
  'wrong login': 'User name or password is wrong. Check both and try again.',
  'second factor':
    'This user signs in with a second factor, which the app cannot ask for. Ask your administrator for a user without it.',
  'no secure password':
    'This user still has an old kind of password. Set a new password in the web portal, then sign in with it.',
  'scope too low': 'This user may not use the app. Ask your administrator to allow it in the web portal.',
  'code used': 'This code was used already. Ask your administrator for another one.',
  'code expired': 'This code is too old. Ask your administrator for another one.',
  'signed out': 'This phone was signed out. Ask your administrator for a code.',
  locked: 'This user is locked. Ask your administrator to unlock it.',
};

export const NOT_NOW = 'The phone system does not answer at the moment. Try again in a minute.';
export const UNKNOWN_CLOUD = 'This cloud ID is not served here. Check the code behind the @.';
export const UNFIT_DOMAIN = 'Your company is not set up for this app yet. Tell your administrator.';

export const tooManyTries = (wait: Duration): string =>
  `Too many wrong tries. Wait ${wait < minutes(1) ? `${Math.ceil(wait / seconds(1))} seconds` : `${Math.ceil(wait / minutes(1))} minutes`}, then try again.`;

/** A second factor or an old kind of password says that the person is still there; everything else takes the phone's account away. */
export const isGone = (why: Unadmitted): boolean => why !== 'second factor' && why !== 'no secure password';
