import { beforeEach, describe, expect, test } from 'vitest';
import { minutes } from '../duration.ts';
import type { Environment } from '../environments/environment.ts';
import { Refused, Unreachable } from '../errors.ts';
import type { PhoneDirectory } from '../ports/phone-directory.ts';
import type { PhonePlatform } from '../ports/phone-platform.ts';
import { Secret } from '../secret.ts';
import { createMemoryAudit, createMemorySignInCodes } from '../testing/index.ts';
import { createPhoneSignIn, type PhoneAttempt } from './code-sign-in.ts';
import { admitInstalled } from './installed-phones.ts';
import type { Attempt, SignedIn, SignIn } from './sign-in.ts';

const environment: Environment = {
  cloudId: 'NSACME',
  portalUrl: 'https://portal.northwind.example',
  coreHost: 'core1.northwind.example',
  clientId: 'acrobits-softphone',
  clientSecret: new Secret('client'),
  netsapiensKey: new Secret('nsr_key'),
};
const who = { cloudId: 'NSACME', user: '100', domain: 'acme.example' };
const ADA = { ...who, device: '100m', password: new Secret('sip-secret'), displayName: 'Ada Example' };

/** A sign-in that remembers nothing: it asks the platform each time, as a service does that has just started. */
function world() {
  let now = Date.UTC(2026, 2, 2, 9);
  const clock = { now: () => new Date(now) };
  const { signInPages, phoneInstallations: installations } = createMemorySignInCodes({
    clock,
    audit: createMemoryAudit({ clock }),
  });
  const users = new Set(['100']);
  const trouble: { error?: Error } = {};
  const failures: string[] = [];
  const told: string[] = [];
  const reach = () => {
    if (trouble.error) throw trouble.error;
  };
  const directory: PhoneDirectory = {
    async find(_, { user }) {
      reach();
      return users.has(user) ? { displayName: 'Ada Example' } : undefined;
    },
    async softphone(_, { user }) {
      reach();
      return users.has(user) ? ADA : undefined;
    },
    contacts: async () => [],
  };
  const passwords: PhonePlatform = {
    admit: async (_, { password }) =>
      password.reveal() === 'mock-password' ? { admitted: true, softphone: ADA } : { admitted: false, why: 'wrong login' },
    contacts: async () => [],
  };
  const platform = admitInstalled(passwords, { directory, installations });
  const names: string[] = [];
  const ask = async ({ name, password, letter }: Attempt): Promise<SignedIn> => {
    names.push(name);
    const admission = await platform.admit(environment, { name, password }, letter);
    return admission.admitted
      ? { outcome: 'signed in', softphone: admission.softphone }
      : { outcome: 'refused', why: admission.why, before: false };
  };
  const signIn: SignIn = Object.assign(ask, { changed: () => undefined, deaf: () => undefined });
  const tries = {
    lockedFor: async () => (failures.length >= 5 ? minutes(1) : 0),
    failed: async ({ name }: { name: string }) => void failures.push(name),
    succeeded: async () => undefined,
  };
  const enter = createPhoneSignIn({ signIn, installations, directory, tries, tell: (line) => void told.push(line) });
  const attempt = (password: Secret | string, more: Partial<PhoneAttempt> = {}) =>
    enter({
      environment,
      name: '100@acme.example',
      password: typeof password === 'string' ? new Secret(password) : password,
      letter: 'm',
      from: () => ({ source: '192.0.2.1' }),
      app: 'acrobits',
      ...more,
    });
  async function newCode() {
    const issued = await signInPages.issue({ who, person: 'U1', expires: new Date(now + minutes(15)) });
    if (issued.outcome !== 'issued') throw new Error(issued.outcome);
    const revealed = await signInPages.reveal(issued.token, issued.code);
    if (revealed.outcome !== 'revealed') throw new Error(revealed.outcome);
    return revealed.code;
  }
  async function signInByCode() {
    const signedIn = await attempt(await newCode());
    if (signedIn.outcome !== 'signed in' || signedIn.password === undefined) throw new Error(signedIn.outcome);
    return signedIn.password;
  }
  const wait = (duration: number) => {
    now += duration;
  };
  return { attempt, newCode, signInByCode, installations, users, trouble, failures, told, names, wait };
}

let here: ReturnType<typeof world>;
beforeEach(() => {
  here = world();
});

