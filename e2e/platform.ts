import { call } from '../scripts/lib/person.ts';
import { CLIENT_SECRET, PASSWORD } from './stage.ts';

/** An access token of the platform for one of its users, by login name. */
export async function logInto(netsapiens: string, username: string): Promise<string> {
  const { access_token } = await call<{ access_token: string }>(`${netsapiens}/ns-api/v2/tokens`, {
    grant_type: 'password',
    client_id: 'acrobits-softphone',
    client_secret: CLIENT_SECRET,
    username,
    password: PASSWORD,
  });
  return access_token;
}

/** Models of a domain's subscriptions, counted in NetSapiens itself by a Super User, not taken from our own word for it. */
export async function countSubscriptions(netsapiens: string, domain: string): Promise<readonly string[]> {
  const token = await logInto(netsapiens, 'super@system.example');
  const response = await fetch(`${netsapiens}/ns-api/v2/subscriptions`, { headers: { authorization: `Bearer ${token}` } });
  const all: readonly { domain: string; model: string }[] = await response.json();
  return all
    .filter((one) => one.domain === domain)
    .map(({ model }) => model)
    .toSorted();
}

/** A user of the domain writes to a colleague. Throws when the platform does not take it. */
export async function sendMessage(netsapiens: string, domain: string, message: string): Promise<void> {
  const token = await logInto(netsapiens, `100@${domain}`);
  const session = '0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b';
  const path = `${netsapiens}/ns-api/v2/domains/~/users/~/messagesessions/${session}/messages`;
  await post(path, token, { type: 'chat', destination: '101', message }, 202);
}

/** Subscribes to events of the domain of whoever has this token. */
export const subscribe = (netsapiens: string, token: string, subscription: object): Promise<void> =>
  post(`${netsapiens}/ns-api/v2/subscriptions`, token, { user: '*', 'subscription-geo-support': 'yes', ...subscription }, 200);

async function post(url: string, token: string, body: object, expected: number): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status !== expected) throw new Error(`NetSapiens answered ${response.status}: ${await response.text()}`);
}
