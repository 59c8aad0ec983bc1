import type { Switches } from '@enablement/mock-kit';

/** Event subscriptions. "Their tool" is Acrobits' open-source netsapiens-subscription-manager. */
export const subscriptionSwitches = {
  subscriptionStarts: {
    label: 'A new subscription turns from pending to active',
    why: 'The v45.0 document says that it is pending until something was sent.',
    choices: [
      ['when something was sent', 'with the first event that was taken'],
      ['after a moment', 'when the platform has seen it for the first time'],
    ],
  },
  subscriptionFails: {
    label: 'A subscription whose post-url fails turns to error',
    why: 'The v45.0 document says: after failures over an interval, until an interval without any. How long it is, it does not say.',
    choices: [
      ['after a minute', 'when it has gone on failing for a minute'],
      ['at once', 'with the first failure'],
      ['never', 'never: only error-count goes up'],
    ],
  },
  expiredSubscriptions: {
    label: 'A subscription past its time, which posts no more',
    why: 'The v45.0 document says that it is removed some time afterwards, and not when.',
    choices: [
      ['listed for an hour', 'is still listed for an hour'],
      ['gone at once', 'is gone at once'],
    ],
  },
  schemeInPreferredServer: {
    label: 'A preferred-server with a scheme in it (`https://…`)',
    why: 'Their tool takes such a subscription for broken and repairs it; what is broken about it, it does not say.',
    choices: [
      ['silent', 'is taken, and then no event is posted'],
      ['works', 'is taken, and events are posted'],
      ['refused', 'gets 400'],
    ],
  },
  geoSupportLeftOut: {
    label: 'A subscription that says nothing about geo-support',
    why: 'The published default is yes; an integrator saw it act as no.',
    choices: [
      ['no', 'has none'],
      ['yes', 'has it'],
    ],
  },
  userOfSubscription: {
    label: 'The user of a subscription that was made for `*`',
    why: 'A sample in their tool’s source shows a concrete user.',
    choices: [
      ['as sent', 'is read as `*`'],
      ['concrete', 'is read as the user who made it'],
    ],
  },
  officeManagerSubscribes: {
    label: 'An Office Manager may subscribe',
    why: 'The marketplace requirements imply the whole domain; whether 44.x allows it by default is not published.',
    choices: [
      ['for the domain', 'for everybody in its domain'],
      ['for itself', 'for itself only'],
    ],
  },
  resellerSubscribesToAll: {
    label: 'A Reseller that subscribes for all domains (`*`)',
    why: 'Refused as integrators quote it; one operator’s reference allows it when `reseller` is its own.',
    choices: [
      ['refused', 'gets 400'],
      ['own territory', 'is let through for its own territory'],
    ],
  },
  deletingNeedsDomain: {
    label: 'Deleting a subscription without naming its domain in the body, below Super User',
    why: 'The v45.0 document asks for the domain; their tool sends no body and gets through.',
    choices: [
      ['no', 'works'],
      ['yes', 'gets 400'],
    ],
  },
  subscriptionCreates: {
    label: 'More than three subscriptions created in a second',
    why: 'No limit is published; their tool limits itself to three a second since a correction of 2026-05-12.',
    choices: [
      ['taken', 'are all taken'],
      ['three a second', 'get 503 (status inferred)'],
    ],
  },
} as const satisfies Switches;
