/** A user as the stories of writing create and change her, and where. */
export const USERS = '/domains/{domain}/users';
export const USER = '/domains/{domain}/users/{user}';
export const acme = { domain: 'acme.example' };
export const ada = {
  user: '100',
  'name-first-name': 'Ada',
  'name-last-name': 'Example',
  'email-address': 'ada@acme.example',
  'user-scope': 'Basic User',
} as const;
const { user: _, ...rest } = ada;
export const change = rest;
export const at100 = { ...acme, user: '100' };
