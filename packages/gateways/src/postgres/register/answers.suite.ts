import { Secret } from '@enablement/core';
import { describe, expect, test } from 'vitest';
import { ANSWER, inEach, type RegisterWorld } from './world.ts';

/** What becomes of Acrobits’ values, for every adapter alike. */
export function answersSuite(name: string, make: () => Promise<RegisterWorld>): void {
  describe(`what Acrobits returns, ${name}`, () => {
    const { ask, pending, settleAll, world } = inEach(make);

    test('enabling starts the workflow of each wanted domain once; later domains start at once', async () => {
      const id = await ask();
      await settleAll();
      expect(await world().register.want(id, ['initech.example', 'acme.example'], 'U0OLIVIA')).toEqual({
        added: ['initech.example'],
        already: ['acme.example'],
      });
      expect(await pending()).toEqual([]);
      await world().register.enable(id, ANSWER);
      await world().register.enable(id, ANSWER);
      expect(await pending()).toEqual([`start ${id}/acme.example`, `start ${id}/globex.example`, `start ${id}/initech.example`]);
      await world().register.want(id, ['umbrella.example'], 'U0OLIVIA');
      expect((await pending()).at(-1)).toBe(`start ${id}/umbrella.example`);
      expect(await world().register.get(id)).toMatchObject({ status: 'enabled', answer: ANSWER });
    });

    test('a cloudId has one holder', async () => {
      const id = await ask();
      const other = await ask({ portalUrl: 'https://portal.globex.example', cspCompany: 'Globex Voice' }, 'V2');
      await world().register.enable(id, ANSWER);
      expect(await world().register.holderOfCloudId('NSACME', other)).toEqual({ company: 'Northwind Telecom', team: '' });
      expect(await world().register.holderOfCloudId('NSACME', id)).toBeUndefined();
      expect(await world().register.holderOfCloudId('NSOTHER', other)).toBeUndefined();
    });

    test('what Acrobits returns is kept apart until it is stored, its key in the vault, and wakes the run', async () => {
      const id = await ask();
      await settleAll();
      expect(await world().register.answered(id)).toBeUndefined();
      expect(await world().register.answer(id, ANSWER, new Secret('mock-cloud-api-key'))).toBe(true);
      expect(await world().register.answer(id, { ...ANSWER, cloudId: 'NSOTHER' }, new Secret('another'))).toBe(false);
      expect(await world().register.answered(id)).toEqual(ANSWER);
      expect((await world().register.get(id))?.answer).toBeUndefined();
      expect((await world().vault.open({ owner: id, field: 'API key' }))?.reveal()).toBe('mock-cloud-api-key');
      expect(await pending()).toEqual([`nudge ${id}`]);
    });
  });
}
