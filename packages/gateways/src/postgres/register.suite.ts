import {
  type Clock,
  type Dispatches,
  domainRun,
  type EnablementRequest,
  type Links,
  minutes,
  type Register,
  Secret,
  type Vault,
} from '@enablement/core';
import { beforeEach, describe, expect, test } from 'vitest';

export interface RegisterWorld {
  readonly register: Register;
  readonly links: Links;
  readonly vault: Vault;
  readonly dispatches: Dispatches;
  /** Moves the clock that register and links read. */
  advance(ms: number): void;
  readonly clock: Clock;
}

/** What the register and its links promise, for every adapter alike. */
export function registerSuite(name: string, make: () => Promise<RegisterWorld>): void {
  describe(`the register ${name}`, () => {
    let world: RegisterWorld;
    beforeEach(async () => {
      world = await make();
    });

    const request = (change: Partial<EnablementRequest> = {}): EnablementRequest => ({
      cspCompany: 'Northwind Telecom',
      contactName: 'Alex Example',
      contactEmail: 'ops@northwind.example',
      contactPhone: undefined,
      portalUrl: 'https://portal.northwind.example',
      coreHost: 'core1.northwind.example',
      clientId: 'acrobits-softphone',
      domains: ['acme.example', 'globex.example'],
      ...change,
    });
    const ask = async (change: Partial<EnablementRequest> = {}, form = 'V1') =>
      (await world.register.request(request(change), 'U0OLIVIA', 'C0OPS', form)).id;
    const pending = async () => (await world.dispatches.pending()).map(({ kind, key }) => `${kind} ${key}`);
    const settleAll = async () => {
      for (const { id } of await world.dispatches.pending()) await world.dispatches.settle(id);
    };
    const answer = { cloudId: 'NSACME', messagingHost: 'api-us.messaging.acrobits.example' };
    const expires = () => new Date(world.clock.now().getTime() + minutes(15));
    const link = (id: string, domain?: string) =>
      world.links.issue({
        owner: { enablement: id, domain },
        field: domain === undefined ? 'client secret' : 'Office Manager password',
        person: 'U0OLIVIA',
        expires: expires(),
      });

    test('a request is kept whole, and its workflow is to be started', async () => {
      const id = await ask();
      const { domains, ...prerequisites } = request();
      expect(await world.register.get(id)).toMatchObject({
        id,
        status: 'running',
        prerequisites,
        requestedBy: 'U0OLIVIA',
        steps: [],
      });
      expect((await world.register.get(id))?.domains.map(({ domain, status }) => [domain, status])).toEqual(
        domains.map((domain) => [domain, 'wanted']),
      );
      expect(await pending()).toEqual([`start ${id}`]);
    });

    test('a form submitted twice is one request', async () => {
      const id = await ask();
      expect(await world.register.request(request(), 'U0OLIVIA', 'C0OPS', 'V1')).toEqual({ outcome: 'already asked', id });
      expect(await world.register.list()).toHaveLength(1);
    });

    test('a form submitted twice at once is one request', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 5 }, () => world.register.request(request(), 'U0OLIVIA', 'C0OPS', 'V1')),
      );
      expect(outcomes.filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
      expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
    });

    test('the same environment is enabled once at a time; after a cancellation it may be asked for again', async () => {
      const id = await ask();
      expect(await world.register.request(request({ cspCompany: 'Other' }), 'U0ADAM', 'C0OPS', 'V2')).toEqual({
        outcome: 'running',
        id,
      });
      expect(await world.register.cancel(id, 'U0OLIVIA')).toBe(true);
      expect(await world.register.cancel(id, 'U0OLIVIA')).toBe(false);
      expect(await world.register.request(request(), 'U0ADAM', 'C0OPS', 'V3')).toMatchObject({ outcome: 'created' });
      expect((await world.register.list({ status: 'running' })).map((known) => known.requestedBy)).toEqual(['U0ADAM']);
      expect(await world.register.list()).toHaveLength(2);
    });

    test('a step keeps its clock while its status stays', async () => {
      const id = await ask();
      await world.register.note(id, 'Acrobits answered', { status: 'waiting', detail: 'Acrobits' });
      const since = world.clock.now();
      world.advance(60_000);
      await world.register.note(id, 'Acrobits answered', { status: 'waiting', detail: 'Acrobits' });
      expect((await world.register.get(id))?.steps).toEqual([
        { name: 'Acrobits answered', status: 'waiting', detail: 'Acrobits', todo: undefined, since },
      ]);
      await world.register.note(id, 'Acrobits answered', { status: 'done', detail: 'values returned' });
      expect((await world.register.get(id))?.steps[0]?.since).toEqual(world.clock.now());
    });

    test('every change makes the version grow', async () => {
      const id = await ask();
      const versions = [];
      for (const act of [
        () => world.register.note(id, 'Prerequisites gathered', { status: 'done' }),
        () => world.register.want(id, ['initech.example'], 'U0OLIVIA'),
        () => world.register.settleDomain(id, 'acme.example', { status: 'running' }),
        () => world.register.nudge(id, 'U0OLIVIA', 'try again'),
      ]) {
        await act();
        versions.push((await world.register.get(id))?.version ?? 0);
      }
      expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    });

    test('values can be corrected until Acrobits is contacted', async () => {
      const id = await ask();
      const { domains: _, ...corrected } = request({ coreHost: 'core2.northwind.example' });
      expect(await world.register.correct(id, corrected, 'U0OLIVIA')).toBe(true);
      expect((await world.register.get(id))?.prerequisites.coreHost).toBe('core2.northwind.example');
      expect(await pending()).toContain(`nudge ${id}`);
      await world.register.note(id, 'Acrobits contacted', { status: 'running' });
      expect(await world.register.correct(id, corrected, 'U0OLIVIA')).toBe(false);
    });

    test('enabling starts the workflow of each wanted domain once; later domains start at once', async () => {
      const id = await ask();
      await settleAll();
      expect(await world.register.want(id, ['initech.example', 'acme.example'], 'U0OLIVIA')).toEqual({
        added: ['initech.example'],
        already: ['acme.example'],
      });
      expect(await pending()).toEqual([]);
      await world.register.enable(id, answer);
      await world.register.enable(id, answer);
      expect(await pending()).toEqual([`start ${id}/acme.example`, `start ${id}/globex.example`, `start ${id}/initech.example`]);
      await world.register.want(id, ['umbrella.example'], 'U0OLIVIA');
      expect((await pending()).at(-1)).toBe(`start ${id}/umbrella.example`);
      expect(await world.register.get(id)).toMatchObject({ status: 'enabled', answer });
    });

    test('a cloudId has one holder', async () => {
      const id = await ask();
      const other = await ask({ portalUrl: 'https://portal.globex.example', cspCompany: 'Globex Voice' }, 'V2');
      await world.register.enable(id, answer);
      expect(await world.register.holderOfCloudId('NSACME', other)).toBe('Northwind Telecom');
      expect(await world.register.holderOfCloudId('NSACME', id)).toBeUndefined();
      expect(await world.register.holderOfCloudId('NSOTHER', other)).toBeUndefined();
    });

    test('what Acrobits returns is kept apart until it is stored, its key in the vault, and wakes the run', async () => {
      const id = await ask();
      await settleAll();
      expect(await world.register.answered(id)).toBeUndefined();
      expect(await world.register.answer(id, answer, new Secret('mock-cloud-api-key'))).toBe(true);
      expect(await world.register.answer(id, { ...answer, cloudId: 'NSOTHER' }, new Secret('another'))).toBe(false);
      expect(await world.register.answered(id)).toEqual(answer);
      expect((await world.register.get(id))?.answer).toBeUndefined();
      expect((await world.vault.open({ owner: id, field: 'API key' }))?.reveal()).toBe('mock-cloud-api-key');
      expect(await pending()).toEqual([`nudge ${id}`]);
    });

    test('a one-time link is looked at as often as one likes, and used once', async () => {
      const id = await ask();
      await settleAll();
      const { token, code } = await link(id);
      for (let look = 0; look < 10; look++)
        expect(await world.links.look(token)).toMatchObject({
          owner: { enablement: id },
          field: 'client secret',
          person: 'U0OLIVIA',
        });
      expect(await world.links.accept(token, code, new Secret('the secret'))).toMatchObject({
        outcome: 'accepted',
        fingerprint: expect.stringMatching(/^[0-9a-f]{4}$/),
      });
      expect(await world.links.accept(token, code, new Secret('another'))).toEqual({ outcome: 'used' });
      expect((await world.vault.open({ owner: id, field: 'client secret' }))?.reveal()).toBe('the secret');
      expect(await pending()).toEqual([`nudge ${id}`]);
    });

    test('of many submissions at once one is accepted', async () => {
      const id = await ask();
      const { token, code } = await link(id);
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, n) => world.links.accept(token, code, new Secret(`secret ${n}`))),
      );
      expect(outcomes.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
    });

    test('a link that is late, unknown or replaced by a newer one keeps nothing', async () => {
      const id = await ask();
      const first = await link(id);
      const second = await link(id);
      expect(await world.links.accept(first.token, first.code, new Secret('x'))).toEqual({ outcome: 'unknown' });
      expect(await world.links.accept(new Secret('A'.repeat(43)), '123456', new Secret('x'))).toEqual({ outcome: 'unknown' });
      world.advance(minutes(15));
      expect(await world.links.accept(second.token, second.code, new Secret('x'))).toEqual({ outcome: 'expired' });
      expect(await world.vault.open({ owner: id, field: 'client secret' })).toBeUndefined();
    });

    test('another person, who has the link and not the code, is locked out after five tries, and so is the link', async () => {
      const id = await ask();
      const { token, code } = await link(id);
      const wrong = code === '000000' ? '000001' : '000000';
      const tries = [];
      for (let n = 0; n < 6; n++) tries.push(await world.links.accept(token, wrong, new Secret('x')));
      expect(tries.map((tried) => ('left' in tried ? `${tried.outcome}, ${tried.left} left` : tried.outcome))).toEqual([
        'wrong code, 4 left',
        'wrong code, 3 left',
        'wrong code, 2 left',
        'wrong code, 1 left',
        'locked',
        'locked',
      ]);
      expect(await world.links.accept(token, code, new Secret('x'))).toEqual({ outcome: 'locked' });
      expect(await world.vault.open({ owner: id, field: 'client secret' })).toBeUndefined();
    });

    test('who asks answers for the run, who adds a domain for that; only what asks for it is taken over, and it is woken', async () => {
      const id = await ask();
      await world.register.want(id, ['initech.example'], 'U0ADAM');
      await world.register.enable(id, answer);
      await world.register.settleDomain(id, 'acme.example', { status: 'synchronized', outcome: 'created' });
      await settleAll();
      const answering = async () => {
        const known = await world.register.get(id);
        return [known?.responsible, ...(known?.domains.map(({ wantedBy }) => wantedBy) ?? [])];
      };
      expect(await answering()).toEqual(['U0OLIVIA', 'U0OLIVIA', 'U0OLIVIA', 'U0ADAM']);
      expect(await world.register.takeOver(id, 'U0ADA')).toBe(false);
      const note = { status: 'problem', detail: 'has left', todo: 'Take over', asks: 'take over' } as const;
      await world.register.note(domainRun(id, 'globex.example'), 'Domain provisioned at Acrobits', note);
      expect((await world.register.get(id))?.domains[1]?.steps).toMatchObject([{ asks: 'take over' }]);
      const both = await Promise.all(['U0ADA', 'U0ADA'].map((by) => world.register.takeOver(id, by)));
      expect(both.toSorted()).toEqual([false, true]);
      expect(await answering()).toEqual(['U0ADA', 'U0OLIVIA', 'U0ADA', 'U0ADA']);
      expect((await pending()).filter((one) => one.includes('globex'))).toEqual([`nudge ${id}/globex.example`]);
      expect(await world.register.takeOver(id, 'U0OLIVIA')).toBe(false);
      expect((await world.register.get(id))?.requestedBy).toBe('U0OLIVIA');
    });

    test('Office Manager credentials go to their domain, and wake its run once there is one', async () => {
      const id = await ask();
      await settleAll();
      const early = await link(id, 'acme.example');
      await world.links.accept(early.token, early.code, new Secret('mock-password'), 'integration-office-manager');
      expect(await pending()).toEqual([]);
      expect((await world.register.get(id))?.domains[0]).toMatchObject({
        officeManagerLogin: 'integration-office-manager',
        passwordFingerprint: expect.any(String),
      });
      await world.register.enable(id, answer);
      await settleAll();
      const { token, code } = await link(id, 'globex.example');
      await world.links.accept(token, code, new Secret('mock-password'), 'integration-office-manager');
      expect(await pending()).toEqual([`nudge ${id}/globex.example`]);
    });

    test('nobody takes a secret that nobody wants any more', async () => {
      const id = await ask();
      const { token, code } = await link(id, 'acme.example');
      await world.register.enable(id, answer);
      await world.register.settleDomain(id, 'acme.example', { status: 'synchronized', outcome: 'created' });
      expect(await world.links.accept(token, code, new Secret('x'))).toEqual({ outcome: 'not wanted' });
    });

    test('a new password for a domain that is done begins its next round, once, and in the name of who entered it', async () => {
      const id = await ask();
      await world.register.enable(id, answer);
      const run = domainRun(id, 'acme.example');
      await world.register.note(run, 'Domain provisioned at Acrobits', { status: 'done' });
      await world.register.settleDomain(id, 'acme.example', { status: 'synchronized', outcome: 'created' });
      await settleAll();
      const owner = { enablement: id, domain: 'acme.example' };
      const renewal = { owner, field: 'Office Manager password', renewal: true } as const;
      const { token, code } = await world.links.issue({ ...renewal, person: 'U0ADA', expires: expires() });
      expect(await world.links.look(token)).toMatchObject({ renewal: true });
      expect(await world.links.accept(token, code, new Secret('new'), 'manager')).toMatchObject({ outcome: 'accepted' });
      expect(await world.links.accept(token, code, new Secret('new'))).toEqual({ outcome: 'used' });
      expect(await pending()).toEqual([`start ${run}/2`]);
      const [acme, globex] = (await world.register.get(id))?.domains ?? [];
      expect(acme).toMatchObject({ status: 'wanted', outcome: undefined, wantedBy: 'U0ADA', round: 2, steps: [] });
      expect(globex).toMatchObject({ wantedBy: 'U0OLIVIA', round: 1 });
      // Its steps and its vault are where they were; only the engine knows the new run by another key.
      await world.register.note(run, 'Office Manager credentials received', { status: 'done' });
      await world.register.nudge(run, 'U0ADA', 'again');
      expect(await pending()).toEqual([`start ${run}/2`, `nudge ${run}/2`]);
      expect((await world.register.get(id))?.domains[0]?.steps).toHaveLength(1);
    });

    test('Acrobits’ link comes out the same each time, reveals for one caller, and again only when it is reopened', async () => {
      const id = await ask();
      const [first, second] = [await world.links.acrobits(id, expires()), await world.links.acrobits(id, expires())];
      expect(first.reveal()).toBe(second.reveal());
      expect(first.reveal()).toHaveLength(43);
      expect(await world.links.lookAcrobits(first)).toMatchObject({
        enablement: id,
        revealedAt: undefined,
        answeredAt: undefined,
      });
      const claims = await Promise.all(Array.from({ length: 8 }, () => world.links.claimReveal(first)));
      expect(claims.filter(Boolean)).toHaveLength(1);
      await world.register.answer(id, answer, new Secret('key'));
      expect(await world.links.lookAcrobits(first)).toMatchObject({
        revealedAt: world.clock.now(),
        answeredAt: world.clock.now(),
      });
      await world.links.reopen(id, 'U0OLIVIA');
      expect(await world.links.lookAcrobits(first)).toMatchObject({ revealedAt: undefined, answeredAt: undefined });
      expect(await world.links.claimReveal(first)).toBe(true);
      world.advance(minutes(15));
      await world.links.reopen(id, 'U0OLIVIA');
      expect(await world.links.claimReveal(first)).toBe(false);
      expect(await world.links.lookAcrobits(new Secret('A'.repeat(43)))).toBeUndefined();
    });
  });
}
