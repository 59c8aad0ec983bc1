import { type AuditEntry, minutes, Secret } from '@enablement/core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { RegisterWorld } from '../register/world.ts';

/** What is audited of all that register, links and vault do, for every adapter alike. */
export function auditSuite(name: string, make: () => Promise<RegisterWorld>): void {
  describe(`the audit ${name}`, () => {
    let world: RegisterWorld;
    let id: string;
    beforeEach(async () => {
      world = await make();
      const asked = await world.register.request(REQUEST, 'U0OLIVIA', 'C0OPS', 'V1');
      id = asked.id;
    });

    const entries = async (): Promise<readonly AuditEntry[]> => {
      const found: AuditEntry[] = [];
      for await (const { entry } of world.audit.entries([id])) found.push(entry);
      return found;
    };
    const told = async () =>
      (await entries()).map(({ actor, action, outcome, subject }) =>
        [
          actor.id ?? actor.kind,
          action,
          ...(outcome === 'done' ? [] : [outcome]),
          ...(subject.domain ? [subject.domain] : []),
        ].join(', '),
      );
    const expires = () => new Date(world.clock.now().getTime() + minutes(15));

    test('a request is audited once, without the contact’s name, address and number', async () => {
      await world.register.request(REQUEST, 'U0OLIVIA', 'C0OPS', 'V1');
      const [entry, ...more] = await entries();
      expect(more).toEqual([]);
      expect(entry).toMatchObject({
        actor: { kind: 'person', id: 'U0OLIVIA' },
        action: 'enablement requested',
        subject: { enablement: id },
        outcome: 'done',
        details: { cspCompany: 'Northwind Telecom', portalUrl: REQUEST.portalUrl, domains: ['acme.example'] },
      });
      expect(JSON.stringify(entry)).not.toMatch(/Alex|ops@|555/);
    });

    test('people are audited with what they did, and a change with what was before', async () => {
      const { domains: _, ...values } = REQUEST;
      await world.register.correct(id, { ...values, coreHost: 'core2.northwind.example', contactPhone: '+1 555 999' }, 'U0ADAM');
      await world.register.want(id, ['acme.example', 'globex.example', 'initech.example'], 'U0ADAM');
      await world.register.nudge(`${id}/acme.example`, 'U0ADAM', 'asked to try again');
      await world.links.reopen(id, 'U0ADAM');
      await world.register.cancel(id, 'U0OLIVIA');
      expect(await world.register.cancel(id, 'U0OLIVIA')).toBe(false);
      expect((await told()).slice(1)).toEqual([
        'U0ADAM, values corrected',
        'U0ADAM, domain added, globex.example',
        'U0ADAM, domain added, initech.example',
        'U0ADAM, run woken, acme.example',
        'U0ADAM, Acrobits’ page reopened',
        'U0OLIVIA, enablement cancelled',
      ]);
      expect((await entries())[1]?.details).toEqual({
        coreHost: { from: 'core1.northwind.example', to: 'core2.northwind.example' },
        contact: 'changed',
      });
    });

    test('a one-time page is audited from its issue to its secret, which stands there as a fingerprint', async () => {
      const link = { enablement: id, domain: 'acme.example', field: 'Office Manager password', person: 'U0OLIVIA' } as const;
      const { token, code } = await world.links.issue({ ...link, expires: expires() });
      for (let n = 0; n < 3; n++) await world.links.opened(token);
      const wrong = code === '000000' ? '000001' : '000000';
      for (let n = 0; n < 2; n++) await world.links.accept(token, wrong, new Secret('x'));
      await world.links.accept(token, code, new Secret('mock-password'), 'integration-office-manager');
      for (let n = 0; n < 3; n++) await world.links.accept(token, code, new Secret('another'));
      await world.links.opened(new Secret('A'.repeat(43)));
      expect((await told()).slice(1)).toEqual([
        'U0OLIVIA, page issued, acme.example',
        'link holder, page opened, acme.example',
        'link holder, secret entered, refused, acme.example',
        'link holder, secret entered, refused, acme.example',
        'U0OLIVIA, secret entered, acme.example',
        'link holder, secret entered, refused, acme.example',
      ]);
      const details = (await entries()).slice(1).map((entry) => entry.details as Record<string, unknown>);
      expect(new Set(details.map(({ page }) => page)).size).toBe(1);
      expect(details.map(({ why, left }) => [why, left])).toEqual([
        [undefined, undefined],
        [undefined, undefined],
        ['wrong code', 4],
        ['wrong code', 3],
        [undefined, undefined],
        ['used', undefined],
      ]);
      expect(details[4]?.fingerprint).toMatch(/^[0-9a-f]{4}$/);
      expect(JSON.stringify(await entries())).not.toMatch(/mock-password|another/);
      expect(JSON.stringify(await entries())).not.toContain(token.reveal());
    });

    test('Acrobits’ page is audited: opened, revealed, revealed in vain, answered', async () => {
      const token = await world.links.acrobits(id, expires());
      await world.links.openedAcrobits(token);
      await world.links.openedAcrobits(token);
      await world.links.claimReveal(token);
      await world.links.claimReveal(token);
      await world.links.claimReveal(token);
      await world.register.answer(id, ANSWER, new Secret('mock-cloud-api-key'));
      await world.register.answer(id, ANSWER, new Secret('another'));
      expect((await told()).slice(1)).toEqual([
        'Acrobits, Acrobits’ page opened',
        'Acrobits, client secret revealed',
        'Acrobits, client secret revealed, refused',
        'Acrobits, values returned',
      ]);
      expect((await entries()).at(-1)?.details).toEqual({ ...ANSWER, apiKeyFingerprint: expect.stringMatching(/^[0-9a-f]{4}$/) });
    });

    test('what a crash makes happen again is one entry, unless it fails otherwise', async () => {
      const run = `${id}/acme.example`;
      const note = (status: 'running' | 'done' | 'problem', detail: string, occasion?: string) =>
        world.register.note(run, 'Domain provisioned at Acrobits', { status, detail, occasion });
      await note('running', '', '1');
      await note('problem', 'Acrobits refused', '1');
      await note('running', '', '1');
      await note('problem', 'Acrobits refused', '1');
      await note('problem', 'Acrobits refused', '2');
      await note('problem', 'Acrobits did not answer', '2');
      await note('done', 'created (201)', '3');
      await note('done', 'created (201)', '3');
      await note('done', 'already existed (200)', '3');
      await note('done', 'without an occasion it is no end of a step');
      expect(
        (await entries())
          .slice(1)
          .map(({ actor, outcome, details }) => [actor.id, outcome, (details as { detail: string }).detail]),
      ).toEqual([
        ['synchronizeMessaging', 'failed', 'Acrobits refused'],
        ['synchronizeMessaging', 'failed', 'Acrobits refused'],
        ['synchronizeMessaging', 'failed', 'Acrobits did not answer'],
        ['synchronizeMessaging', 'done', 'created (201)'],
      ]);
    });

    test('the outcome of an environment and of each domain is audited when it changes', async () => {
      await world.register.enable(id, ANSWER);
      await world.register.enable(id, ANSWER);
      await world.register.settleDomain(id, 'acme.example', { status: 'running', outcome: 'created' });
      await world.register.settleDomain(id, 'acme.example', { status: 'running', outcome: 'created' });
      await world.register.settleDomain(id, 'acme.example', { status: 'running', outcome: 'already existed' });
      await world.register.settleDomain(id, 'acme.example', { status: 'synchronized' });
      await world.register.settleDomain(id, 'acme.example', { status: 'synchronized' });
      await world.register.remind(id, `${id}/acme.example/remind 1`, 'Please look.');
      await world.register.remind(id, `${id}/acme.example/remind 1`, 'Please look.');
      expect((await told()).slice(1)).toEqual([
        'enableCloudSoftphone, environment enabled',
        'synchronizeMessaging, domain provisioned, acme.example',
        'synchronizeMessaging, domain provisioned, acme.example',
        'synchronizeMessaging, domain synchronized, acme.example',
        'synchronizeMessaging, reminder made',
      ]);
      expect((await entries()).map(({ details }) => (details as { status?: number }).status)).toEqual([
        undefined,
        undefined,
        201,
        200,
        undefined,
        undefined,
      ]);
    });

    test('a secret’s destruction is audited once', async () => {
      const place = { owner: `${id}/acme.example`, field: 'Office Manager password' } as const;
      await world.vault.destroy(place);
      const { fingerprint } = await world.vault.keep(place, new Secret('mock-password'));
      await world.vault.destroy(place);
      await world.vault.destroy(place);
      expect((await told()).slice(1)).toEqual(['synchronizeMessaging, secret destroyed, acme.example']);
      expect((await entries()).at(-1)?.details).toEqual({ field: 'Office Manager password', fingerprint });
    });
  });
}

const REQUEST = {
  cspCompany: 'Northwind Telecom',
  contactName: 'Alex Example',
  contactEmail: 'ops@northwind.example',
  contactPhone: '+1 555 123 0100',
  portalUrl: 'https://portal.northwind.example',
  coreHost: 'core1.northwind.example',
  clientId: 'acrobits-softphone',
  domains: ['acme.example'],
};
const ANSWER = { cloudId: 'NSACME', messagingHost: 'api-us.messaging.acrobits.example' };
