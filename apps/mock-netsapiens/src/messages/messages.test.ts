import { expect, test } from 'vitest';
import { openSubscriber, type Received } from '../events/testing.ts';
import { type Ask, officeManager, openPlatform, type Platform } from '../testing.ts';

const accepted = { status: 202, body: { code: 202, message: 'Accepted' } };
const id = '0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b';
const mine = '/domains/~/users/~/messagesessions';
const chat = { type: 'chat', destination: '101', message: 'Lunch?' };
const sms = { type: 'sms', destination: '15551230999', 'from-number': '15551230100', message: 'See you at noon' };

const as = (platform: Platform, user: string): Promise<Ask> => platform.as(`${user}@acme.example`);
const bodyOf = async (answer: ReturnType<Ask>): Promise<unknown> => (await answer).body;

test('a chat begins with the identifier that the client has invented, and both users have it', async () => {
  const platform = await openPlatform();
  const [ada, ben, cleo] = [await as(platform, '100'), await as(platform, '101'), await as(platform, '102')];
  expect(await ada('POST', `${mine}/${id}/messages`, chat)).toEqual(accepted);
  const shared = {
    'messagesession-id': id,
    'messagesession-type': 'chat',
    'messagesession-participants': '100@acme.example,101@acme.example',
    'messagesession-last-message': 'Lunch?',
    'messagesession-last-sender': '100',
  };
  expect(await bodyOf(ada('GET', mine))).toMatchObject([{ ...shared, user: '100', 'messagesession-last-status': 'sent' }]);
  expect(await bodyOf(ben('GET', mine))).toMatchObject([{ ...shared, user: '101', 'messagesession-last-status': 'unread' }]);
  expect(await bodyOf(cleo('GET', mine))).toEqual([]);
  expect((await cleo('GET', `${mine}/${id}/messages`)).status).toBe(404);
});

test('an answer goes into the same conversation, the newest message stands first, and direction depends on who looks', async () => {
  const platform = await openPlatform();
  const [ada, ben] = [await as(platform, '100'), await as(platform, '101')];
  await ada('POST', `${mine}/${id}/messages`, chat);
  platform.pass(60_000);
  await ben('POST', `${mine}/${id}/messages`, { type: 'chat', destination: '100', message: 'Yes' });
  const seen = async (ask: Ask): Promise<unknown> => bodyOf(ask('GET', `${mine}/${id}/messages`));
  expect(await seen(ada)).toMatchObject([
    { text: 'Yes', direction: 'orig', 'from-user-id': '101', 'terminating-user-id': '100', id: '20260131100100000002' },
    { text: 'Lunch?', direction: 'term', 'from-user-id': '100', 'terminating-user-id': '101', id: '20260131100000000001' },
  ]);
  expect(await seen(ben)).toMatchObject([{ direction: 'term' }, { direction: 'orig' }]);
  expect(await bodyOf(ada('GET', `${mine}/${id}/messages?limit=1`))).toHaveLength(1);
});

test('a message of digits is read as a number, unless the platform keeps texts', async () => {
  const platform = await openPlatform();
  const ada = await as(platform, '100');
  await ada('POST', `${mine}/${id}/messages`, { ...chat, message: '42' });
  const read = async (): Promise<unknown> => bodyOf(ada('GET', `${mine}/${id}/messages`));
  expect(await read()).toMatchObject([{ text: 42 }]);
  await platform.turn({ digitsInText: 'text' });
  expect(await read()).toMatchObject([{ text: '42' }]);
  await ada('POST', `${mine}/${id}/messages`, { ...chat, message: '007' });
  expect(await read()).toMatchObject([{ text: '007' }, { text: '42' }]);
});

