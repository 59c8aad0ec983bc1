import { domainRun, Secret } from '@enablement/core';
import { describe, expect, test } from 'vitest';
import { ANSWER, inEach, type RegisterWorld, request } from './world.ts';

/** What the register promises about runs and who changes them, for every adapter alike. */
export function registerSuite(name: string, make: () => Promise<RegisterWorld>): void {
  describe(`the register ${name}`, () => {
    const { ask, pending, settleAll, world } = inEach(make);

    test('a request is kept whole, and its workflow is to be started', async () => {
      const id = await ask();
      const { domains, ...prerequisites } = request();
      expect(await world().register.get(id)).toMatchObject({
        id,
        status: 'running',
        prerequisites,
        requestedBy: 'U0OLIVIA',
        steps: [],
      });
      expect((await world().register.get(id))?.domains.map(({ domain, status }) => [domain, status])).toEqual(
        domains.map((domain) => [domain, 'wanted']),
      );
      expect(await pending()).toEqual([`start ${id}`]);
    });

    test('a form submitted twice is one request', async () => {
      const id = await ask();
      expect(await world().register.request(request(), 'U0OLIVIA', 'C0OPS', 'V1')).toEqual({ outcome: 'already asked', id });
      expect(await world().register.list()).toHaveLength(1);
    });

    test('a form submitted twice at once is one request', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 5 }, () => world().register.request(request(), 'U0OLIVIA', 'C0OPS', 'V1')),
      );
      expect(outcomes.filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
      expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
    });

    test('the same environment is enabled once at a time; after a cancellation it may be asked for again', async () => {
      const id = await ask();
      expect(await world().register.request(request({ cspCompany: 'Other' }), 'U0ADAM', 'C0OPS', 'V2')).toEqual({
        outcome: 'running',
        id,
      });
      expect(await world().register.cancel(id, 'U0OLIVIA')).toBe(true);
      expect(await world().register.cancel(id, 'U0OLIVIA')).toBe(false);
      expect(await world().register.request(request(), 'U0ADAM', 'C0OPS', 'V3')).toMatchObject({ outcome: 'created' });
      expect((await world().register.list({ status: 'running' })).map((known) => known.requestedBy)).toEqual(['U0ADAM']);
      expect(await world().register.list()).toHaveLength(2);
    });

    test('the run of a domain reads its own part, and the rest of the environment as it is', async () => {
      const id = await ask();
      await world().register.want(id, ['initech.example'], 'U0OLIVIA');
      await world().register.note(id, 'Acrobits answered', { status: 'done' });
      for (const domain of ['acme.example', 'initech.example'])
        await world().register.note(`${id}/${domain}`, 'Office Manager credentials received', {
          status: 'waiting',
          detail: domain,
        });
      const whole = await world().register.get(id);
      const part = await world().register.get(id, 'initech.example');
      expect(part).toEqual({ ...whole, domains: whole?.domains.filter(({ domain }) => domain === 'initech.example') });
      expect(part?.domains[0]?.steps).toHaveLength(1);
    });

    test('a step keeps its clock while its status stays', async () => {
      const id = await ask();
      await world().register.note(id, 'Acrobits answered', { status: 'waiting', detail: 'Acrobits' });
      const since = world().clock.now();
      world().advance(60_000);
      await world().register.note(id, 'Acrobits answered', { status: 'waiting', detail: 'Acrobits' });
      expect((await world().register.get(id))?.steps).toEqual([
        { name: 'Acrobits answered', status: 'waiting', detail: 'Acrobits', todo: undefined, since },
      ]);
      await world().register.note(id, 'Acrobits answered', { status: 'done', detail: 'values returned' });
      expect((await world().register.get(id))?.steps[0]?.since).toEqual(world().clock.now());
    });

    test('every change makes the version grow', async () => {
      const id = await ask();
      const versions = [];
      for (const act of [
        () => world().register.note(id, 'Prerequisites gathered', { status: 'done' }),
        () => world().register.want(id, ['initech.example'], 'U0OLIVIA'),
        () => world().register.settleDomain(id, 'acme.example', { status: 'running' }),
        () => world().register.nudge(id, 'U0OLIVIA', 'try again'),
      ]) {
        await act();
        versions.push((await world().register.get(id))?.version ?? 0);
      }
      expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    });

    test('values can be corrected until the run is cancelled, but not to a portal that another one has', async () => {
      const id = await ask();
      await ask({ portalUrl: 'https://portal.globex.example' }, 'V2');
      const { domains: _, ...corrected } = request({ coreHost: 'core2.northwind.example' });
      expect(await world().register.correct(id, corrected, 'U0ADA')).toBe('corrected');
      expect(await world().register.get(id)).toMatchObject({
        prerequisites: { coreHost: 'core2.northwind.example' },
        valuesBy: 'U0ADA',
      });
      expect(await pending()).toContain(`nudge ${id}`);
      const taken = { ...corrected, portalUrl: 'https://portal.globex.example' };
      expect(await world().register.correct(id, taken, 'U0ADA')).toBe('taken');
      await world().register.cancel(id, 'U0OLIVIA');
      expect(await world().register.correct(id, corrected, 'U0ADA')).toBe('too late');
    });

    test('what Acrobits is told is noted once, and not if it has changed meanwhile', async () => {
      const id = await ask();
      const { domains: _, ...values } = request();
      expect(await world().register.tell(id, { ...values, coreHost: 'old.northwind.example' })).toBe(false);
      expect((await world().register.get(id))?.told).toBeUndefined();
      expect(await world().register.tell(id, values)).toBe(true);
      await world().register.correct(id, { ...values, coreHost: 'core2.northwind.example' }, 'U0OLIVIA');
      expect(await world().register.tell(id, values)).toBe(true);
      expect((await world().register.get(id))?.told).toMatchObject({
        values: { coreHost: 'core1.northwind.example' },
        at: world().clock.now(),
      });
    });

    test('a plan is kept with what it is about', async () => {
      const id = await ask();
      const plan = {
        to: 'contact@acrobits.example',
        sends: [{ name: 'a', value: 'b' }],
        checks: [],
        domains: [],
        fingerprint: '0'.repeat(16),
      };
      await world().register.plan(id, plan);
      await world().register.plan(domainRun(id, 'globex.example'), { ...plan, to: 'elsewhere' });
      const known = await world().register.get(id);
      expect(known?.plan).toEqual(plan);
      expect(known?.domains.map((domain) => domain.plan?.to)).toEqual([undefined, 'elsewhere']);
    });

    test('how many domains wait for their subscriptions is known, and when some were last seen', async () => {
      const id = await ask();
      await world().register.enable(id, ANSWER);
      expect(await world().register.subscriptionsUnderWay(id)).toEqual({ waiting: 0 });
      for (const domain of ['acme.example', 'globex.example'])
        await world().register.settleDomain(id, domain, { status: 'running', outcome: 'created' });
      expect(await world().register.subscriptionsUnderWay(id)).toEqual({ waiting: 2 });
      await world().register.note(`${id}/acme.example`, 'Both subscriptions seen in NetSapiens', { status: 'done' });
      await world().register.settleDomain(id, 'acme.example', { status: 'synchronized' });
      expect(await world().register.subscriptionsUnderWay(id)).toEqual({ waiting: 1, lastSeen: expect.any(Date) });
    });

    test('skipped domains end; what an earlier run of the portal provisioned is remembered', async () => {
      const id = await ask();
      await world().register.enable(id, ANSWER);
      await world().register.settleDomain(id, 'acme.example', { status: 'synchronized', outcome: 'created' });
      await settleAll();
      expect(await world().register.skip(id, ['acme.example', 'globex.example'], 'U0OLIVIA')).toEqual(['globex.example']);
      expect(await pending()).toEqual([`nudge ${id}/globex.example`]);
      await world().register.settleDomain(id, 'globex.example', { status: 'running', outcome: 'created' });
      const known = await world().register.get(id);
      expect(known?.domains.map(({ status, outcome }) => [status, outcome])).toEqual([
        ['synchronized', 'created'],
        ['cancelled', 'created'],
      ]);
      expect((await world().register.provisionedEarlier(request().portalUrl, 'another')).toSorted()).toEqual([
        'acme.example',
        'globex.example',
      ]);
      await settleAll();
      expect((await world().register.want(id, ['globex.example'], 'U0ADA')).added).toEqual(['globex.example']);
      expect(await pending()).toEqual([`start ${id}/globex.example/2`]);
    });

    test('what Acrobits returned can be corrected, not to a cloudId that another environment has', async () => {
      const id = await ask();
      expect(await world().register.correctAnswer(id, ANSWER, 'U0ADA')).toBe('too late');
      await world().register.answer(id, { ...ANSWER, cloudId: 'NSACNE' }, new Secret('key'));
      await world().register.enable(id, { ...ANSWER, cloudId: 'NSACNE' });
      const other = await ask({ portalUrl: 'https://portal.globex.example' }, 'V2');
      await world().register.enable(other, { ...ANSWER, cloudId: 'NSGLOBEX' });
      expect(await world().register.correctAnswer(id, { ...ANSWER, cloudId: 'NSGLOBEX' }, 'U0ADA')).toBe('taken');
      await settleAll();
      expect(await world().register.correctAnswer(id, ANSWER, 'U0ADA')).toBe('corrected');
      expect((await world().register.get(id))?.answer).toEqual(ANSWER);
      expect(await pending()).toContain(`nudge ${id}/acme.example`);
    });

    test('snoozed is snoozed until then, by whom', async () => {
      const id = await ask();
      const until = new Date('2026-03-09T09:00:00Z');
      expect(await world().register.snooze(id, until, 'U0ADA')).toBe(true);
      expect((await world().register.get(id))?.snoozed).toEqual({ until, by: 'U0ADA' });
      await world().register.cancel(id, 'U0ADA');
      expect(await world().register.snooze(id, until, 'U0ADA')).toBe(false);
    });

    test('who asks answers for the run, who adds a domain for that; only what asks for it is taken over, and it is woken', async () => {
      const id = await ask();
      await world().register.want(id, ['initech.example'], 'U0ADAM');
      await world().register.enable(id, ANSWER);
      await world().register.settleDomain(id, 'acme.example', { status: 'synchronized', outcome: 'created' });
      await settleAll();
      const answering = async () => {
        const known = await world().register.get(id);
        return [known?.responsible, ...(known?.domains.map(({ wantedBy }) => wantedBy) ?? [])];
      };
      expect(await answering()).toEqual(['U0OLIVIA', 'U0OLIVIA', 'U0OLIVIA', 'U0ADAM']);
      expect(await world().register.takeOver(id, 'U0ADA')).toBe(false);
      const note = { status: 'problem', detail: 'has left', todo: 'Take over', asks: 'take over' } as const;
      await world().register.note(domainRun(id, 'globex.example'), 'Domain provisioned at Acrobits', note);
      expect((await world().register.get(id))?.domains[1]?.steps).toMatchObject([{ asks: 'take over' }]);
      const both = await Promise.all(['U0ADA', 'U0ADA'].map((by) => world().register.takeOver(id, by)));
      expect(both.toSorted()).toEqual([false, true]);
      expect(await answering()).toEqual(['U0ADA', 'U0OLIVIA', 'U0ADA', 'U0ADA']);
      expect((await pending()).filter((one) => one.includes('globex'))).toEqual([`nudge ${id}/globex.example`]);
      expect(await world().register.takeOver(id, 'U0OLIVIA')).toBe(false);
      expect((await world().register.get(id))?.requestedBy).toBe('U0OLIVIA');
    });

    test('while it is tried again, it can be taken over all the same', async () => {
      const id = await ask();
      const note = { status: 'problem', detail: 'has left', todo: 'Take over', asks: 'take over' } as const;
      await world().register.note(id, 'Acrobits contacted', note);
      await world().register.note(id, 'Acrobits contacted', { status: 'running' });
      expect(await world().register.takeOver(id, 'U0ADA')).toBe(true);
      expect(await world().register.takeOver(id, 'U0ADA')).toBe(false);
      await world().register.note(id, 'Acrobits contacted', { status: 'done' });
      expect((await world().register.get(id))?.steps).toMatchObject([{ asks: undefined }]);
    });
  });
}
