import { expect, test } from 'vitest';
import { officeManager, openPlatform } from '../testing.ts';

const day = 'datetime-start=2026-01-31T00:00:00Z&datetime-end=2026-01-31T23:59:59Z';
const calls = '/domains/acme.example/cdrs';

test('the calls of a domain say who called whom, when and for how long', async () => {
  const { as } = await openPlatform();
  const { body } = await (await as(officeManager))('GET', `${calls}?${day}`);
  expect(body).toHaveLength(4);
  expect(body).toMatchObject([
    {
      'call-direction': 1,
      'call-start-datetime': '2026-01-31T09:00:00+00:00',
      'call-answer-datetime': '2026-01-31T09:00:05+00:00',
      'call-disconnect-datetime': '2026-01-31T09:02:05+00:00',
      'call-talking-duration-seconds': 120,
      'call-orig-user': null,
      'call-orig-caller-id': '15551230999',
      'call-term-user': '100',
    },
    { 'call-direction': 0, 'call-orig-user': '100', 'call-term-user': null },
    { 'call-direction': 2, 'call-answer-datetime': null, 'call-term-user': '101' },
    { 'call-direction': 3, 'call-orig-user': '102', 'call-term-user': '100' },
  ]);
});

test('the calls of a user come with the names of v1 and moments in seconds', async () => {
  const { as } = await openPlatform();
  const { body } = await (await as('100@acme.example'))('GET', `/domains/~/users/~/cdrs?${day}`);
  expect(body).toMatchObject([
    { uid: '100@acme.example', type: 1, time_start: Date.UTC(2026, 0, 31, 9) / 1000, duration: 120, number: '15551230999' },
    { uid: '100@acme.example', type: 0, duration: 45 },
  ]);
});

test.each([
  ['datetime-start=2026-01-31 09:05:00&datetime-end=2026-01-31 09:25:00', 2],
  ['datetime-start=2026-01-31T01:05:00-08:00[US/Pacific]&datetime-end=2026-01-31T09:25:00Z[America/Phoenix]', 2],
  [`${day}&type=Inbound`, 2],
  [`${day}&type=Missed`, 1],
  [`${day}&type=On-net`, 1],
  [`${day}&type=0`, 1],
  [`${day}&caller=15551230999`, 2],
  [`${day}&dialled=15551230998`, 1],
  [`${day}&limit=2&start=1`, 2],
])('%s selects %i calls', async (query, selected) => {
  const { as } = await openPlatform();
  const asked = new URLSearchParams(query.replaceAll('+', '%2B'));
  expect((await (await as(officeManager))('GET', `${calls}?${asked}`)).body).toHaveLength(selected);
});

test.each(['', 'datetime-start=2026-01-31', 'datetime-start=then&datetime-end=now', `${day}&type=Loud`])(
  'a period like "%s" is 400',
  async (query) => {
    const { as } = await openPlatform();
    expect((await (await as(officeManager))('GET', `${calls}?${query}`)).status).toBe(400);
  },
);

test('calls are counted with their minutes and seconds', async () => {
  const { as } = await openPlatform();
  expect((await (await as(officeManager))('GET', `${calls}/count?${day}`)).body).toEqual({ total: 4, minutes: 7, seconds: 465 });
  expect((await (await as('super@system.example'))('GET', `/cdrs/count?${day}&type=Outbound`)).body).toEqual({
    total: 1,
    minutes: 0,
    seconds: 45,
  });
});

test('a seed adds calls', async () => {
  const { as, seed } = await openPlatform();
  await seed({
    cdrs: [{ domain: 'globex.example', user: '100', direction: 1, number: '15551230999', startedAt: '2026-01-31T08:00:00Z' }],
  });
  const { body } = await (await as('super@system.example'))('GET', `/domains/globex.example/cdrs?${day}`);
  expect(body).toMatchObject([{ 'call-term-user': '100', 'call-talking-duration-seconds': 60 }]);
});
