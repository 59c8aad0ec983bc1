import { draft } from '@enablement/core';
import { describe, expect, test } from 'vitest';
import { inEach, type RegisterWorld, request } from './world.ts';

/** What the outbox of letters promises, for every adapter alike. */
export function lettersSuite(name: string, make: () => Promise<RegisterWorld>): void {
  describe(`letters ${name}`, () => {
    const { ask, pending, settleAll, world } = inEach(make);
    const told = async () => {
      const id = await ask();
      const { domains: _, ...values } = request();
      await world().register.tell(id, values);
      await settleAll();
      const look = async () => {
        const known = await world().register.get(id);
        if (known === undefined) throw new Error('gone');
        return known;
      };
      return { id, values, look };
    };

    test('of two people who click on one draft one orders it, and its workflow is started once', async () => {
      const { id, look } = await told();
      const shown = draft(await look(), 'follow-up');
      const outcomes = await Promise.all(['U0OLIVIA', 'U0ADA'].map((by) => world().correspondence.order(id, shown, by)));
      expect(outcomes.toSorted()).toEqual(['already ordered', 'ordered']);
      expect(await pending()).toEqual([`start ${id}/follow-up/1`]);
      expect(await world().correspondence.get(id, 'follow-up', 1)).toMatchObject(shown);
      await world().correspondence.trouble(id, 'follow-up', 1, 'The mail server does not answer.', true);
      expect((await look()).letters).toMatchObject([
        { kind: 'follow-up', number: 1, trouble: 'The mail server does not answer.' },
      ]);
      await world().correspondence.sent(id, 'follow-up', 1);
      await world().correspondence.sent(id, 'follow-up', 1);
      const [letter] = (await look()).letters;
      expect(letter).toMatchObject({ sentAt: world().clock.now() });
      expect(letter?.trouble).toBeUndefined();
    });

    test('a correction carries the values of its draft, and makes them what Acrobits knows', async () => {
      const { id, values, look } = await told();
      const corrected = { ...values, coreHost: 'core2.northwind.example' };
      const old = draft(await look(), 'correction');
      await world().register.correct(id, corrected, 'U0OLIVIA');
      expect(await world().correspondence.order(id, old, 'U0OLIVIA')).toBe('changed');
      expect(await world().correspondence.order(id, draft(await look(), 'correction'), 'U0OLIVIA')).toBe('ordered');
      await world().correspondence.telling(id, 'correction', 1);
      expect((await look()).told?.values).toMatchObject({ coreHost: 'core2.northwind.example', clientId: values.clientId });
      expect(await world().correspondence.get(id, 'withdrawal', 1)).toBeUndefined();
    });

    test('an approval wakes the letters that wait for it', async () => {
      const { id, values, look } = await told();
      await world().register.correct(id, { ...values, coreHost: 'core2.northwind.example' }, 'U0OLIVIA');
      await world().correspondence.order(id, draft(await look(), 'correction'), 'U0OLIVIA');
      await world().approvals.ask(id, 'a'.repeat(16), { quorum: 1, within: 1000 });
      await settleAll();
      await world().approvals.say(id, 'a'.repeat(16), { says: 'yes', by: 'U0ADAM' });
      expect(await pending()).toEqual([`nudge ${id}`, `nudge ${id}/correction/1`]);
    });
  });
}
