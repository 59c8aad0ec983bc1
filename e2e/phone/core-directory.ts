import { call } from '../../scripts/lib/person.ts';
import type { Directory } from './sip/registrar.ts';

const SUPER_USER = {
  grant_type: 'password',
  client_id: 'acrobits-softphone',
  client_secret: 'mock-client-secret',
  username: 'super@system.example',
  password: 'mock-password',
};

interface Device {
  readonly device: string;
  readonly domain: string;
  readonly user: string;
}

/** The devices of the platform's mock and their SIP passwords, read as a Super User, so that the registrar is the core itself. */
export function directoryOf(netsapiens: string): Directory {
  const api = `${netsapiens}/ns-api/v2`;
  return async (device, domain) => {
    const { devices } = await call<{ devices: readonly Device[] }>(`${netsapiens}/_mock/state`);
    const known = devices.find((one) => one.device === device && one.domain === domain);
    if (known === undefined) return undefined;
    const { access_token: token } = await call<{ access_token: string }>(`${api}/tokens`, SUPER_USER);
    const response = await fetch(`${api}/domains/${domain}/users/${known.user}/devices/${device}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) return undefined;
    const shown = (await response.json()) as Readonly<Record<string, unknown>>;
    return String(shown['device-sip-registration-password']);
  };
}
