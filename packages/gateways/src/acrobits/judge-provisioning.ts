import { type DomainCredentials, Refused, Unreachable } from '@enablement/core';
import { type Answer, describeAnswer, isHtml } from '../net/answer.ts';
import { leaveOut } from '../net/leave-out.ts';
import { retryAfter } from '../net/retry-after.ts';

const AGAIN = 'Nothing to do yet: it is tried again. If it stays so, ask Acrobits.';

/**
 * What the answer to the provisioning call means. 201 and 200 are the two documented codes (Acrobits marketplace requirements,
 * Response Codes); no body is, so success does not look into it, with one exception: a page. Neither edition of the API sends
 * HTML, while login pages, captive portals and parked domains answer every POST with "200" and a page, and taking that for
 * success would leave a domain unprovisioned without anybody noticing.
 */
export function judgeProvisioning(
  answer: Answer,
  { messagingHost, cloudId, domain, apiKey, officeManagerPassword }: DomainCredentials,
  now: Date,
): 'created' | 'already existed' {
  const { status } = answer;
  const page = isHtml(answer);
  const words = leaveOut(wordsOf(answer.body), [apiKey.reveal(), officeManagerPassword.reveal()]);
  const said = words === '' ? '' : ` It said: "${words}".`;

  if (status === 201 || status === 200) {
    if (!page) return status === 201 ? 'created' : 'already existed';
    throw new Refused(
      `${messagingHost} answered with an HTML page (${status}), so something other than the Acrobits messaging API is there.`,
      'Check the messaging server host with Acrobits, and that nothing on the way asks for a log-in.',
    );
  }
  if (status === 429) {
    throw new Unreachable(`Acrobits at ${messagingHost} asks us to slow down (429).`, AGAIN, {
      retryAfter: retryAfter(answer.headers, now),
    });
  }
  if (status >= 500 || status === 408) {
    throw new Unreachable(`Acrobits at ${messagingHost} fails (${status}).${said}`, AGAIN, {
      retryAfter: retryAfter(answer.headers, now),
    });
  }
  if (page) {
    throw new Unreachable(
      `${messagingHost} answered with ${describeAnswer(answer)}, which is not how the Acrobits messaging API says no.`,
      'Something in front of it may be refusing us. If it stays so, check the messaging server host with Acrobits.',
    );
  }
  if (status === 401) {
    throw new Refused(
      `Acrobits refused the API key of cloudId ${cloudId} (401).${said}`,
      'Compare the API key with the one Acrobits sent, and enter it again.',
    );
  }
  if (status === 403) {
    throw new Refused(
      `Acrobits does not let us provision ${domain} (403).${said}`,
      'Ask Acrobits whether the API key belongs to this cloudId and our address is allowed.',
    );
  }
  if (status === 404) {
    throw new Refused(
      `Acrobits at ${messagingHost} does not know the cloudId ${cloudId} (404).${said}`,
      'Compare cloudId and messaging server host with what Acrobits sent.',
    );
  }
  throw new Refused(
    `Acrobits answered the provisioning of ${domain} with ${describeAnswer(answer)}, a status that its requirements do not describe.${said}`,
    `Ask Acrobits what ${status} means for ${domain}.`,
  );
}

/** The usual places for a reason. Nothing is documented about them. */
function wordsOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return '';
  for (const name of ['message', 'error_description', 'error', 'detail', 'title']) {
    const value: unknown = Reflect.get(body, name);
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}
