/** Never shown, whatever the vendor. Names in lower case. */
const always = [
  'authorization',
  'proxy-authorization',
  'cookie',
  'password',
  'client_secret',
  'access_token',
  'refresh_token',
  'passcode',
];

export type Redact = (value: unknown, name?: string) => unknown;

const deepest = 20;

/** Replaces values of secret names by `[secret]`, also in the queries of URLs that stand inside texts. Copies; changes nothing. */
export function createRedaction(names: readonly string[]): Redact {
  const secret = new Set([...always, ...names.map((name) => name.toLowerCase())]);
  const inText = new RegExp(`\\b(${[...secret].map(escapeName).join('|')})=[^&\\s"]*`, 'gi');

  const redact = (value: unknown, name: string | undefined, depth: number): unknown => {
    if (name !== undefined && secret.has(name.toLowerCase())) return value === undefined ? undefined : '[secret]';
    if (typeof value === 'string') return value.replace(inText, '$1=[secret]');
    if (typeof value !== 'object' || value === null) return value;
    if (depth > deepest) return '[too deep to show]';
    if (Array.isArray(value)) return value.map((item) => redact(item, undefined, depth + 1));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redact(item, key, depth + 1)]));
  };
  return (value, name) => redact(value, name, 0);
}

const escapeName = (name: string): string => name.replace(/[^a-z0-9_]/g, '\\$&');
