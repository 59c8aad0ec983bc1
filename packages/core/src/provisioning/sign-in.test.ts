import { beforeEach, describe, expect, test } from 'vitest';
import { days, hours, minutes, seconds } from '../duration.ts';
import { Refused, Unreachable } from '../errors.ts';
import { Secret } from '../secret.ts';
import {
  ADA,
  createMemoryLogins,
  createMemoryPasswords,
  createMemoryPlatform,
  createMemoryTries,
  NSACME,
} from '../testing/memory-phones.ts';
import { type Attempt, createSignIn, type SignIn, type SignInSettings } from './sign-in.ts';

const SETTINGS: SignInSettings = {
  believed: seconds(30),
  lastGood: hours(72),
  reread: minutes(10),
  atOnce: 3,
  patience: seconds(3),
  remembered: 1_000,
};
const NAME = '100@acme.example';
interface More {
  readonly name?: string;
  readonly typed?: string;
  readonly source?: string;
  readonly address?: string | undefined;
}
const attempt = ({ name = NAME, typed = 'right', source = '192.0.2.1', ...more }: More = {}): Attempt => ({
  environment: NSACME,
  name,
  password: new Secret(typed),
  letter: 'm',
  from: () => ({ source, address: 'address' in more ? more.address : '192.0.2.1' }),
});
const away = async () => {
  throw new Unreachable('portal.northwind.example did not answer.', '');
};
const GONE = { outcome: 'refused', why: 'wrong login' };

/** One replica, or several that share a register. */
function stage() {
  let time = Date.parse('2026-10-20T10:00:00Z');
  const now = () => new Date(time);
  const platform = createMemoryPlatform({ [NAME]: { password: 'right', softphone: ADA } });
  const replicas: SignIn[] = [];
  const logins = createMemoryLogins((key, version) => {
    for (const replica of replicas) replica.changed(key, version);
  });
  const passwords = createMemoryPasswords();
  const tries = createMemoryTries(now);
  const told: string[] = [];
  const waits: (() => void)[] = [];
  const open = (settings: Partial<SignInSettings> = {}) => {
    const sleep = () => new Promise<void>((resolve) => waits.push(resolve));
    const ports = { platform, logins, tries, passwords, clock: { now }, tell: (line: string) => void told.push(line), sleep };
    const signIn = createSignIn(ports, { ...SETTINGS, ...settings });
    replicas.push(signIn);
    return signIn;
  };
  return {
    platform,
    logins,
    passwords,
    told,
    open,
    pass: (duration: number) => {
      time += duration;
    },
    impatience: () => waits.splice(0).forEach((wake) => void wake()),
  };
}

let world = stage();
let signIn = world.open();
beforeEach(() => {
  world = stage();
  signIn = world.open();
});
const softphones = async (made: unknown) => expect(await made).toMatchObject({ outcome: 'signed in' });

describe('a log-in that NetSapiens lets in', () => {
  test('is believed for a while, and then proved again with one call', async () => {
    await softphones(signIn(attempt()));
    await softphones(signIn(attempt()));
    expect(world.platform.asked).toEqual([{ name: NAME, withDevice: true }]);
    world.pass(seconds(31));
    await softphones(signIn(attempt()));
    expect(world.platform.asked).toEqual([
      { name: NAME, withDevice: true },
      { name: NAME, withDevice: false },
    ]);
    expect(world.passwords.hashed()).toBe(1);
  });

  test('has its device read again later, so that a new SIP password arrives', async () => {
    await signIn(attempt());
    const changed = { ...ADA, password: new Secret('another-sip-secret') };
    world.platform.users.set(NAME, { password: 'right', softphone: changed });
    world.pass(minutes(11));
    expect(await signIn(attempt())).toEqual({ outcome: 'signed in', softphone: changed });
  });

  test('is asked about once, however many phones ask at the same time', async () => {
    await Promise.all(Array.from({ length: 50 }, () => signIn(attempt())));
    expect(world.platform.asked).toHaveLength(1);
  });

  test('is known to another replica, without NetSapiens, and never with its password', async () => {
    await signIn(attempt());
    await softphones(world.open()(attempt()));
    expect(world.platform.asked).toHaveLength(1);
    expect(JSON.stringify([...world.logins.rows])).not.toContain('right');
  });

  test('with another password is proved anew, and does not disturb the right one', async () => {
    await signIn(attempt());
    expect(await signIn(attempt({ typed: 'wrong' }))).toEqual({ ...GONE, before: false });
    await softphones(signIn(attempt()));
    expect(world.platform.asked).toHaveLength(2);
  });
});

