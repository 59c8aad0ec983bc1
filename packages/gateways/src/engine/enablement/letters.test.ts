import { correctionDue, days, draft, hours, lettersDue, NO_APPROVAL, type Standing, Unreachable } from '@enablement/core';
import { expect, test } from 'vitest';
import { begin } from './begin.ts';

async function contacted(options: Parameters<typeof begin>[0] = {}) {
  const run = await begin(options);
  await run.enter('client secret', 'mock-client-secret');
  const order = async (kind: Parameters<typeof draft>[1], by = 'U0OLIVIA') => {
    const outcome = await run.world.correspondence.order(run.id, draft(await run.look(), kind), by);
    await run.pass();
    return outcome;
  };
  const correct = async (change: object) => {
    const { prerequisites } = await run.look();
    const outcome = await run.world.register.correct(run.id, { ...prerequisites, ...change }, 'U0OLIVIA');
    await run.pass();
    return outcome;
  };
  return { ...run, order, correct };
}

test('a follow-up is drafted while Acrobits is waited for, sent on a click, and once for two clicks on one draft', async () => {
  const { world, id, look, pass } = await contacted();
  expect(lettersDue(await look())).toEqual(['follow-up']);
  const shown = draft(await look(), 'follow-up');
  const clicks = await Promise.all(['U0OLIVIA', 'U0ADA'].map((by) => world.correspondence.order(id, shown, by)));
  expect(clicks.toSorted()).toEqual(['already ordered', 'ordered']);
  await pass();
  expect(world.letters.map(({ subject }) => subject)).toEqual([
    'Cloud Softphone for Northwind Telecom: technical prerequisites',
    'Reminder: Cloud Softphone for Northwind Telecom',
  ]);
  expect(world.letters[1]).toMatchObject({ inReplyTo: world.letters[0]?.id, to: 'contact@acrobits.example' });
  expect((await look()).letters).toMatchObject([{ kind: 'follow-up', number: 1, sentAt: expect.any(Date) }]);
});

test('whoever is asked again finds the page open again, behind the link of the first letter', async () => {
  const { world, id, look, order, pass, engine } = await contacted();
  await pass(days(31));
  const token = await world.links.acrobits(id, new Date((await look()).requestedAt.getTime() + days(30)));
  expect((await world.links.lookAcrobits(token))?.expires.getTime()).toBeLessThan(engine.clock.now().getTime());
  await order('follow-up');
  expect((await world.links.lookAcrobits(token))?.expires).toEqual(new Date(engine.clock.now().getTime() + days(30)));
});

test('the next follow-up is another letter', async () => {
  const { world, order } = await contacted();
  await order('follow-up');
  await order('follow-up');
  expect(new Set(world.letters.map(({ id }) => id)).size).toBe(3);
});

test('a value that is corrected after Acrobits was told goes to them in a letter that says what changed', async () => {
  const { world, look, correct, order } = await contacted();
  expect(await correct({ coreHost: 'core2.northwind.example', contactPhone: '+1 555 123 0100' })).toBe('corrected');
  expect(correctionDue(await look())).toBe(true);
  expect((await look()).told?.values.coreHost).toBe('core1.northwind.example');
  expect(await order('correction')).toBe('ordered');
  const letter = world.letters.at(-1)?.text;
  expect(letter).toContain('Primary core hostname: core2.northwind.example (instead of core1.northwind.example)');
  expect(letter).toContain('CSP contact phone: +1 555 123 0100 (instead of none)');
  expect(letter).not.toContain('OAuth client ID');
  expect(correctionDue(await look())).toBe(false);
  expect((await look()).told?.values.coreHost).toBe('core2.northwind.example');
  expect(lettersDue(await look())).toEqual(['follow-up']);
});

test('a draft that would read otherwise by now is not sent', async () => {
  const { world, id, look, correct } = await contacted();
  await correct({ coreHost: 'core2.northwind.example' });
  const shown = draft(await look(), 'correction');
  await correct({ coreHost: 'core3.northwind.example' });
  expect(await world.correspondence.order(id, shown, 'U0OLIVIA')).toBe('changed');
  expect(world.letters).toHaveLength(1);
});

test('a corrected host that does not resolve is not told to Acrobits', async () => {
  const { world, look, correct, order } = await contacted();
  await correct({ coreHost: 'core2.northwind.example' });
  world.vendors.network.resolve = async () => ({ resolved: 'nothing' });
  await order('correction');
  expect(world.letters).toHaveLength(1);
  expect((await look()).letters).toMatchObject([{ kind: 'correction', trouble: expect.stringContaining('does not resolve') }]);
});

test('corrected values need an approval of their own where the policy wants that', async () => {
  const policy = { approval: { ...NO_APPROVAL, contact: true } };
  const { world, id, look, correct, order, pass } = await contacted({ policy });
  world.vendors.people.standing = async (person): Promise<Standing> => ({
    is: 'member',
    roles: [person === 'U0ADAM' ? 'approver' : 'operator'],
    unsure: false,
  });
  const approve = async () => {
    await world.approvals.say(id, (await look()).approval?.fingerprint ?? '', { says: 'yes', by: 'U0ADAM' });
    await pass();
  };
  await approve();
  expect(world.letters).toHaveLength(1);
  await correct({ coreHost: 'core2.northwind.example' });
  await order('correction');
  expect(world.letters).toHaveLength(1);
  expect((await look()).approval).toMatchObject({ status: 'asked' });
  await approve();
  expect(world.letters.at(-1)?.subject).toMatch(/^Correction/);
});

test('while the mail server is down the card says why the letter has not left, and it leaves by itself', async () => {
  const { world, look, order, pass } = await contacted();
  const { send } = world.vendors.mail;
  world.vendors.mail.send = async () => {
    throw new Unreachable('The mail server does not answer.', 'Check SMTP_URL.');
  };
  await order('follow-up');
  await pass(hours(0.1));
  expect((await look()).letters).toMatchObject([{ trouble: 'The mail server does not answer. Check SMTP_URL.' }]);
  world.vendors.mail.send = send;
  await pass(hours(1));
  expect((await look()).letters).toMatchObject([{ sentAt: expect.any(Date) }]);
  expect((await look()).letters[0]?.trouble).toBeUndefined();
});

test('after a cancellation Acrobits is told on a click, and never by itself', async () => {
  const { world, id, look, order, pass } = await contacted();
  await world.register.cancel(id, 'U0OLIVIA');
  await pass(hours(100));
  expect(world.letters).toHaveLength(1);
  expect(lettersDue(await look())).toEqual(['withdrawal']);
  expect(await order('withdrawal')).toBe('ordered');
  expect(world.letters.at(-1)?.text).toContain('is withdrawn');
  expect(lettersDue(await look())).toEqual([]);
});

test('a crash while a letter leaves does not send it twice', async () => {
  const { world, engine, order, pass } = await contacted();
  await order('follow-up');
  engine.crash();
  await pass();
  expect(world.letters).toHaveLength(2);
  expect(world.audit.all.filter(({ entry }) => entry.action === 'letter to Acrobits sent')).toHaveLength(1);
});
