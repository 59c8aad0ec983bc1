import type { Reply } from '@enablement/mock-kit';
import { failed } from '../answers.ts';
import type { State } from '../state.ts';

// Nobody published the status and text of a wrong client and of a wrong password. The standard follows OAuth 2.0 (RFC 6749, section 5.2).

/** `401 invalid_client` is a status with the name of an OAuth error; a status alone means `code` and `message`. */
function refusal(position: string, message: string, error = position.slice(4)): Reply {
  const status = Number(position.slice(0, 3));
  return error === '' ? failed(status, message) : { status, body: { error, error_description: message } };
}

export const wrongClient = ({ switches }: Pick<State, 'switches'>): Reply =>
  refusal(switches.wrongClient, 'The client credentials are invalid');

export const wrongLogin = ({ switches: { wrongLogin: position } }: Pick<State, 'switches'>, message: string): Reply =>
  refusal(position, message, position === '200' ? 'invalid_grant' : undefined);