test('a text message leaves from a number of the user', async () => {
  const platform = await openPlatform();
  const ada = await as(platform, '100');
  expect(await ada('POST', `${mine}/${id}/messages`, sms)).toEqual(accepted);
  expect(await bodyOf(ada('GET', mine))).toMatchObject([
    { 'messagesession-remote': '15551230999', 'messagesession-sms-number': '15551230100', 'messagesession-type': 'sms' },
  ]);
  expect(await bodyOf(ada('GET', `${mine}/${id}/messages`))).toMatchObject([
    { 'from-number': '15551230100', 'terminating-number': '15551230999', direction: 'term' },
  ]);
});

test('a core of before 45.0 reads `from-num`', async () => {
  const platform = await openPlatform();
  const ada = await as(platform, '100');
  const { 'from-number': number, ...rest } = sms;
  expect((await ada('POST', `${mine}/${id}/messages`, { ...rest, 'from-num': number })).status).toBe(202);
});

test('the answer to a text message comes into the conversation that it began', async () => {
  const platform = await openPlatform();
  const ada = await as(platform, '100');
  await ada('POST', `${mine}/${id}/messages`, sms);
  await platform.seed({ messages: [{ from: '15551230999', to: '15551230100', text: 'Fine' }] });
  await platform.seed({ messages: [{ from: '15551230998', to: '15551230100', text: 'Somebody else' }] });
  expect(await bodyOf(ada('GET', mine))).toHaveLength(2);
  expect(await bodyOf(ada('GET', `${mine}/${id}/messages`))).toMatchObject([{ text: 'Fine' }, { text: 'See you at noon' }]);
});

test('a text message to a number of this platform arrives there', async () => {
  const platform = await openPlatform();
  const [ada, ben] = [await as(platform, '100'), await as(platform, '101')];
  await ada('POST', `${mine}/${id}/messages`, { ...sms, destination: '+1 (555) 123-0101' });
  expect(await bodyOf(ben('GET', mine))).toMatchObject([
    {
      'messagesession-remote': '15551230100',
      'messagesession-sms-number': '15551230101',
      'messagesession-last-status': 'unread',
    },
  ]);
});

const refused: [string, string, object, number][] = [
  ['a session with a short identifier', 'short', chat, 400],
  ['a session whose identifier has other characters', `${id}-`, chat, 400],
  ['a chat with a user that does not exist', id, { ...chat, destination: '999' }, 404],
  ['a chat with a user of another domain', id, { ...chat, destination: '100@globex.example' }, 404],
  ['a chat with nobody', id, { ...chat, destination: [] }, 400],
  ['a text message from a number of somebody else', id, { ...sms, 'from-number': '15551230101' }, 400],
  ['a text message from no number', id, { type: 'sms', destination: '15551230999', message: 'x' }, 400],
  ['a text message to no number', id, { ...sms, destination: 'mum' }, 400],
  ['a text message to two', id, { ...sms, destination: ['15551230999', '15551230998'] }, 400],
  ['a message without text', id, { type: 'chat', destination: '101' }, 400],
];

test.each(refused)('%s is refused', async (_, session, body, status) => {
  const platform = await openPlatform();
  const answer = await (await as(platform, '100'))('POST', `${mine}/${session}/messages`, body);
  expect(answer).toMatchObject({ status, body: { code: status } });
});

test('a user who is not in a conversation cannot write into it', async () => {
  const platform = await openPlatform();
  await (await as(platform, '100'))('POST', `${mine}/${id}/messages`, chat);
  const cleo = await as(platform, '102');
  expect((await cleo('POST', `${mine}/${id}/messages`, { ...chat, destination: '100' })).status).toBe(404);
});

