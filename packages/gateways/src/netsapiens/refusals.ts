import { Refused } from '@enablement/core';
import { type Answer, describeAnswer, isHtml } from '../net/answer.ts';
import { leaveOut } from '../net/leave-out.ts';
import { vendorErrorShape, wordsOf } from './shapes.ts';

/** The core does not have the path. It is too old for it, or too new: nothing is said about whether the thing exists. */
export class NoSuchRoute extends Refused {}

/** Something between us and the core said no, and the core was never asked. */
export class Blocked extends Refused {}

/** A 404 that speaks of a thing and not of a route or of a host. */
export const isAbsent = (answer: Answer) =>
  answer.status === 404 && vendorErrorShape.safeParse(answer.body).success && !isNoRoute(answer);

const isNoRoute = ({ status, body }: Answer) => status === 404 && /No Route Found/i.test(wordsOf(body));

/**
 * What an answer means that is not the one hoped for. The words of the core are quoted without the secrets that were sent to it.
 * @param what the call, as the rest of a sentence: `GET /domains`
 */
export function refusalOf(answer: Answer, host: string, what: string, secrets: readonly string[]): Refused {
  if (answer.status === 403 && isHtml(answer)) {
    return new Blocked(
      `Something in front of ${host}, probably a firewall, refused ${what} with an HTML page (403).`,
      `Ask whoever runs ${host} to allow this system's address to call /ns-api.`,
    );
  }
  if (isNoRoute(answer)) {
    return new NoSuchRoute(
      `NetSapiens at ${host} does not have ${what} in its release (404, No Route Found).`,
      'Ask whoever runs the platform which release it is; some calls need 44.4 or 45.0.',
    );
  }
  const words = isHtml(answer) ? '' : leaveOut(wordsOf(answer.body), secrets);
  if (answer.status >= 400 && words !== '') {
    return new Refused(
      `NetSapiens at ${host} refused ${what} (${answer.status}): ${words}`,
      answer.status === 409
        ? 'Choose another name, or remove what has it. Login names are unique on the whole platform, so it may be in another domain.'
        : 'Ask whoever runs the platform what that means, and whether this account may do it.',
    );
  }
  return new Refused(
    `${host} answered ${what} with ${describeAnswer(answer)}, not as the NetSapiens API does.`,
    'Check that this is the host that serves /ns-api/v2.',
  );
}
