import type { Switches } from '@enablement/mock-kit';

const live = 'An open-source client library reports it from a live core; the published documents say otherwise.';

/** How tenants and what is in them are listed, read and written. */
export const resourceSwitches = {
  deviceListPasswords: {
    label: 'SIP passwords in lists of devices',
    why: live,
    choices: [
      ['shown', 'are shown'],
      ['left out', 'are left out, and shown by reading one device'],
    ],
  },
  readingOneDevice: {
    label: 'Reading one device',
    why: 'An open-source client found that some builds of 44 have no such route.',
    choices: [
      ['works', 'works'],
      ['no route', 'is answered `No Route Found [92]`'],
    ],
  },
  synchronousInQuery: {
    label: 'A change of a device with `synchronous` in the query',
    why: 'An open-source client found that it breaks the matching of routes on some builds.',
    choices: [
      ['ignored', 'is a change like any other'],
      ['no route', 'is answered `No Route Found [92]`'],
    ],
  },
  userEmail: {
    label: 'The e-mail address of a user',
    why: 'Two open-source clients read `email`; the published documents say `email-address`.',
    choices: [
      ['email', 'is read as `email`'],
      ['email-address', 'is read as `email-address`'],
    ],
  },
  callerIdNumbers: {
    label: 'Numbers of callers, such as `caller-id-number`',
    why: 'The published documents allow text, integers and null, and their samples show all three.',
    choices: [
      ['text', 'are read as text'],
      ['integer', 'are read as JSON numbers'],
    ],
  },
  limits: {
    label: 'A user or a site beyond the limits of its domain',
    why: '`limits-max-users`, `limits-max-subcriber-resources-total` and `limits-max-sites` are published; what somebody gets who goes beyond them is not.',
    choices: [
      ['403', 'is refused with 403'],
      ['400', 'is refused with 400'],
      ['taken', 'is taken all the same'],
    ],
  },
  officeManagerUsers: {
    label: 'An Office Manager that creates, changes or deletes users',
    why: 'The v1 reference allows it; on some platforms the operator takes the right away.',
    choices: [
      ['may', 'may, in its domain'],
      ['denied', 'gets 401 `Invalid Scope [APP001]`'],
    ],
  },
  smsNumbersWithoutFilter: {
    label: 'A list of message numbers that asks for neither `dest` nor `number`',
    why: live,
    choices: [
      ['400', 'is refused with 400'],
      ['all', 'gives all'],
    ],
  },
  undeclaredPaging: {
    label: '`start` on a list that does not declare it',
    why: 'Integrators page through such lists; one found routes that repeat their first page whatever `start` says.',
    choices: [
      ['works', 'skips rows as elsewhere'],
      ['repeats', 'is ignored, and the first page comes again'],
    ],
  },
  longPages: {
    label: 'A `limit` above 100',
    why: 'Published up to 1000. Lists that stop at a hundred all the same were reported.',
    choices: [
      ['followed', 'is followed'],
      ['100', 'gives a hundred rows'],
    ],
  },
} as const satisfies Switches;
