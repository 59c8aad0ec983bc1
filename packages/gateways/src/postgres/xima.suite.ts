import {
  type Audit,
  type Clock,
  type Dispatches,
  days,
  type Links,
  minutes,
  type Report,
  Secret,
  type Vault,
  type XimaRegister,
  type XimaSecret,
  type XimaValues,
  ximaPlace,
} from '@enablement/core';
import { beforeEach, describe, expect, test } from 'vitest';

export interface XimaWorld {
  readonly xima: XimaRegister;
  readonly links: Links;
  readonly vault: Vault;
  readonly audit: Audit;
  readonly dispatches: Dispatches;
  readonly clock: Clock;
  advance(ms: number): void;
}

const VALUES: XimaValues = {
  domain: 'acme.example',
  sipProxyServerHost: 'portal.northwind.example',
  sipProxyServerPort: 5060,
  apiUrl: 'https://portal.northwind.example',
  apiClientId: 'xima',
  apiUsername: 'xima@acme.example',
  did: '15551230100',
};
const at = new Date('2026-03-02T09:00:00Z');
const REPORT: Report = {
  kind: 'xima',
  name: 'acme.example',
  startedAt: at,
  endedAt: at,
  findings: [
    {
      target: 'acme.example',
      check: 'xima-api-url',
      title: 'The API answers',
      severity: 'blocking',
      owner: 'CSP',
      status: 'failed',
      expected: 'an API',
      seen: 'a page',
      fix: 'Give another address.',
      at,
    },
  ],
};

