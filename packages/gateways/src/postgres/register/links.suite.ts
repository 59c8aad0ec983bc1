import { domainRun, minutes, Secret } from '@enablement/core';
import { describe, expect, test } from 'vitest';
import { ANSWER, inEach, type RegisterWorld } from './world.ts';

/** What one-time links promise, for every adapter alike. */
export function linksSuite(name: string, make: () => Promise<RegisterWorld>): void {
  describe(`links ${name}`, () => {
    const { ask, expires, link, pending, settleAll, world } = inEach(make);

    test('a one-time link is looked at as often as one likes, and used once', async () => {
      const id = await ask();
      await settleAll();
      const { token, code } = await link(id);
      for (let look = 0; look < 10; look++)
        expect(await world().links.look(token)).toMatchObject({ enablement: id, field: 'client secret', person: 'U0OLIVIA' });
      expect(await world().links.accept(token, code, new Secret('the secret'))).toMatchObject({
        outcome: 'accepted',
        fingerprint: expect.stringMatching(/^[0-9a-f]{4}$/),
      });
      expect(await world().links.accept(token, code, new Secret('another'))).toEqual({ outcome: 'used' });
      expect((await world().vault.open({ owner: id, field: 'client secret' }))?.reveal()).toBe('the secret');
      expect(await pending()).toEqual([`nudge ${id}`]);
    });

    test('of many submissions at once one is accepted', async () => {
      const id = await ask();
      const { token, code } = await link(id);
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, n) => world().links.accept(token, code, new Secret(`secret ${n}`))),
      );
      expect(outcomes.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
    });

    test('a link that is late, unknown or replaced by a newer one keeps nothing', async () => {
      const id = await ask();
      const first = await link(id);
      const second = await link(id);
      expect(await world().links.accept(first.token, first.code, new Secret('x'))).toEqual({ outcome: 'unknown' });
      expect(await world().links.accept(new Secret('A'.repeat(43)), '123456', new Secret('x'))).toEqual({ outcome: 'unknown' });
      world().advance(minutes(15));
      expect(await world().links.accept(second.token, second.code, new Secret('x'))).toEqual({ outcome: 'expired' });
      expect(await world().vault.open({ owner: id, field: 'client secret' })).toBeUndefined();
    });

    test('another person, who has the link and not the code, is locked out after five tries, and so is the link', async () => {
      const id = await ask();
      const { token, code } = await link(id);
      const wrong = code === '000000' ? '000001' : '000000';
      const tries = [];
      for (let n = 0; n < 6; n++) tries.push(await world().links.accept(token, wrong, new Secret('x')));
      expect(tries.map((tried) => ('left' in tried ? `${tried.outcome}, ${tried.left} left` : tried.outcome))).toEqual([
        'wrong code, 4 left',
        'wrong code, 3 left',
        'wrong code, 2 left',
        'wrong code, 1 left',
        'locked',
        'locked',
      ]);
      expect(await world().links.accept(token, code, new Secret('x'))).toEqual({ outcome: 'locked' });
      expect(await world().vault.open({ owner: id, field: 'client secret' })).toBeUndefined();
    });

    test('Office Manager credentials go to their domain, and wake its run once there is one', async () => {
      const id = await ask();
      await settleAll();
      const early = await link(id, 'acme.example');
      await world().links.accept(early.token, early.code, new Secret('mock-password'), 'integration-office-manager');
      expect(await pending()).toEqual([]);
      expect((await world().register.get(id))?.domains[0]).toMatchObject({
        officeManagerLogin: 'integration-office-manager',
        passwordFingerprint: expect.any(String),
      });
      await world().register.enable(id, ANSWER);
      await settleAll();
      const { token, code } = await link(id, 'globex.example');
      await world().links.accept(token, code, new Secret('mock-password'), 'integration-office-manager');
      expect(await pending()).toEqual([`nudge ${id}/globex.example`]);
    });

    test('nobody takes a secret that nobody wants any more', async () => {
      const id = await ask();
      const { token, code } = await link(id, 'acme.example');
      await world().register.enable(id, ANSWER);
      await world().register.settleDomain(id, 'acme.example', { status: 'synchronized', outcome: 'created' });
      expect(await world().links.accept(token, code, new Secret('x'))).toEqual({ outcome: 'not wanted' });
    });

    test('a new password for a domain that is done begins its next round, once, and in the name of who entered it', async () => {
      const id = await ask();
      await world().register.enable(id, ANSWER);
      const run = domainRun(id, 'acme.example');
      await world().register.note(run, 'Domain provisioned at Acrobits', { status: 'done' });
      await world().register.settleDomain(id, 'acme.example', { status: 'synchronized', outcome: 'created' });
      await settleAll();
      const renewal = { enablement: id, domain: 'acme.example', field: 'Office Manager password', renewal: true } as const;
      const { token, code } = await world().links.issue({ ...renewal, person: 'U0ADA', expires: expires() });
      expect(await world().links.look(token)).toMatchObject({ renewal: true });
      expect(await world().links.accept(token, code, new Secret('new'), 'manager')).toMatchObject({ outcome: 'accepted' });
      expect(await world().links.accept(token, code, new Secret('new'))).toEqual({ outcome: 'used' });
      expect(await pending()).toEqual([`start ${run}/2`]);
      const [acme, globex] = (await world().register.get(id))?.domains ?? [];
      expect(acme).toMatchObject({ status: 'wanted', outcome: undefined, wantedBy: 'U0ADA', round: 2, steps: [] });
      expect(globex).toMatchObject({ wantedBy: 'U0OLIVIA', round: 1 });
      // Its steps and its vault are where they were; only the engine knows the new run by another key.
      await world().register.note(run, 'Office Manager credentials received', { status: 'done' });
      await world().register.nudge(run, 'U0ADA', 'again');
      expect(await pending()).toEqual([`start ${run}/2`, `nudge ${run}/2`]);
      expect((await world().register.get(id))?.domains[0]?.steps).toHaveLength(1);
    });

    test('Acrobits’ link comes out the same each time, reveals for one caller, and again only when it is reopened', async () => {
      const id = await ask();
      const [first, second] = [await world().links.acrobits(id, expires()), await world().links.acrobits(id, expires())];
      expect(first.reveal()).toBe(second.reveal());
      expect(first.reveal()).toHaveLength(43);
      expect(await world().links.lookAcrobits(first)).toMatchObject({
        enablement: id,
        revealedAt: undefined,
        answeredAt: undefined,
      });
      const claims = await Promise.all(Array.from({ length: 8 }, () => world().links.claimReveal(first)));
      expect(claims.filter(Boolean)).toHaveLength(1);
      await world().register.answer(id, ANSWER, new Secret('key'));
      expect(await world().links.lookAcrobits(first)).toMatchObject({
        revealedAt: world().clock.now(),
        answeredAt: world().clock.now(),
      });
      await world().links.reopen(id, 'U0OLIVIA');
      expect(await world().links.lookAcrobits(first)).toMatchObject({ revealedAt: undefined, answeredAt: undefined });
      expect(await world().links.claimReveal(first)).toBe(true);
      world().advance(minutes(15));
      await world().links.reopen(id, 'U0OLIVIA');
      expect(await world().links.claimReveal(first)).toBe(false);
      expect(await world().links.lookAcrobits(new Secret('A'.repeat(43)))).toBeUndefined();
    });
  });
}
