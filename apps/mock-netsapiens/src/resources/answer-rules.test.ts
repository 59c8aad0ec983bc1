import { expect, test } from 'vitest';
import { openPlatform } from '../testing.ts';

const rules = '/domains/acme.example/users/100/answerrules';
const holidays = { synchronous: 'yes', 'time-frame': 'Holidays', enabled: 'yes', 'do-not-disturb': { enabled: 'yes' } };

test('at first a user has one rule that rings its devices', async () => {
  const { as } = await openPlatform();
  const call = await as('100@acme.example');
  const rule = {
    domain: 'acme.example',
    user: '100',
    'time-frame': '*',
    enabled: 'yes',
    order: 99,
    'is-active': true,
    'simultaneous-ring': { enabled: 'yes', parameters: ['<OwnDevices>'] },
  };
  expect((await call('GET', rules)).body).toEqual([rule]);
  expect((await call('GET', '/domains/~/users/~/answerrules')).body).toEqual([rule]);
  expect((await call('GET', `${rules}/*`)).body).toEqual(rule);
});

test('rules are created, changed, put into an order and deleted', async () => {
  const { as, pass } = await openPlatform();
  const call = await as('100@acme.example');
  expect((await call('POST', rules, { ...holidays, 'new-position': 'top' })).body).toMatchObject({
    'is-active': false,
    order: 0,
  });
  expect((await call('POST', rules, holidays)).status).toBe(409);
  const frames = async (): Promise<unknown[]> =>
    ((await call('GET', rules)).body as object[]).map((rule) => Object(rule)['time-frame']);
  expect(await frames()).toEqual(['Holidays', '*']);
  expect((await call('PUT', `${rules}/reorder`, [{ 'time-frame': '*' }, { 'time-frame': 'Holidays' }])).status).toBe(202);
  pass(300);
  expect(await frames()).toEqual(['*', 'Holidays']);
  await call('PUT', `${rules}/Holidays`, { enabled: 'no' });
  pass(300);
  expect((await call('GET', `${rules}/Holidays`)).body).toMatchObject({ enabled: 'no', 'do-not-disturb': { enabled: 'yes' } });
  await call('DELETE', `${rules}/Holidays`);
  pass(300);
  expect(await frames()).toEqual(['*']);
});

test('an order that leaves one out is refused in the words of the platform', async () => {
  const { as } = await openPlatform();
  const call = await as('100@acme.example');
  await call('POST', rules, holidays);
  expect(await call('PUT', `${rules}/reorder`, [{ 'time-frame': '*' }])).toEqual({
    status: 400,
    body: { code: 400, message: 'Please provide all timeframes in the new order.' },
  });
  expect((await call('PUT', `${rules}/reorder`, [{ 'time-frame': 'Never' }])).status).toBe(404);
});