describe('an Acrobits phone', () => {
  test('gets a token for its code, and comes back with it under a name of its own', async () => {
    const token = await here.signInByCode();
    expect(await here.attempt(token)).toMatchObject({ outcome: 'signed in', softphone: ADA });
    expect(here.names.at(-1)).toMatch(/^100@acme\.example#[0-9a-f]{16}$/);
    expect(here.names).toHaveLength(1);
  });

  test('a code works once, in time, for its user', async () => {
    const code = await here.newCode();
    expect(await here.attempt(code, { name: '101@acme.example' })).toMatchObject({ outcome: 'refused', why: 'wrong login' });
    expect(await here.attempt(code)).toMatchObject({ outcome: 'signed in' });
    expect(await here.attempt(code)).toMatchObject({ outcome: 'refused', why: 'code used' });
    const late = await here.newCode();
    here.wait(minutes(15));
    expect(await here.attempt(late)).toMatchObject({ outcome: 'refused', why: 'code expired' });
  });

  test('looking first does not use the code up, and a look afterwards is fine too', async () => {
    const code = await here.newCode();
    expect(await here.attempt(code, { looking: true })).toMatchObject({ outcome: 'signed in', softphone: ADA });
    expect(await here.attempt(code)).toMatchObject({ outcome: 'signed in', password: expect.any(Secret) });
    expect(await here.attempt(code, { looking: true })).toMatchObject({ outcome: 'signed in' });
  });

  test('codes that there are not are counted, and then refused unseen; a code that there is stays good', async () => {
    const code = await here.newCode();
    for (let n = 0; n < 5; n++)
      expect(await here.attempt('AAAA-BBBB-CCCC')).toMatchObject({ outcome: 'refused', why: 'wrong login' });
    expect(here.failures).toHaveLength(5);
    expect(await here.attempt(code)).toEqual({ outcome: 'too many tries', retryAfter: minutes(1) });
    expect(await here.installations.judge(who, code)).toBe('good');
  });

  test('while NetSapiens does not answer, or refuses our key, no code is used up, and operators are told', async () => {
    const code = await here.newCode();
    for (const error of [new Unreachable('NetSapiens is silent.', 'Wait.'), new Refused('The key is gone.', 'Give another.')]) {
      here.trouble.error = error;
      expect(await here.attempt(code)).toMatchObject({ outcome: 'not now' });
      expect(here.told.at(-1)).toContain(error.message);
    }
    delete here.trouble.error;
    expect(await here.attempt(code)).toMatchObject({ outcome: 'signed in' });
  });

  test('a user who is not there gets in neither by code nor by token', async () => {
    const token = await here.signInByCode();
    const code = await here.newCode();
    here.users.delete('100');
    expect(await here.attempt(code)).toMatchObject({ outcome: 'refused', why: 'wrong login' });
    expect(await here.attempt(token)).toMatchObject({ outcome: 'refused', why: 'wrong login' });
  });

  test('a phone that was signed out stays out, and is told so', async () => {
    const token = await here.signInByCode();
    await here.installations.revoke(who, 'U1');
    expect(await here.attempt(token)).toMatchObject({ outcome: 'refused', why: 'signed out' });
    expect(await here.attempt(await here.newCode())).toMatchObject({ outcome: 'signed in' });
  });
});

describe('a SessionTalk phone', () => {
  const talk = (device: string | undefined) => ({ app: 'sessiontalk', device, address: undefined }) as const;

  test('goes on with its code, which works on no other device', async () => {
    const code = await here.newCode();
    for (let n = 0; n < 3; n++) expect(await here.attempt(code, talk('device-1'))).toMatchObject({ outcome: 'signed in' });
    expect(await here.attempt(code, talk('device-2'))).toMatchObject({ outcome: 'refused', why: 'code used' });
    expect(await here.attempt(code)).toMatchObject({ outcome: 'refused', why: 'code used' });
    here.wait(minutes(60 * 24));
    expect(await here.attempt(code, talk('device-1'))).toMatchObject({ outcome: 'signed in' });
  });

  test('signed out, it learns that, and not that its code was used', async () => {
    const code = await here.newCode();
    await here.attempt(code, talk('device-1'));
    await here.installations.revoke(who, 'U1');
    expect(await here.attempt(code, talk('device-1'))).toMatchObject({ outcome: 'refused', why: 'signed out' });
  });

  test('without a device id there is nothing to bind a code to, and it is not used up', async () => {
    const code = await here.newCode();
    expect(await here.attempt(code, talk(undefined))).toMatchObject({ outcome: 'refused' });
    expect(await here.installations.judge(who, code)).toBe('good');
  });
});

test('passwords go their old way', async () => {
  expect(await here.attempt('mock-password')).toEqual({ outcome: 'signed in', softphone: ADA });
  expect(await here.attempt('wrong')).toMatchObject({ outcome: 'refused', why: 'wrong login' });
  expect(here.names).toEqual(['100@acme.example', '100@acme.example']);
});
