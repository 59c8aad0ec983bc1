import { type Positions, type Switches as Questions, standardPositions, turnSwitches } from '@enablement/mock-kit';

/**
 * How this Acrobits is, until somebody changes it: standing assumptions, as against the outcomes of outcomes.ts, which are used up.
 * "The requirements" are the Acrobits marketplace requirements, "their tool" is netsapiens-subscription-manager.
 */
export const SWITCHES = {
  wrongKey: {
    label: 'A wrong API key',
    why: 'The requirements document 201 and 200 only.',
    choices: [
      ['401', 'is refused with 401'],
      ['403', 'is refused with 403'],
    ],
  },
  unknownCloud: {
    label: 'A cloudId that is not on the messaging host that was asked',
    why: 'The requirements document 201 and 200 only. A server that looks at the key first would not tell.',
    choices: [
      ['404', 'is not found (404)'],
      ['401', 'is refused like a wrong key (401)'],
    ],
  },
  changedOfficeManager: {
    label: 'An Office Manager that differs, for a domain that existed (200)',
    why: 'The requirements say “already existed” and nothing about a password that was changed.',
    choices: [
      ['taken over', 'is taken over'],
      ['kept', 'is ignored: the 200 keeps the old one'],
    ],
  },
  subscriptions: {
    label: 'The event subscriptions of a provisioned domain',
    why: 'The requirements say that the Office Manager is used to create and maintain them, and not when.',
    choices: [
      ['created', 'are created right after the answer'],
      ['left to the repair', 'are created by the next repair only'],
    ],
  },
  repairs: {
    label: 'The repair of all subscriptions',
    why: 'Their tool goes through all of them once and ends; who starts it again, and how often, is not published.',
    choices: [
      ['when asked', 'happens when somebody asks for it'],
      ['every minute', 'happens every minute, as if it were started by a clock'],
    ],
  },
  wrongCallbackPassword: {
    label: 'A wrong password in the address of an event',
    why: 'Their tool puts a password into the post-url; what a wrong one is answered with is not known.',
    choices: [
      ['401', 'is refused with 401'],
      ['403', 'is refused with 403'],
    ],
  },
} as const satisfies Questions;

export type Switches = Positions<typeof SWITCHES>;

export const switchNames = Object.keys(SWITCHES) as readonly (keyof Switches)[];

export const standardSwitches = (): Switches => standardPositions(SWITCHES);

/** Throws a sentence that names what is wrong; then nothing was changed. */
export const turn = (switches: Switches, wanted: unknown): void => turnSwitches(SWITCHES, switches, wanted);