test('a conversation gets a name and others who take part, and one can leave it or delete it', async () => {
  const platform = await openPlatform();
  const [ada, ben, cleo] = [await as(platform, '100'), await as(platform, '101'), await as(platform, '102')];
  await ada('POST', `${mine}/${id}/messages`, chat);
  expect(await ada('PUT', `${mine}/${id}`, { 'session-name': 'Lunch' })).toEqual(accepted);
  expect(await ada('PUT', `${mine}/${id}`, { participants: '100,101@acme.example,102' })).toEqual(accepted);
  expect(await bodyOf(cleo('GET', mine))).toMatchObject([{ 'messagesession-name': 'Lunch' }]);
  expect((await ada('PUT', `${mine}/${id}`, { participants: '100,999' })).status).toBe(404);
  expect((await ada('PUT', `${mine}/${id}`, {})).status).toBe(400);

  expect(await cleo('PUT', `${mine}/${id}/leave`)).toEqual(accepted);
  expect(await bodyOf(cleo('GET', mine))).toEqual([]);
  expect(await ben('DELETE', `${mine}/${id}`)).toEqual(accepted);
  expect(await bodyOf(ben('GET', mine))).toEqual([]);
  expect(await bodyOf(ada('GET', mine))).toMatchObject([{ 'messagesession-participants': '100@acme.example' }]);
  expect((await ben('DELETE', `${mine}/${id}`)).status).toBe(404);
});

test('a 45.0 core finds the conversation by itself, lists those of a domain, and reads one as a list', async () => {
  const platform = await openPlatform({ release: '45.0' });
  const ada = await as(platform, '100');
  const first = await ada('POST', '/domains/~/users/~/messages', chat);
  expect(first).toMatchObject({ status: 200, body: { text: 'Lunch?', direction: 'term' } });
  const session = Object(first.body)['messagesession-id'];
  const second = await ada('POST', '/domains/~/users/~/messages', chat);
  expect(Object(second.body)['messagesession-id']).toBe(session);
  expect(await bodyOf(ada('GET', `${mine}/${session}`))).toMatchObject([{ 'messagesession-id': session }]);

  const manager = await platform.as(officeManager);
  expect(await bodyOf(manager('GET', '/domains/~/messagesessions'))).toMatchObject([{ user: '100' }, { user: '101' }]);
  expect((await ada('GET', '/domains/~/messagesessions')).status).toBe(401);
});

test('a 44.4 core knows none of these three', async () => {
  const platform = await openPlatform();
  const ada = await as(platform, '100');
  expect((await ada('POST', '/domains/~/users/~/messages', chat)).status).toBe(404);
  expect((await ada('GET', '/domains/~/messagesessions')).status).toBe(404);
  expect((await ada('GET', `${mine}/${id}`)).status).toBe(404);
});

/** Which events of `model` a chat from 100 to 101 makes. */
async function eventsOf(model: string, switches: Record<string, string> = {}): Promise<unknown[]> {
  const platform = await openPlatform();
  await platform.turn(switches);
  const subscriber = await openSubscriber();
  const body = { model, 'post-url': subscriber.url, domain: 'acme.example' };
  expect((await (await platform.as(officeManager))('POST', '/subscriptions', body)).status).toBe(200);
  platform.pass(300);
  await (await as(platform, '100'))('POST', `${mine}/${id}/messages`, chat);
  await platform.posted();
  return subscriber.received.flatMap(({ body: events }: Received) => events as unknown[]);
}

test('a chat is an event for whoever receives it, and changes the session of both', async () => {
  expect(await eventsOf('message')).toMatchObject([{ direction: 'orig', 'terminating-user-id': '101', text: 'Lunch?' }]);
  expect(await eventsOf('messagesession')).toMatchObject([
    { user: '100', 'messagesession-id': id, 'messagesession-last-message': 'Lunch?' },
    { user: '101', 'messagesession-id': id, 'messagesession-last-status': 'unread' },
  ]);
});

test('a platform that tells of sent messages, too, posts both copies', async () => {
  const events = await eventsOf('message', { messageEvents: 'received and sent' });
  expect(events).toMatchObject([{ direction: 'term' }, { direction: 'orig' }]);
});

test('a seeded message to a number that leads nowhere is refused with a sentence', async () => {
  const { seed } = await openPlatform();
  const answer = await seed({ messages: [{ from: '1', to: '15550000000', text: 'x' }] });
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('15550000000')]);
});