describe('a user who is gone, or has a new password', () => {
  test('is out everywhere once NetSapiens has said so once', async () => {
    const other = world.open();
    await signIn(attempt());
    await other(attempt());
    world.platform.users.delete(NAME);
    world.pass(seconds(31));
    expect(await signIn(attempt())).toEqual({ ...GONE, before: true });
    expect(await other(attempt())).toEqual({ ...GONE, before: false });
    expect(world.logins.rows.size).toBe(0);
  });

  test('whose log-in somebody dropped is asked about at once, on every replica', async () => {
    const other = world.open();
    await signIn(attempt());
    await other(attempt());
    world.platform.users.delete(NAME);
    await world.logins.forget({ cloudId: 'NSACME', name: NAME });
    expect(await other(attempt())).toMatchObject(GONE);
    expect(await signIn(attempt())).toMatchObject(GONE);
  });

  test.each(['second factor', 'no secure password'] as const)('is still there when it is only: %s', async (why) => {
    await signIn(attempt());
    world.platform.trouble = async () => ({ admitted: false, why });
    world.pass(seconds(31));
    expect(await signIn(attempt())).toEqual({ outcome: 'refused', why, before: true });
    expect(world.logins.rows.size).toBe(1);
  });
});

describe('while NetSapiens does not answer', () => {
  beforeEach(async () => {
    await signIn(attempt());
    world.platform.trouble = away;
    world.pass(minutes(5));
  });

  test('known users keep their last answer, it is left alone, and an operator is told once', async () => {
    for (let times = 0; times < 5; times += 1) await softphones(signIn(attempt()));
    expect(world.platform.asked).toHaveLength(2);
    expect(world.told).toHaveLength(1);
    expect(world.told[0]).not.toMatch(/right|100@/);
  });

  test('a replica that has just been started knows them too', async () => {
    await softphones(world.open()(attempt()));
  });

  test('but not for ever', async () => {
    world.pass(days(4));
    expect(await signIn(attempt())).toEqual({ outcome: 'not now', retryAfter: seconds(30) });
  });

  test('and not with another password', async () => {
    expect(await signIn(attempt({ typed: 'wrong' }))).toMatchObject({ outcome: 'not now' });
  });

  test('new people are told to come back', async () => {
    expect(await signIn(attempt({ name: '101@acme.example' }))).toMatchObject({ outcome: 'not now' });
  });

  test('and an OAuth client that is refused takes nobody’s phone away', async () => {
    world.pass(minutes(1));
    world.platform.trouble = async () => {
      throw new Refused('NetSapiens refuses the OAuth client.', 'Check it.');
    };
    await softphones(signIn(attempt()));
    expect(world.told.at(-1)).toBe('NSACME: NetSapiens refuses the OAuth client. Check it.');
  });
});

test('a slow NetSapiens keeps a known phone waiting for moments only, and its answer counts when it comes', async () => {
  await signIn(attempt());
  const { promise, resolve } = Promise.withResolvers<undefined>();
  world.platform.trouble = () => promise;
  world.pass(seconds(31));
  const asked = signIn(attempt());
  await new Promise((tick) => setImmediate(tick));
  world.impatience();
  await softphones(asked);
  const impatient = signIn(attempt());
  await new Promise((tick) => setImmediate(tick));
  world.impatience();
  await softphones(impatient);
  expect(world.platform.asked).toHaveLength(2);
  world.platform.users.delete(NAME);
  resolve(undefined);
  await new Promise((tick) => setImmediate(tick));
  expect(await signIn(attempt())).toMatchObject(GONE);
});

test('a herd of phones after an outage makes at most one call a user, so many at once, and everybody gets an answer', async () => {
  const people = Array.from({ length: 1_000 }, (_, at) => `${1_000 + at}@acme.example`);
  for (const name of people) world.platform.users.set(name, { password: 'right', softphone: { ...ADA, user: name } });
  for (const name of people) await signIn(attempt({ name }));
  // Longer than a device is believed: even so one call each.
  world.pass(hours(3));
  world.platform.trouble = away;
  await softphones(signIn(attempt({ name: '1000@acme.example' })));
  world.pass(seconds(6));
  world.platform.asked.length = 0;
  world.platform.trouble = () => new Promise((resolve) => setImmediate(resolve, undefined));
  const all = [...people, ...people, ...people, ...people, ...people].map((name) => signIn(attempt({ name })));
  for (const answer of await Promise.all(all)) expect(answer.outcome).toBe('signed in');
  expect(world.platform.asked).toHaveLength(people.length);
  expect(world.platform.mostAtOnce()).toBeLessThanOrEqual(SETTINGS.atOnce);
  expect(world.platform.asked.filter(({ withDevice }) => withDevice)).toEqual([]);
});

