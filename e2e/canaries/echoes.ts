import { planted } from './known.ts';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The ways in which programs write a text down. */
export const writingsOf = (text: string): readonly string[] => [
  text,
  JSON.stringify(text).slice(1, -1),
  text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign),
  encodeURIComponent(text),
  Buffer.from(text).toString('base64'),
];

/** A vendor repeats what it was sent: where it does so, how somebody goes on then, and what the card says in the end. */
export interface Echo {
  /** In the order in which they happen. */
  readonly faults: readonly Fault[];
  readonly next: 'enter credentials' | 'enter API key' | 'try again';
  readonly said: string;
}

interface Fault {
  readonly at: 'netsapiens' | 'acrobits';
  readonly operation: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const repeat = (secrets: readonly string[]): string => `Refused: ${secrets.flatMap(writingsOf).join(' ')}`;

/** A page with these words on it, whatever was asked for. */
const page = (words: string) => ({ headers: { 'content-type': 'text/html' }, body: `<html><body>${words}</body></html>` });

/** A redirect that carries what was sent along, in its path and in its query. */
function redirect(secrets: readonly string[]) {
  const carried = secrets.map((secret) => encodeURIComponent(secret));
  return { status: 302, headers: { location: `https://login.example/${carried.join('/')}?${carried.join('&')}` } };
}

/** A domain's way through all of them. Acrobits must refuse the API key that it returned, once NetSapiens has given tokens. */
export const echoes = (domain: string): readonly Echo[] => [...echoesOfNetsapiens(domain), ...echoesOfAcrobits(domain)];

function echoesOfNetsapiens(domain: string): readonly Echo[] {
  const { clientSecret, password, accessToken, refreshToken } = planted;
  const sent = [clientSecret, password, accessToken, refreshToken].map(({ secret }) => secret);
  const words = repeat(sent);
  const tokens = { access_token: accessToken.secret, refresh_token: refreshToken.secret };
  const login = { at: 'netsapiens', operation: 'createToken' } as const;
  const granting = (more: object) => ({ ...login, status: 200, body: { ...tokens, ...more } });
  const refusing = (status: number, error: string) => ({ ...login, status, body: { error, error_description: words } });
  const unknown = { at: 'netsapiens', operation: 'getDomain', status: 404, body: { code: 404, message: words } } as const;
  const [enter, again] = [{ next: 'enter credentials' }, { next: 'try again' }] as const;
  return [
    { ...enter, faults: [granting({ scope: words })], said: 'at least Office Manager is needed' },
    { ...enter, faults: [refusing(400, 'invalid_grant')], said: 'NetSapiens refused login name or password' },
    { ...enter, faults: [granting({ scope: 'Office Manager', domain: words })], said: `not to ${domain}` },
    { ...enter, faults: [granting({ scope: 'Reseller', territory: words }), unknown], said: 'belongs to reseller' },
    { ...enter, faults: [refusing(401, 'invalid_client')], said: 'NetSapiens refused the OAuth client' },
    { ...again, faults: [{ ...login, status: 403, ...page(words) }], said: 'with an HTML page (403)' },
    { ...again, faults: [{ ...login, ...redirect(sent) }], said: 'redirects to' },
    {
      ...again,
      // A failure is tried again by itself. These tokens open nothing, and nobody needs them: Acrobits is called next.
      faults: [refusing(500, 'server_error'), granting({ scope: 'Office Manager', domain })],
      said: 'Acrobits refused the API key of cloudId NSACME (401)',
    },
  ];
}

function echoesOfAcrobits(domain: string): readonly Echo[] {
  const { apiKey, password, clientSecret } = planted;
  const sent = [apiKey.secret, password.secret];
  const words = repeat(sent);
  const provisioning = { at: 'acrobits', operation: 'provisionDomain' } as const;
  const refusing = (status: number) => ({ ...provisioning, status, body: { message: words } });
  const message = repeat([password.secret, clientSecret.secret]);
  const hidden = { at: 'netsapiens', operation: 'listSubscriptions', status: 401, body: { code: 401, message } } as const;
  const again = { next: 'try again' } as const;
  return [
    { next: 'enter API key', faults: [refusing(403)], said: `let us provision ${domain} (403)` },
    { ...again, faults: [refusing(404)], said: 'does not know the cloudId NSACME (404)' },
    { ...again, faults: [refusing(409)], said: 'a status that its requirements do not describe' },
    { ...again, faults: [{ ...provisioning, status: 200, ...page(words) }], said: 'answered with an HTML page (200)' },
    { ...again, faults: [{ ...provisioning, ...redirect(sent) }], said: 'redirects to' },
    // After the failure, which is tried again by itself, the subscriptions are looked for.
    { ...again, faults: [refusing(503), hidden], said: 'refused the token of' },
  ];
}
