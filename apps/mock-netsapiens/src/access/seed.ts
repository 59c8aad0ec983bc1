import { idOfKey, type Prefix, prefixes, spellKey } from './keys.ts';
import type { Access, ApiKey } from './state.ts';

export const client = { id: 'acrobits-softphone', secret: 'mock-client-secret' };
/** Never expires, and belongs to the Office Manager of acme.example: recorded conversations need a token that is always the same. */
export const lastingToken = '0123456789abcdef0123456789abcdef';
/** What the authenticator app of every account with MFA shows. */
export const passcode = '123456';

/** A key whose 48 characters of chance are one word again and again: nobody takes it for a real one. */
const spell = (prefix: Prefix, word: string): string => spellKey(prefix, word.repeat(48).slice(0, 48));

function makeKey(prefix: Prefix, word: string, description: string, more: Partial<ApiKey>): ApiKey {
  const key = spell(prefix, word);
  const rights = { scope: prefixes[prefix], addresses: '', readonly: false, canCreateKeys: false, models: '*' };
  const made = { key, id: idOfKey(key), description, createdAt: Date.UTC(2026, 0, 31) };
  return { ...made, reseller: 'northwind', domain: '*', ...rights, ...more };
}

/** One key of each prefix, and one with each kind of limit. */
export const keys = {
  system: makeKey('nss_', 'invented', 'Everything, and new keys', { reseller: '*', canCreateKeys: true }),
  reseller: makeKey('nsr_', 'invented', 'The territory of Northwind', {}),
  domain: makeKey('nsd_', 'invented', 'The domain of Acme', { domain: 'acme.example' }),
  user: makeKey('nsu_', 'invented', 'User 100 of Acme', { domain: 'acme.example', user: '100' }),
  readonly: makeKey('nsd_', 'readonly', 'Reads the domain of Acme', { domain: 'acme.example', readonly: true }),
  messages: makeKey('nsd_', 'messages', 'Messages and events of Acme', {
    domain: 'acme.example',
    models: 'message,messagesession,event',
  }),
  elsewhere: makeKey('nsd_', 'elsewhere', 'Works from other addresses', {
    domain: 'acme.example',
    addresses: '192.0.2.10,198.51.100.0/24,2001:db8::/32',
  }),
};

export function seedAccess(): Access {
  return {
    clients: [{ ...client }],
    tokens: new Map([
      [
        lastingToken,
        {
          access: lastingToken,
          refresh: 'fedcba9876543210fedcba9876543210',
          login: 'integration-office-manager@acme.example',
          clientId: client.id,
          expiresAt: Number.POSITIVE_INFINITY,
        },
      ],
    ]),
    challenges: new Map(),
    jwts: new Map(),
    apiKeys: new Map(Object.values(keys).map((key) => [key.key, { ...key }])),
  };
}
