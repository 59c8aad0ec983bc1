import type { Switches } from '@enablement/mock-kit';

const notes = 'An integrator’s notes; no published document describes the request.';

/** What is posted to subscribers, and when. */
export const eventSwitches = {
  eventBody: {
    label: 'The body of a posted event',
    why: `${notes} Their own receiver expects one object.`,
    choices: [
      ['list', 'is a list with the object in it'],
      ['object', 'is the object'],
    ],
  },
  eventPace: {
    label: 'An event is posted',
    why: 'An integrator notes that the platform looks about every three seconds.',
    choices: [
      ['at once', 'at once'],
      ['every three seconds', 'when the platform looks the next time, which it does every three seconds'],
    ],
  },
  failedPost: {
    label: 'An event that could not be posted',
    why: 'That failures are counted is published; whether an event is posted again is not.',
    choices: [
      ['given up', 'is lost'],
      ['repeated', 'is tried twice more, five seconds apart'],
    ],
  },
  messageEvents: {
    label: 'Events of the model `message`',
    why: `${notes} They speak of one event for each message received.`,
    choices: [
      ['received', 'are posted for messages that users receive'],
      ['received and sent', 'are posted for messages that users send, too'],
    ],
  },
  digitsInText: {
    label: 'A message that consists of digits',
    why: 'Samples of the v45.0 document show texts that are numbers.',
    choices: [
      ['number', 'is read as a JSON number'],
      ['text', 'is read as text'],
    ],
  },
} as const satisfies Switches;
