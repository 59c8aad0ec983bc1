import { days, minutes, stepOf } from '@enablement/core';
import { expect, test } from 'vitest';
import { begin } from './begin.ts';

test('nothing leaves for somebody who lost the right to order it, until somebody who may takes over', async () => {
  const { world, id, look, enter, answer, pass } = await begin({ domains: ['acme.example'] });
  const gone = new Set(['U0OLIVIA']);
  world.vendors.people.standing = async (person) =>
    gone.has(person) ? { is: 'gone' } : { is: 'member', roles: ['operator'], unsure: false };
  await enter('client secret', 'mock-client-secret');
  expect(stepOf((await look()).steps, 'Acrobits contacted')).toMatchObject({ status: 'problem', asks: 'take over' });
  await world.register.nudge(id, 'U0ADA', 'asked to try again');
  await pass(days(3));
  expect(world.letters).toEqual([]);
  expect(await world.register.takeOver(id, 'U0ADA')).toBe(true);
  await pass();
  expect(world.letters).toHaveLength(1);
  await answer();
  gone.add('U0ADA');
  await enter('Office Manager password', 'mock-password', 'acme.example');
  const provisioned = async () => stepOf((await look()).domains[0]?.steps ?? [], 'Domain provisioned at Acrobits');
  expect(await provisioned()).toMatchObject({ status: 'problem', asks: 'take over' });
  expect(await world.register.takeOver(id, 'U0ADAM')).toBe(true);
  await pass();
  expect(await provisioned()).toMatchObject({ status: 'done', detail: 'created (201)', asks: undefined });
});

test('while nobody can tell whether somebody still may, nothing leaves; then it goes on by itself', async () => {
  const { world, look, enter, pass } = await begin();
  const { standing } = world.vendors.people;
  world.vendors.people.standing = async () => ({ is: 'unsure' });
  await enter('client secret', 'mock-client-secret');
  await pass(minutes(2));
  expect(stepOf((await look()).steps, 'Acrobits contacted')).toMatchObject({
    status: 'problem',
    detail: expect.stringContaining('cannot be found out now'),
    asks: undefined,
  });
  expect(world.letters).toEqual([]);
  world.vendors.people.standing = standing;
  await pass(minutes(10));
  expect(world.letters).toHaveLength(1);
});
