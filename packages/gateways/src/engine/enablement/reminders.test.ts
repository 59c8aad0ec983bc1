import { days, NO_APPROVAL, USUAL_REMINDERS } from '@enablement/core';
import { expect, test } from 'vitest';
import { begin } from './begin.ts';

test('credentials that are waited for a second time are reminded of a second time', async () => {
  const { world, enter, answer, pass } = await begin({ domains: ['acme.example'] });
  await enter('client secret', 'mock-client-secret');
  await answer();
  await pass(days(1));
  world.vendors.platform.prove = async () => ({ proved: false, why: 'wrong password', seen: 'invalid_grant' });
  await enter('Office Manager password', 'wrong-password', 'acme.example');
  await pass(days(1));
  const text = 'acme.example waits for its Office Manager credentials. Press “Enter credentials”.';
  expect(world.register.reminders.map((reminder) => reminder.text)).toEqual([text, text]);
});

test('Acrobits may take days: a week of silence is two reminders, on business days, and then the run goes on', async () => {
  const { world, enter, answer, look, pass } = await begin();
  await enter('client secret', 'mock-client-secret');
  await pass(days(7));
  expect(world.register.reminders.map((reminder) => reminder.text)).toEqual(
    Array(2).fill(expect.stringContaining('has not answered yet')),
  );
  await answer();
  expect((await look()).status).toBe('enabled');
  expect(world.letters).toHaveLength(1);
});

const calendar = { timeZone: 'Europe/Prague', weekend: [6, 7], holidays: ['2026-01-06'] };
const policy = { reminders: { ...USUAL_REMINDERS, calendar } };

test('people are reminded on business days: not on Saturdays and Sundays, and not on a holiday', async () => {
  // The virtual week begins on Monday, 2026-01-05, at 10:00 in Prague; the 6th is a holiday.
  const { world, engine, pass } = await begin({ policy });
  const at: string[] = [];
  for (let day = 0; day < 9; day++) {
    const before = world.register.reminders.length;
    await pass(days(1));
    if (world.register.reminders.length > before) at.push(engine.clock.now().toISOString().slice(0, 10));
  }
  expect(at).toEqual(['2026-01-07', '2026-01-08', '2026-01-09', '2026-01-12', '2026-01-13', '2026-01-14']);
});

test('after three reminders in vain it is told in the open as well, each time', async () => {
  const { world, pass } = await begin();
  await pass(days(2));
  const escalated = () => world.register.reminders.filter(({ whom }) => whom === 'escalation');
  expect(escalated()).toEqual([]);
  await pass(days(1));
  expect(escalated()).toMatchObject([{ text: expect.stringContaining('3 reminders have not helped') }]);
  expect(escalated()[0]?.text).toContain('Northwind Telecom has waited since 2026-01-05');
});

test('snoozed, nobody is reminded before the time is over; then it goes on', async () => {
  const { world, id, engine, pass } = await begin();
  await world.register.snooze(id, new Date(engine.clock.now().getTime() + days(4)), 'U0OLIVIA');
  await pass(days(3.9));
  expect(world.register.reminders).toEqual([]);
  await pass(days(0.2));
  expect(world.register.reminders).toHaveLength(1);
});

test('approvers are told at once, and reminded, and not who asked', async () => {
  const { world, enter, pass } = await begin({ policy: { approval: { ...NO_APPROVAL, contact: true } } });
  await enter('client secret', 'mock-client-secret');
  const told = { whom: 'approvers', text: expect.stringContaining('“Approve” or “Reject”') };
  expect(world.register.reminders).toMatchObject([told]);
  await pass(days(1));
  expect(world.register.reminders).toMatchObject([told, told]);
});

test('an operator is reminded of a problem, and it is tried again', async () => {
  const { world, enter, pass } = await begin();
  world.vendors.platform.portal = async () => ({ answer: 'not an API host', seen: 'an HTML page' });
  await enter('client secret', 'mock-client-secret');
  await pass(days(2));
  expect(world.register.reminders.map(({ text }) => text)).toEqual(Array(2).fill(expect.stringContaining('an HTML page')));
});

test('being woken for another reason does not put off a reminder', async () => {
  const { world, id, pass } = await begin();
  await pass(days(0.9));
  await world.register.nudge(id, 'U0OLIVIA', 'asked to try again');
  await pass(days(0.2));
  expect(world.register.reminders).toHaveLength(1);
});
