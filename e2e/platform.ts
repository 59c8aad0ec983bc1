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
