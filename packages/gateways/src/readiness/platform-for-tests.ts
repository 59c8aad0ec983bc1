import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** A NetSapiens platform, as far as a report looks at it. */
export interface Platform {
  /** Before everything else; true when it has answered. */
  readonly before: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly version: unknown;
  readonly login: object;
  readonly key: { readonly status: number; readonly body: object };
  readonly domainStatus: number;
  readonly users: readonly object[];
  readonly manager: object;
  readonly managersDevices: readonly object[];
  readonly devices: readonly object[];
  /** Their `post-url` without scheme and host. */
  subscriptions: readonly (Record<string, unknown> & { readonly 'post-url': string })[];
}

const subscription = (model: string) => ({
  id: `${model}-0f1e2d3c`,
  model,
  domain: 'acme.example',
  'post-url': `/netsapiens/callbacks/NSACME/${model}?password=canary`,
  status: 'active',
  'current-active-server': 'core1.northwind.example',
  'preferred-server': 'core1.northwind.example',
  'error-count': 0,
  'subscription-expires-datetime': '2046-01-31 10:00:00',
});

export const token = (change: object = {}) => ({
  access_token: '0123456789abcdef0123456789abcdef',
  refresh_token: 'fedcba9876543210fedcba9876543210',
  expires_in: 3600,
  token_type: 'Bearer',
  scope: 'Office Manager',
  uid: 'integration-office-manager@acme.example',
  domain: 'acme.example',
  ...change,
});

export const accepted = (change: object = {}) => ({
  status: 200,
  body: { 'user-scope': 'Reseller', readonly: 'no', 'allowed-models': '*', 'ip-address': '', domain: '*', ...change },
});

const manager = {
  user: '900',
  domain: 'acme.example',
  'login-username': 'integration-office-manager@acme.example',
  'user-scope': 'Office Manager',
};

export const STANDARD: Platform = {
  before: () => false,
  version: { apiversion: '44.4.10', hostname: 'core1', 'current-time': '2026-01-31' },
  login: token(),
  key: accepted(),
  domainStatus: 200,
  users: [{ user: '100', domain: 'acme.example', 'login-username': '100@acme.example' }, manager],
  manager,
  managersDevices: [],
  devices: [
    { device: '100', user: '100', domain: 'acme.example' },
    { device: '100m', user: '100', domain: 'acme.example' },
    { device: '100wp', user: '100', domain: 'acme.example' },
  ],
  subscriptions: [subscription('message'), subscription('messagesession')],
};

/** Answers as the facts say that NetSapiens does; a wrong client is told apart from a wrong log-in by the names of OAuth (RFC 6749). */
export async function answerAsNetsapiens(request: IncomingMessage, response: ServerResponse, platform: Platform): Promise<void> {
  const body = await text(request);
  if (platform.before(request, response)) return;
  const path = (request.url ?? '').replace(/^\/ns-api\/v2/, '').split('?')[0] ?? '';
  const say = (status: number, content: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
  const first = !/[?&]start=[1-9]/.test(request.url ?? '');
  const rows = (all: readonly object[]) => say(200, first ? all : []);

  if (path === '/version') return void say(200, platform.version);
  if (path === '/tokens') {
    const asked = JSON.parse(body);
    if (asked.client_id !== 'acrobits-softphone' || asked.client_secret !== 'canary-client-secret')
      return void say(401, { error: 'invalid_client', error_description: 'The client credentials are invalid' });
    if (asked.username !== 'integration-office-manager@acme.example' || asked.password !== 'canary-password')
      return void say(401, { error: 'invalid_grant', error_description: 'Invalid username or password' });
    return void say(200, platform.login);
  }
  if (path === '/apikeys/~') return void say(platform.key.status, platform.key.body);
  if (path === '/domains/~/users/~') return void say(200, platform.manager);
  const [, domain, rest = ''] = /^\/domains\/([^/]+)(.*)$/.exec(path) ?? [];
  if (domain !== undefined && domain !== 'acme.example')
    return void say(403, { code: 403, message: 'Domain not found or access denied' });
  if (domain !== undefined) {
    if (rest === '')
      return void say(
        platform.domainStatus,
        platform.domainStatus === 200 ? { domain } : { code: platform.domainStatus, message: 'No' },
      );
    if (rest === '/users') return void rows(platform.users);
    if (rest === '/users/count') return void say(200, { total: platform.users.length });
    if (rest === '/devices') return void rows(platform.devices);
    if (rest === '/users/900/devices') return void rows(platform.managersDevices);
  }
  if (path === '/subscriptions') return void rows(platform.subscriptions);
  say(404, { code: 404, message: 'No Route Found [92]' });
}