/** What the register of checks for Xima promises, for every adapter alike. */
export function ximaSuite(name: string, make: () => Promise<XimaWorld>): void {
  describe(`checks for Xima ${name}`, () => {
    let world: XimaWorld;
    let id: string;
    beforeEach(async () => {
      world = await make();
      id = (await world.xima.request(VALUES, 'U0OLIVIA', 'C0OPS', 'V1', 'T1')).id;
    });

    const status = async () => (await world.xima.get(id))?.status;
    const settled = async () => {
      const pending = await world.dispatches.pending();
      for (const one of pending) await world.dispatches.settle(one.id);
      return pending.map(({ kind, key }) => `${kind} ${key}`);
    };
    const enter = async (field: XimaSecret, secret = 'canary') => {
      const expires = new Date(world.clock.now().getTime() + minutes(15));
      const { token, code } = await world.links.issue({ owner: { xima: id }, field, person: 'U0OLIVIA', expires });
      return world.links.accept(token, code, new Secret(secret));
    };

    test('one is kept for each domain at an address, and its run is to be started', async () => {
      expect(await world.xima.get(id)).toMatchObject({ status: 'waiting', values: VALUES, round: 1, requestedBy: 'U0OLIVIA' });
      expect(await settled()).toEqual([`start ${id}/1`]);
      expect(await world.xima.request(VALUES, 'U0OLIVIA', 'C0OPS', 'V1', 'T1')).toEqual({ outcome: 'already asked', id });
      expect(await world.xima.request(VALUES, 'U0ADA', 'C0OPS', 'V2', 'T1')).toEqual({ outcome: 'known', id });
      const other = await world.xima.request({ ...VALUES, domain: 'globex.example' }, 'U0ADA', 'C0OPS', 'V3', 'T1');
      expect(other.outcome).toBe('created');
      expect((await world.xima.list()).map((one) => one.values.domain).sort()).toEqual(['acme.example', 'globex.example']);
    });

    test('each secret wakes the round that waits, and is shown as a fingerprint', async () => {
      await settled();
      expect(await enter('api_client_secret')).toMatchObject({ outcome: 'accepted' });
      expect(await enter('api_password')).toMatchObject({ outcome: 'accepted' });
      expect(await settled()).toEqual([`nudge ${id}/1`, `nudge ${id}/1`]);
      const check = await world.xima.get(id);
      expect([check?.clientSecretFingerprint, check?.passwordFingerprint]).toEqual([
        expect.stringMatching(/^[0-9a-f]{4}$/),
        expect.stringMatching(/^[0-9a-f]{4}$/),
      ]);
      expect((await world.vault.open(ximaPlace(id, 'api_password')))?.reveal()).toBe('canary');
    });

    test('a secret that is rotated later makes the check again', async () => {
      await enter('api_password');
      expect(await world.xima.begin(id, 1)).toBe(true);
      await world.xima.report(id, 1, REPORT);
      await settled();
      await enter('api_password', 'rotated');
      expect(await settled()).toEqual([`start ${id}/2`]);
      expect(await world.xima.begin(id, 1)).toBe(false);
      expect(await status()).toBe('waiting');
    });

    test('only the round that is on may report, and its report is kept whole', async () => {
      await world.xima.again(id, 'U0ADA');
      await world.xima.report(id, 1, REPORT);
      expect((await world.xima.get(id))?.report).toBeUndefined();
      expect(await world.xima.begin(id, 2)).toBe(true);
      for (let time = 0; time < 2; time++) await world.xima.report(id, 2, REPORT);
      expect(await world.xima.get(id)).toMatchObject({ status: 'checked', report: REPORT });
    });

    test('corrected values begin a new round', async () => {
      await settled();
      expect(await world.xima.correct(id, { ...VALUES, sipProxyServerPort: 5070 }, 'U0ADA')).toBe(true);
      expect((await world.xima.get(id))?.values.sipProxyServerPort).toBe(5070);
      expect(await settled()).toEqual([`start ${id}/2`]);
    });

    test('closed, it takes nothing more, and a run is started that destroys its secrets', async () => {
      await settled();
      const { token } = await world.xima.handOver(id, 'U0OLIVIA', new Date(world.clock.now().getTime() + days(7)));
      expect(await world.xima.close(id, 'U0ADA')).toBe(true);
      expect(await settled()).toEqual([`start ${id}/2`]);
      expect([await world.xima.close(id, 'U0ADA'), await world.xima.again(id, 'U0ADA'), await world.xima.begin(id, 2)]).toEqual([
        false,
        false,
        false,
      ]);
      expect(await enter('api_password')).toEqual({ outcome: 'not wanted' });
      expect(await world.xima.lookHandOver(token)).toBeUndefined();
      expect((await world.xima.request(VALUES, 'U0ADA', 'C0OPS', 'V9', 'T1')).outcome).toBe('created');
    });

    test('its page reveals once, of many who ask at the same time; a new page replaces it', async () => {
      const expires = new Date(world.clock.now().getTime() + days(7));
      const first = await world.xima.handOver(id, 'U0OLIVIA', expires);
      const claims = await Promise.all(Array.from({ length: 8 }, () => world.xima.claimHandOver(first.token, first.code)));
      expect(claims.map(({ outcome }) => outcome).sort()).toEqual(['accept', ...Array(7).fill('used')]);
      expect((await world.xima.get(id))?.handOverRevealedAt).toEqual(world.clock.now());
      const second = await world.xima.handOver(id, 'U0OLIVIA', expires);
      expect(await world.xima.lookHandOver(first.token)).toBeUndefined();
      expect(await world.xima.lookHandOver(second.token)).toEqual({ check: id, expires, revealedAt: undefined, misses: 0 });
      world.advance(days(8));
      expect(await world.xima.claimHandOver(second.token, second.code)).toEqual({ outcome: 'expired' });
    });

    test('five wrong codes lock its page', async () => {
      const page = await world.xima.handOver(id, 'U0OLIVIA', new Date(world.clock.now().getTime() + days(7)));
      const wrong = page.code === '000000' ? '000001' : '000000';
      const tries: string[] = [];
      for (let time = 0; time < 5; time++) tries.push((await world.xima.claimHandOver(page.token, wrong)).outcome);
      expect(tries).toEqual(['wrong code', 'wrong code', 'wrong code', 'wrong code', 'locked']);
      expect(await world.xima.claimHandOver(page.token, page.code)).toEqual({ outcome: 'locked' });
    });

    test('who did what is audited, without a secret', async () => {
      await enter('api_password', 'canary-password');
      await world.xima.begin(id, 1);
      await world.xima.report(id, 1, REPORT);
      const { token, code } = await world.xima.handOver(id, 'U0ADA', new Date(world.clock.now().getTime() + days(7)));
      for (let time = 0; time < 2; time++) await world.xima.openedHandOver(token);
      for (let time = 0; time < 3; time++) await world.xima.claimHandOver(token, code);
      await world.xima.close(id, 'U0ADA');
      const entries = [];
      for await (const { entry } of world.audit.entries()) if (entry.subject.xima === id) entries.push(entry);
      expect(entries.map(({ action, outcome }) => `${action}: ${outcome}`)).toEqual([
        'check for Xima requested: done',
        'page issued: done',
        'secret entered: done',
        'checked for Xima: failed',
        'page for Xima given: done',
        'page for Xima opened: done',
        'secrets for Xima revealed: done',
        'secrets for Xima revealed: refused',
        'check for Xima closed: done',
      ]);
      expect(JSON.stringify(entries)).not.toContain('canary');
      expect(JSON.stringify(entries)).not.toContain(token.reveal());
    });
  });
}
