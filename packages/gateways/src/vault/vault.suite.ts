import { Secret, type SecretPlace, type Vault } from '@enablement/core';
import { beforeEach, describe, expect, test } from 'vitest';

const place: SecretPlace = { owner: 'acme/acme.example', field: 'Office Manager password' };
const first = new Secret('first-canary-4711');
const second = new Secret('second-canary-0815');

/** What every vault promises, whatever it is made of. */
export function vaultSuite(name: string, make: () => Promise<Vault>): void {
  describe(`a vault (${name})`, () => {
    let vault: Vault;
    beforeEach(async () => {
      vault = await make();
    });

    test('gives back what was kept, and only there', async () => {
      await vault.keep(place, first);
      expect((await vault.open(place))?.reveal()).toBe(first.reveal());
      expect(await vault.open({ ...place, field: 'API key' })).toBeUndefined();
      expect(await vault.open({ ...place, owner: 'acme' })).toBeUndefined();
    });

    test('keeps secrets that are empty, long, or not ASCII', async () => {
      for (const value of ['', 'pässwörd 🔑\n', 'x'.repeat(10_000)]) {
        await vault.keep(place, new Secret(value));
        expect((await vault.open(place))?.reveal()).toBe(value);
      }
    });

    test('replaces when something is kept again', async () => {
      await vault.keep(place, first);
      const kept = await vault.keep(place, second);
      expect((await vault.open(place))?.reveal()).toBe(second.reveal());
      expect(await vault.look(place)).toEqual({ ...kept, destroyed: false });
    });

    test('shows the same four hex digits for the same secret and others for another', async () => {
      const here = await vault.keep(place, first);
      const there = await vault.keep({ owner: 'globex', field: 'API key' }, first);
      const other = await vault.keep(place, second);
      expect(here.fingerprint).toMatch(/^[0-9a-f]{4}$/);
      expect(there).toEqual(here);
      expect(other).not.toEqual(here);
    });

    test('forgets a destroyed secret and keeps its fingerprint', async () => {
      const kept = await vault.keep(place, first);
      await vault.destroy(place);
      await vault.destroy(place);
      expect(await vault.open(place)).toBeUndefined();
      expect(await vault.look(place)).toEqual({ ...kept, destroyed: true });
    });

    test('keeps again after destroying', async () => {
      await vault.keep(place, first);
      await vault.destroy(place);
      const kept = await vault.keep(place, second);
      expect((await vault.open(place))?.reveal()).toBe(second.reveal());
      expect(await vault.look(place)).toEqual({ ...kept, destroyed: false });
    });

    test('knows nothing of a place where nothing was kept', async () => {
      await vault.destroy(place);
      expect(await vault.open(place)).toBeUndefined();
      expect(await vault.look(place)).toBeUndefined();
    });
  });
}
