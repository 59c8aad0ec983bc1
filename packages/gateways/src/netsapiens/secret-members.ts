import { Secret } from '@enablement/core';

/**
 * Members that hold a secret. NetSapiens shows most of them in clear to whoever may read the thing, and the address that events are
 * posted to has a password in its query. They are sealed as they are read, so that a device or a domain can be logged.
 */
const SECRET_MEMBERS = [
  'access_token',
  'client_secret',
  'connection-sip-registration-password',
  'device-provisioning-password',
  'device-sip-registration-password',
  'email-send-smtp-password',
  'key',
  'passcode',
  'password',
  'post-url',
  'refresh',
  'refresh_token',
  'smtp_pwd',
  'token',
  'voicemail-login-pin',
] as const;
export type SecretMember = (typeof SECRET_MEMBERS)[number];

const names: ReadonlySet<string> = new Set(SECRET_MEMBERS);
export const isSecretMember = (name: string) => names.has(name);

const isScalar = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/**
 * An answer made fit to be handed on: its secrets sealed, and `email`, which live reads of users say, also under the published name
 * `email-address`, which is the one to write.
 */
export function seal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(seal);
  if (typeof value !== 'object' || value === null) return value;
  const sealed = Object.entries(value).map(([name, member]) => [
    name,
    isSecretMember(name) && isScalar(member) ? new Secret(String(member)) : seal(member),
  ]);
  const thing: Record<string, unknown> = Object.fromEntries(sealed);
  return 'email' in thing && !('email-address' in thing) ? { ...thing, 'email-address': thing.email } : thing;
}

/** A body as it goes over the wire: every `Secret` in it opened. */
export function unseal(value: unknown): unknown {
  if (value instanceof Secret) return value.reveal();
  if (Array.isArray(value)) return value.map(unseal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, unseal(member)]));
}

/** Every secret in a body, in clear: what must not be quoted from the answer to it. */
export function secretsIn(value: unknown): readonly string[] {
  if (value instanceof Secret) return [value.reveal()];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(secretsIn) : [];
}
