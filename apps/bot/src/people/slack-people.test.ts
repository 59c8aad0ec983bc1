import { createServer, type Server } from 'node:http';
import { minutes, type RoleBook, seconds } from '@enablement/core';
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPeople } from './slack-people.ts';

const book: RoleBook = {
  viewer: [{ person: 'U0VERA' }],
  operator: [{ group: 'S0OPS' }],
  approver: [],
  admin: [{ person: 'U0ADA' }],
};

/** A Slack that knows two methods, counts its calls, and can be down. */
let server: Server;
let url = '';
let answers: Record<string, object> = {};
let down = false;
let calls: string[] = [];
beforeEach(async () => {
  down = false;
  calls = [];
  answers = {
    'users.info': { ok: true, user: { id: 'U0OLIVIA', deleted: false, real_name: 'Olivia Okafor' } },
    'usergroups.users.list': { ok: true, users: ['U0OLIVIA'] },
  };
  server = createServer((request, response) => {
    const method = request.url?.slice(1) ?? '';
    calls.push(method);
    request.resume();
    response.writeHead(down ? 500 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answers[method] ?? { ok: false, error: 'unknown_method' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

function open({ fresh = seconds(60), several = false } = {}) {
  let now = 0;
  const logged: string[] = [];
  const log = { info: () => undefined, error: (what: string) => void logged.push(what) };
  const quiet = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, setName() {}, getLevel: () => 'error' as never };
  const names = new Map<string, string>();
  const met = async (person: string, name: string) => void names.set(person, name);
  const slack = new WebClient('xoxb-1', { slackApiUrl: url, retryConfig: { retries: 0 }, logger: quiet });
  const people = createPeople({
    slackOf: async () => slack,
    book,
    several,
    clock: { now: () => new Date(now) },
    fresh,
    log,
    met,
  });
  return { people, logged, names, wait: (duration: number) => (now += duration) };
}
const operator = { is: 'member', roles: ['operator'], unsure: false };

test('roles come by the person’s id and by the groups they are in', async () => {
  const { people, names } = open();
  expect(await people.standing('U0OLIVIA')).toEqual(operator);
  expect(names.get('U0OLIVIA')).toBe('Olivia Okafor');
  expect(await people.standing('U0VERA')).toEqual({ is: 'member', roles: ['viewer'], unsure: false });
  expect(await people.standing('U0NEW')).toEqual({ is: 'member', roles: [], unsure: false });
});

test.each([
  [{ deleted: true }, 'gone'],
  [{ is_restricted: true }, 'guest'],
  [{ is_ultra_restricted: true }, 'guest'],
  [{ is_stranger: true }, 'guest'],
  [{ is_bot: true }, 'guest'],
])('somebody with a role is nobody here when Slack says %o', async (user, is) => {
  answers['users.info'] = { ok: true, user };
  expect(await open().people.standing('U0OLIVIA')).toEqual({ is });
});

test('somebody of another workspace who is in a shared channel is a guest, though no stranger', async () => {
  answers['users.info'] = { ok: true, user: { is_stranger: false, team_id: 'T0GLOBEX' } };
  const { people } = open();
  expect(await people.standing('U0OLIVIA', 'T0NORTH')).toEqual({ is: 'guest' });
  expect(await people.standing('U0OLIVIA', 'T0GLOBEX')).toMatchObject(operator);
});

test('with several workspaces, a group of another one has nobody here, and a refusal does not name it', async () => {
  answers['usergroups.users.list'] = { ok: false, error: 'no_such_subteam' };
  expect(await open().people.standing('U0OLIVIA', 'T0NORTH')).toEqual({ is: 'member', roles: [], unsure: true });
  const { people } = open({ several: true });
  expect(await people.standing('U0OLIVIA', 'T0NORTH')).toEqual({ is: 'member', roles: [], unsure: false });
  expect(await people.bookOf('T0NORTH')).toMatchObject({ operator: [], admin: [{ person: 'U0ADA' }] });
  down = true;
  expect(await open({ several: true }).people.bookOf('T0NORTH')).toEqual(book);
});

test('somebody whom Slack does not know is gone', async () => {
  answers['users.info'] = { ok: false, error: 'user_not_found' };
  expect(await open().people.standing('U0OLIVIA')).toEqual({ is: 'gone' });
});

test('Slack is asked once while an answer is fresh, also by several at the same time', async () => {
  const { people, wait } = open();
  await Promise.all([people.standing('U0OLIVIA'), people.standing('U0OLIVIA')]);
  wait(seconds(59));
  await people.standing('U0OLIVIA');
  expect(calls.toSorted()).toEqual(['usergroups.users.list', 'users.info']);
  answers['usergroups.users.list'] = { ok: true, users: [] };
  wait(seconds(1));
  expect(await people.standing('U0OLIVIA')).toMatchObject({ roles: [] });
});

test('while Slack is down the last answer counts for five minutes, and then nobody may anything', async () => {
  const { people, wait, logged } = open();
  await people.standing('U0OLIVIA');
  down = true;
  wait(minutes(5));
  expect(await people.standing('U0OLIVIA')).toEqual(operator);
  wait(1);
  expect(await people.standing('U0OLIVIA')).toEqual({ is: 'unsure' });
  expect(await people.standing('U0OLIVIA')).toEqual({ is: 'unsure' });
  expect(logged).toHaveLength(1);
  down = false;
  expect(await people.standing('U0OLIVIA')).toEqual(operator);
});

test('an answer is never fresh for longer than five minutes, whatever is configured', async () => {
  const { people, wait } = open({ fresh: minutes(60) });
  await people.standing('U0OLIVIA');
  answers['users.info'] = { ok: true, user: { deleted: true } };
  wait(minutes(5));
  expect(await people.standing('U0OLIVIA')).toEqual({ is: 'gone' });
});

test('a group that cannot be asked leaves the roles that come by name', async () => {
  answers['usergroups.users.list'] = { ok: false, error: 'missing_scope' };
  expect(await open().people.standing('U0ADA')).toEqual({ is: 'member', roles: ['admin'], unsure: true });
});
