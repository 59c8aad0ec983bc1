import type { Switches } from '@enablement/mock-kit';

const unpublished = 'The published documents show shapes, and not which status and text belong to which mistake.';

/** Who is let in, and how the others are told. */
export const accessSwitches = {
  wrongClient: {
    label: 'A log-in with a wrong OAuth client',
    why: `${unpublished} The standard follows RFC 6749; integrators read 401 as bad credentials and 403 as missing rights.`,
    choices: [
      ['401 invalid_client', 'answers 401 in the shape of OAuth'],
      ['400 invalid_client', 'answers 400 in the shape of OAuth'],
      ['401', 'answers 401 with code and message'],
      ['403', 'answers 403 with code and message'],
    ],
  },
  wrongLogin: {
    label: 'A log-in with a wrong password, passcode or refresh token',
    why: `${unpublished} The standard follows RFC 6749. An open-source client library has seen refusals with status 200.`,
    choices: [
      ['400 invalid_grant', 'answers 400 in the shape of OAuth'],
      ['401 invalid_grant', 'answers 401 in the shape of OAuth'],
      ['401', 'answers 401 with code and message'],
      ['200', 'answers 200 with an error in the body'],
    ],
  },
  secondFactor: {
    label: 'The marker of an account with a second factor',
    why: 'Three shapes were seen: in an integrators’ test-suite, in samples of the v45.0 document, and in an open-source client.',
    choices: [
      ['mfa', 'is a member `mfa`'],
      ['scope', 'stands where the scope is expected'],
      ['user_scope', 'stands in a member `user_scope`'],
    ],
  },
  legacyAccount: {
    label: 'A log-in to an account that has no secure password',
    why: 'The v1 reference names the members and a window in which old passwords still work; that v2 does the same is inferred.',
    choices: [
      ['refused', 'answers 200 with nothing usable, and a recovery mail'],
      ['window', 'answers 200 with a token, and says how long that will go on'],
    ],
  },
  keyFromElsewhere: {
    label: 'An API key that is used from an address outside its list',
    why: 'The v45.0 document has the list, and no answer for whoever is not on it.',
    choices: [
      ['403', 'gets 403'],
      ['401', 'gets 401, as if the key did not exist'],
    ],
  },
  keyOutsideItsModels: {
    label: 'An API key that touches something outside its allowed models',
    why: 'The v45.0 document has the list, and no answer for what is not on it.',
    choices: [
      ['403', 'gets 403'],
      ['401', 'gets 401 `Invalid Scope [APP001]`'],
    ],
  },
  tildeOfNobody: {
    label: '`~` in the path, from a key that has no such domain or user',
    why: 'Inferred that it is refused; nobody published how.',
    choices: [
      ['404', 'gets 404'],
      ['400', 'gets 400'],
      ['403', 'gets 403'],
    ],
  },
  foreignDomain: {
    label: 'A domain outside the caller’s reach',
    why: 'The v45.0 document shows 403 for one operation; operators’ guides state the rule without a status.',
    choices: [
      ['403', 'gets 403 `Domain not found or access denied`'],
      ['401', 'gets 401 `Invalid Scope [APP001]`'],
      ['404', 'gets 404, as if it did not exist'],
    ],
  },
} as const satisfies Switches;