describe('an attacker', () => {
  const guess = (more: More = {}) => signIn(attempt({ typed: 'guess', ...more }));
  const attacked = async (times: number, more: (at: number) => More) => {
    const seen: string[] = [];
    for (let at = 0; at < times; at += 1) seen.push((await guess({ typed: `guess ${at}`, ...more(at) })).outcome);
    return seen;
  };

  test('may try five times from one place', async () => {
    const seen = await attacked(7, () => ({}));
    expect(seen).toEqual([...Array(5).fill('refused'), 'too many tries', 'too many tries']);
    expect(world.platform.asked).toHaveLength(5);
    world.pass(seconds(31));
    expect((await guess({ typed: 'once more' })).outcome).toBe('refused');
    expect(await guess({ typed: 'and again' })).toEqual({ outcome: 'too many tries', retryAfter: minutes(1) });
  });

  test('does not lock out whoever is known, not even from the same address', async () => {
    await signIn(attempt());
    await attacked(40, () => ({}));
    world.pass(seconds(31));
    await softphones(signIn(attempt()));
  });

  test('does not lock out a new colleague behind the same address', async () => {
    world.platform.users.set('101@acme.example', { password: 'right', softphone: ADA });
    await attacked(40, () => ({}));
    await softphones(signIn(attempt({ name: '101@acme.example' })));
  });

  test('who tries many names from one address is slowed down, and a colleague waits for two seconds at most', async () => {
    const seen = await attacked(60, (at) => ({ name: `${at}@acme.example` }));
    expect(seen.indexOf('too many tries')).toBe(50);
    expect(await signIn(attempt())).toEqual({ outcome: 'too many tries', retryAfter: seconds(2) });
    world.pass(seconds(2));
    await softphones(signIn(attempt()));
  });

  test('who comes from everywhere is slowed down, and the user is let in where they have been before', async () => {
    await signIn(attempt());
    await world.logins.forget({ cloudId: 'NSACME', name: NAME });
    const seen = await attacked(30, (at) => ({ source: `203.0.113.${at}`, address: `203.0.113.${at}` }));
    expect(seen.indexOf('too many tries')).toBe(20);
    expect(await guess({ source: '198.51.100.1' })).toEqual({ outcome: 'too many tries', retryAfter: seconds(30) });
    await softphones(signIn(attempt()));
  });

  test('learns nothing from the time it takes: a hash is computed for every name', async () => {
    await signIn(attempt());
    const hashes = () => world.passwords.fitted() + world.passwords.hashed();
    for (const replica of [signIn, world.open()])
      for (const name of [NAME, 'nobody@acme.example']) {
        const before = hashes();
        await replica(attempt({ name, typed: `guess at ${name}` }));
        expect(hashes() - before).toBe(1);
      }
  });

  test('cannot keep us busy with slow hashes', async () => {
    await signIn(attempt());
    const cold = world.open();
    const hashes = () => world.passwords.fitted() + world.passwords.hashed();
    const before = hashes();
    for (let at = 0; at < 30; at += 1) await cold(attempt({ typed: `guess ${at}` }));
    expect(hashes() - before).toBeLessThanOrEqual(5);
    for (let at = 0; at < 30; at += 1) await cold(attempt({ name: 'nobody@acme.example', typed: `guess ${at}` }));
    expect(hashes() - before).toBeLessThanOrEqual(10);
  });

  test('behind a relay counts for an installation, and never for the relay’s address', async () => {
    const relayed = (source: string) => ({ source, address: undefined });
    await attacked(60, (at) => ({ ...relayed(`SessionTalk ${at}`), name: `${at}@acme.example` }));
    await softphones(signIn(attempt(relayed('SessionTalk ada'))));
  });
});

test('nothing new is let in while the database is away; who is in memory stays in', async () => {
  await signIn(attempt());
  const gone = async () => {
    throw new Unreachable('PostgreSQL did not answer', '');
  };
  Object.assign(world.logins, { get: gone, keep: gone, prove: gone });
  world.pass(minutes(1));
  const registered = world.open();
  await softphones(signIn(attempt()));
  await expect(async () => registered(attempt({ name: '101@acme.example' }))).rejects.toThrow(/PostgreSQL/);
});
