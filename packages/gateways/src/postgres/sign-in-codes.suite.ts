import {
  CODE_LIFE,
  deviceToken,
  MOST_PAGES,
  minutes,
  type PhoneInstallations,
  type PhoneUser,
  readCode,
  Secret,
  type SignInPages,
} from '@enablement/core';
import { beforeEach, describe, expect, test } from 'vitest';

interface World {
  readonly signInPages: SignInPages;
  readonly phoneInstallations: PhoneInstallations;
  readonly now: () => Date;
  /** Lets time pass. */
  readonly wait: (duration: number) => void;
  /** Actions and outcomes of the audit, oldest first. */
  readonly audit: () => Promise<readonly string[]>;
}

/** What pages, codes and installations promise, wherever they are kept. */
export function signInCodesSuite(name: string, open: () => Promise<World>): void {
  let world: World;
  let users = 0;
  let who: PhoneUser;
  beforeEach(async () => {
    world = await open();
    users += 1;
    who = { cloudId: 'NSACME', user: String(1000 + users), domain: 'acme.example' };
  });

  const issue = (of = who, person = `U${users}`) =>
    world.signInPages.issue({ who: of, person, expires: new Date(world.now().getTime() + minutes(15)) });
  async function page(of = who) {
    const issued = await issue(of);
    if (issued.outcome !== 'issued') throw new Error(`not issued: ${issued.outcome}`);
    return issued;
  }
  async function newCode(of = who): Promise<Secret> {
    const { token, code } = await page(of);
    const revealed = await world.signInPages.reveal(token, code);
    if (revealed.outcome !== 'revealed') throw new Error(`not revealed: ${revealed.outcome}`);
    return revealed.code;
  }
  async function install(code: Secret, device?: string): Promise<Secret> {
    const done = await world.phoneInstallations.install(who, code, device === undefined ? 'acrobits' : 'sessiontalk', device);
    if (done.outcome !== 'installed') throw new Error(`not installed: ${done.outcome}`);
    return done.token;
  }

  describe(`${name}: pages for sign-in codes`, () => {
    test('a page shows its code once, to whoever has the confirmation code', async () => {
      const { token, code } = await page();
      expect(await world.signInPages.look(token)).toMatchObject({ who, misses: 0 });
      expect(await world.signInPages.reveal(token, '000000')).toEqual({ outcome: 'wrong code', left: 4 });
      const revealed = await world.signInPages.reveal(token, code);
      expect(revealed).toMatchObject({ outcome: 'revealed', expires: new Date(world.now().getTime() + CODE_LIFE) });
      expect(revealed.outcome === 'revealed' && readCode(revealed.code)?.reveal()).toMatch(/^(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}$/);
      expect(await world.signInPages.reveal(token, code)).toEqual({ outcome: 'used' });
    });

    test('of many who ask at once, one sees it', async () => {
      const { token, code } = await page();
      const all = await Promise.all(Array.from({ length: 8 }, () => world.signInPages.reveal(token, code)));
      expect(all.map(({ outcome }) => outcome).toSorted()).toEqual(['revealed', ...Array(7).fill('used')]);
    });

    test('five wrong codes, or fifteen minutes, close it; another page for the same user does too', async () => {
      const guessed = await page();
      for (let n = 0; n < 5; n++) await world.signInPages.reveal(guessed.token, '000000');
      expect(await world.signInPages.reveal(guessed.token, guessed.code)).toEqual({ outcome: 'locked' });
      const replaced = await page();
      const late = await page();
      expect(await world.signInPages.reveal(replaced.token, replaced.code)).toEqual({ outcome: 'expired' });
      world.wait(minutes(15));
      expect(await world.signInPages.reveal(late.token, late.code)).toEqual({ outcome: 'expired' });
      expect(await world.signInPages.reveal(new Secret('A'.repeat(43)), '123456')).toEqual({ outcome: 'unknown' });
    });

    test('only so many an hour for a user, and by a person', async () => {
      const outcomes = [];
      for (let n = 0; n <= MOST_PAGES.aUser; n++) outcomes.push((await issue()).outcome);
      expect(outcomes).toEqual([...Array(MOST_PAGES.aUser).fill('issued'), 'too many']);
      world.wait(minutes(60));
      expect((await issue()).outcome).toBe('issued');
      const busy = `UBUSY${users}`;
      for (let n = 0; n < MOST_PAGES.aPerson; n++) await issue({ ...who, user: `${who.user}-${n}` }, busy);
      expect(await issue({ ...who, user: 'one-more' }, busy)).toEqual({ outcome: 'too many', of: 'a person' });
    });
  });

  describe(`${name}: codes and the phones they sign in`, () => {
    test('a code is used up by the first phone, and gives it a token that lets it in', async () => {
      const code = await newCode();
      expect(await world.phoneInstallations.judge(who, code)).toBe('good');
      const token = await install(code);
      expect(await world.phoneInstallations.judge(who, code)).toBe('used');
      expect(await world.phoneInstallations.install(who, code, 'acrobits')).toEqual({ outcome: 'used' });
      expect(await world.phoneInstallations.find(who, token)).toMatchObject({ who });
      expect((await world.phoneInstallations.find(who, token))?.revokedAt).toBeUndefined();
      expect(await world.phoneInstallations.find(who, code)).toBeUndefined();
    });

    test('of many phones at once, one gets in', async () => {
      const code = await newCode();
      const all = await Promise.all(Array.from({ length: 8 }, () => world.phoneInstallations.install(who, code, 'acrobits')));
      expect(all.map(({ outcome }) => outcome).toSorted()).toEqual(['installed', ...Array(7).fill('used')]);
    });

    test('a code that went to a device goes on working there, and nowhere else', async () => {
      const code = await newCode();
      const token = await install(code, 'device-1');
      expect(token.reveal()).toBe(deviceToken(code, 'device-1').reveal());
      expect(await world.phoneInstallations.find(who, token)).toMatchObject({ who });
      expect(await world.phoneInstallations.find(who, deviceToken(code, 'device-2'))).toBeUndefined();
      expect(await world.phoneInstallations.find(who, code)).toBeUndefined();
    });

    test('a code is its user’s alone, and lives fifteen minutes', async () => {
      const code = await newCode();
      for (const other of [
        { ...who, user: '999' },
        { ...who, domain: 'globex.example' },
        { ...who, cloudId: 'OTHER' },
      ]) {
        expect(await world.phoneInstallations.judge(other, code)).toBe('unknown');
        expect(await world.phoneInstallations.install(other, code, 'acrobits')).toEqual({ outcome: 'unknown' });
      }
      world.wait(CODE_LIFE);
      expect(await world.phoneInstallations.judge(who, code)).toBe('expired');
      expect(await world.phoneInstallations.install(who, code, 'acrobits')).toEqual({ outcome: 'expired' });
    });

    test('a newer code replaces one that was not used', async () => {
      const older = await newCode();
      const newer = await newCode();
      expect([await world.phoneInstallations.judge(who, older), await world.phoneInstallations.judge(who, newer)]).toEqual([
        'expired',
        'good',
      ]);
    });

    test('revoking signs all of a user’s phones out, and voids what was not used', async () => {
      const token = await install(await newCode());
      const onDevice = await install(await newCode(), 'device-1');
      const unused = await newCode();
      expect(await world.phoneInstallations.revoke(who, 'U0ADA')).toHaveLength(2);
      expect((await world.phoneInstallations.find(who, token))?.revokedAt).toBeInstanceOf(Date);
      expect((await world.phoneInstallations.find(who, onDevice))?.revokedAt).toBeInstanceOf(Date);
      expect(await world.phoneInstallations.judge(who, unused)).toBe('expired');
      expect(await world.phoneInstallations.revoke(who, 'U0ADA')).toEqual([]);
    });

    test('all of it is in the audit', async () => {
      const before = (await world.audit()).length;
      const code = await newCode();
      await install(code);
      for (let n = 0; n < 3; n++) await world.phoneInstallations.install(who, code, 'acrobits');
      await world.phoneInstallations.revoke(who, 'U0ADA');
      expect((await world.audit()).slice(before)).toEqual([
        'sign-in code page issued: done',
        'sign-in code shown: done',
        'phone signed in by code: done',
        'phone signed in by code: refused',
        'phones signed out: done',
      ]);
    });
  });
}
