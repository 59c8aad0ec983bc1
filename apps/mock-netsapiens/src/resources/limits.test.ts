import { expect, test } from 'vitest';
import { officeManager, openPlatform } from '../testing.ts';

const users = '/domains/acme.example/users';
const sites = '/domains/acme.example/sites';
const person = (user: string) => ({
  user,
  'name-first-name': 'Grace',
  'name-last-name': 'Example',
  'email-address': `${user}@acme.example`,
  'user-scope': 'Basic User',
  synchronous: 'yes',
});

test.each(['limits-max-users', 'limits-max-subcriber-resources-total'])(
  'a domain takes no more users than its %s',
  async (limit) => {
    const { as, pass } = await openPlatform();
    const call = await as('super@system.example');
    const { total } = (await call('GET', `${users}/count`)).body as { total: number };
    await call('PUT', '/domains/acme.example', { [limit]: total + 1 });
    pass(300);
    expect((await call('POST', users, person('310'))).status).toBe(200);
    const refused = await call('POST', users, person('311'));
    expect(refused).toEqual({
      status: 403,
      body: { code: 403, message: 'Maximum number of users reached for domain acme.example' },
    });
    // Whoever is there is told of first, and stays changeable.
    expect((await call('POST', users, person('310'))).status).toBe(409);
    const { synchronous: _, user: __, ...change } = person('310');
    expect((await call('PUT', `${users}/310`, change)).status).toBe(202);
    await call('DELETE', `${users}/310`);
    pass(300);
    expect((await call('POST', users, person('311'))).status).toBe(200);
  },
);

test('a domain takes no more sites than its limit, whoever asks; 0 and -1 are no limit', async () => {
  const { as, pass } = await openPlatform();
  const call = await as(officeManager);
  for (const none of [0, -1]) {
    await call('PUT', '/domains/~', { 'limits-max-sites': none });
    pass(300);
    expect((await call('POST', sites, { site: `Site ${none}`, synchronous: 'yes' })).status).toBe(202);
  }
  await call('PUT', '/domains/~', { 'limits-max-sites': 2 });
  pass(300);
  expect((await call('POST', sites, { site: 'Third' })).status).toBe(403);
  expect((await call('PUT', `${sites}/Site 0`, { 'time-zone': 'US/Eastern' })).status).toBe(202);
});

test('how it is refused is a switch, and so is whether', async () => {
  const { as, pass, turn } = await openPlatform();
  const call = await as(officeManager);
  await call('PUT', '/domains/~', { 'limits-max-users': 1 });
  pass(300);
  await turn({ limits: '400' });
  expect((await call('POST', users, person('310'))).status).toBe(400);
  await turn({ limits: 'taken' });
  expect((await call('POST', users, person('310'))).status).toBe(200);
});
