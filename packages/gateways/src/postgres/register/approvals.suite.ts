import { domainRun, hours, NO_APPROVAL } from '@enablement/core';
import { describe, expect, test } from 'vitest';
import { ANSWER, inEach, type RegisterWorld } from './world.ts';

/** What approvals promise, for every adapter alike. */
export function approvalsSuite(name: string, make: () => Promise<RegisterWorld>): void {
  describe(`approvals ${name}`, () => {
    const { ask, pending, settleAll, world } = inEach(make);
    const OF = 'a'.repeat(16);
    const policy = { ...NO_APPROVAL, quorum: 2 };
    const yes = (by: string) => ({ says: 'yes', by }) as const;
    const actions = async (id: string) => {
      const found: string[] = [];
      for await (const { entry } of world().audit.entries([id])) found.push(`${entry.action}, ${entry.outcome}`);
      return found;
    };

    test('asked once for the same values, anew for others', async () => {
      const id = await ask();
      const first = await world().approvals.ask(id, OF, policy);
      expect(first).toMatchObject({ status: 'asked', fingerprint: OF, needed: 2, votes: [], askedAt: world().clock.now() });
      await world().approvals.say(id, OF, yes('U0ADAM'));
      expect(await world().approvals.ask(id, OF, policy)).toMatchObject({ votes: [{ by: 'U0ADAM', at: world().clock.now() }] });
      expect(await world().approvals.ask(id, 'b'.repeat(16), policy)).toMatchObject({ votes: [] });
      expect((await world().register.get(id))?.approval?.fingerprint).toBe('b'.repeat(16));
      expect(await world().approvals.say(id, OF, yes('U0ADAM'))).toEqual({ outcome: 'changed' });
    });

    test('of people who click at once each is counted, and one settles it and wakes the run', async () => {
      const id = await ask();
      await world().approvals.ask(id, OF, policy);
      await settleAll();
      const said = await Promise.all(['U0ADAM', 'U0BEA', 'U0CLEO', 'U0ADAM'].map((by) => world().approvals.say(id, OF, yes(by))));
      const outcomes = said.map(({ outcome }) => outcome).toSorted();
      expect(outcomes.filter((one) => one === 'counted')).toHaveLength(1);
      expect(outcomes.filter((one) => one === 'approved')).toHaveLength(1);
      expect((await world().register.get(id))?.approval).toMatchObject({ status: 'approved' });
      expect((await world().register.get(id))?.approval?.votes).toHaveLength(2);
      expect(await pending()).toEqual([`nudge ${id}`, `nudge ${id}`]);
    });

    test('a rejection has its reason, and is asked again only on a click; refused clicks are audited', async () => {
      const id = await ask();
      await world().approvals.ask(id, OF, policy);
      expect(await world().approvals.askAgain(id, 'U0OLIVIA')).toBe(false);
      expect(await world().approvals.say(id, OF, yes('U0OLIVIA'))).toEqual({ outcome: 'own' });
      expect(await world().approvals.say(id, OF, { says: 'no', by: 'U0ADAM', reason: 'wrong core' })).toEqual({
        outcome: 'rejected',
      });
      expect((await world().register.get(id))?.approval).toMatchObject({
        status: 'rejected',
        rejected: { by: 'U0ADAM', reason: 'wrong core', at: world().clock.now() },
      });
      expect(await world().approvals.askAgain(id, 'U0OLIVIA')).toBe(true);
      expect((await world().register.get(id))?.approval).toBeUndefined();
      expect((await actions(id)).slice(1)).toEqual([
        'approval asked for, done',
        'approved, refused',
        'rejected, done',
        'approval asked for again, done',
      ]);
    });

    test('after its time a yes is none', async () => {
      const id = await ask();
      await world().approvals.ask(id, OF, { quorum: 1, within: hours(1) });
      world().advance(hours(1));
      expect(await world().approvals.say(id, OF, yes('U0ADAM'))).toEqual({ outcome: 'expired' });
      expect(await world().approvals.askAgain(id, 'U0OLIVIA')).toBe(true);
    });

    test('a word that does not count any more is taken away; breaking the glass needs none', async () => {
      const id = await ask();
      await world().approvals.ask(id, OF, { ...policy, quorum: 1 });
      await world().approvals.say(id, OF, yes('U0ADAM'));
      await world().approvals.discount(id, 'U0ADAM', 'has left');
      expect((await world().register.get(id))?.approval).toMatchObject({ status: 'asked', votes: [] });
      const broken = { says: 'break the glass', by: 'U0ADA', reason: 'phones are silent' } as const;
      expect(await world().approvals.say(id, OF, broken)).toEqual({ outcome: 'approved' });
      expect((await world().register.get(id))?.approval?.glassBroken).toMatchObject({ by: 'U0ADA', reason: 'phones are silent' });
      expect((await actions(id)).at(-1)).toMatch(/reminder made|GLASS BROKEN/);
    });

    test('one click approves the domains that the card showed, each once, and none that was asked for later', async () => {
      const id = await ask();
      await world().register.enable(id, ANSWER);
      await world().approvals.ask(domainRun(id, 'acme.example'), OF, { ...policy, quorum: 1 });
      const version = (await world().register.get(id))?.version ?? 0;
      await world().approvals.ask(domainRun(id, 'globex.example'), OF, { ...policy, quorum: 1 });
      await settleAll();
      const ballots = await world().approvals.approveShown(id, version, 'U0ADAM');
      expect(ballots).toEqual([{ domain: 'acme.example', ballot: { outcome: 'approved' } }]);
      expect(await pending()).toEqual([`nudge ${id}/acme.example`]);
      expect(await world().approvals.approveShown(id, version, 'U0ADAM')).toEqual([]);
    });
  });
}
