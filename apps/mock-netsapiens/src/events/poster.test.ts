import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Ask, officeManager, openPlatform, type Platform } from '../testing.ts';
import { openSubscriber, type Subscriber } from './testing.ts';

interface Story {
  readonly platform: Platform;
  readonly subscriber: Subscriber;
  readonly id: string;
  /** What the Office Manager reads of the subscription. */
  read(): Promise<unknown>;
  /** A text message arrives for user 100. */
  arrive(text: string): Promise<Response>;
}

const subscription = (url: string, more: object = {}): object => ({
  model: 'message',
  'post-url': `${url}/message?password=invented`,
  domain: 'acme.example',
  'preferred-server': 'core1.example.net',
  'subscription-expires-datetime': '2046-01-31 10:00:00',
  ...more,
});

const text = (message: string): object => ({ messages: [{ from: '15551230999', to: '15551230100', text: message }] });

/** A platform with one subscription to the messages of acme.example, which it has had time to find. */
async function subscribed(more: object = {}, switches: Record<string, string> = {}): Promise<Story> {
  const platform = await openPlatform();
  await platform.turn(switches);
  const subscriber = await openSubscriber();
  const ask = await platform.as(officeManager);
  const { id } = (await ask('POST', '/subscriptions', subscription(subscriber.url, more))).body as { id: string };
  platform.pass(300);
  const read = async (): Promise<unknown> => (await (await platform.as(officeManager))('GET', `/subscriptions/${id}`)).body;
  return { platform, subscriber, id, read, arrive: (message) => platform.seed(text(message)) };
}

test('a message that arrives is posted as a list of one, with the subscription in a header and no signature', async () => {
  const { platform, subscriber, id, read, arrive } = await subscribed();
  await arrive('See you at noon');
  await platform.posted();
  expect(subscriber.received).toEqual([
    {
      path: '/message?password=invented',
      correlation: id,
      contentType: 'application/json',
      body: [
        expect.objectContaining({
          type: 'sms',
          direction: 'orig',
          domain: 'acme.example',
          text: 'See you at noon',
          'from-number': '15551230999',
          'terminating-user-id': '100',
          'messagesession-participants': '100@acme.example,15551230999',
        }),
      ],
    },
  ]);
  expect(await read()).toMatchObject({ status: 'active', 'posts-count': 1, 'error-count': 0 });
});

test('a body may be the object itself, where receivers expect one', async () => {
  const { platform, subscriber, arrive } = await subscribed({}, { eventBody: 'object' });
  await arrive('Hello');
  await platform.posted();
  expect(subscriber.received[0]?.body).toMatchObject({ text: 'Hello' });
});

test('events that come before the platform has found the subscription wait for that', async () => {
  const platform = await openPlatform();
  const subscriber = await openSubscriber();
  await (await platform.as(officeManager))('POST', '/subscriptions', subscription(subscriber.url));
  await platform.seed(text('early'));
  await platform.posted();
  expect(subscriber.received).toEqual([]);
  platform.pass(300);
  await platform.posted();
  expect(subscriber.received).toHaveLength(1);
});

test('a platform that looks every three seconds posts then', async () => {
  const { platform, subscriber, arrive } = await subscribed({}, { eventPace: 'every three seconds' });
  await arrive('Hello');
  platform.pass(2699);
  await platform.posted();
  expect(subscriber.received).toEqual([]);
  platform.pass(1);
  await platform.posted();
  expect(subscriber.received).toHaveLength(1);
});

test('one subscriber gets its events in order, one after the other', async () => {
  const { platform, subscriber, arrive } = await subscribed();
  for (let at = 0; at < 20; at += 1) await arrive(`number ${at}`);
  await platform.posted();
  const texts = subscriber.received.map(({ body }) => Object((body as object[])[0]).text);
  expect(texts).toEqual(Array.from({ length: 20 }, (_, at) => `number ${at}`));
});

test.each([
  [{ domain: 'globex.example' }, 'integration-office-manager@globex.example', 0],
  [{ user: '101' }, officeManager, 0],
  [{ user: '100' }, officeManager, 1],
  [{ model: 'messagesession' }, officeManager, 1],
  [{ domain: '*', reseller: '*' }, 'super@system.example', 1],
  [{ domain: '*', reseller: 'southwind' }, 'super@system.example', 1],
  [{ model: 'call' }, officeManager, 0],
])('a subscription with %j hears of what it asked for', async (filter, login, count) => {
  const platform = await openPlatform();
  const subscriber = await openSubscriber();
  const made = await (await platform.as(login))('POST', '/subscriptions', subscription(subscriber.url, filter));
  expect(made.status).toBe(200);
  platform.pass(300);
  await platform.seed(text('Hello'));
  await platform.posted();
  expect(subscriber.received).toHaveLength(count);
});

test.each([
  [200, 0],
  [302, 0],
  [303, 1],
  [404, 1],
  [500, 1],
])('an answer of %i counts %i errors, and redirects are not followed', async (status, errors) => {
  const { platform, subscriber, read, arrive } = await subscribed();
  subscriber.answer(status);
  await arrive('Hello');
  await platform.posted();
  expect(subscriber.received).toHaveLength(1);
  expect(await read()).toMatchObject({ 'error-count': errors, 'posts-count': 1 - errors });
});

test('a subscriber that does not answer in ten seconds is an error', async () => {
  const { platform, subscriber, read, arrive } = await subscribed();
  subscriber.answer('silence');
  await arrive('Hello');
  await subscriber.until(1);
  platform.pass(10_000);
  await platform.posted();
  expect(await read()).toMatchObject({ 'error-count': 1, status: 'pending' });
});

test('failing for a minute makes it an error, a minute without failures clears it, and so does a post that is taken', async () => {
  const { platform, subscriber, read, arrive } = await subscribed();
  const fail = async (): Promise<void> => {
    subscriber.answer(500);
    await arrive('Hello');
    await platform.posted();
  };
  await fail();
  expect(await read()).toMatchObject({ status: 'pending', 'error-count': 1 });
  platform.pass(59_000);
  await fail();
  platform.pass(1000);
  await fail();
  expect(await read()).toMatchObject({ status: 'error', 'error-count': 3 });
  platform.pass(60_000);
  expect(await read()).toMatchObject({ status: 'pending' });
  await fail();
  expect(await read()).toMatchObject({ status: 'error' });
  subscriber.answer(200);
  await arrive('Hello');
  await platform.posted();
  expect(await read()).toMatchObject({ status: 'active', 'error-count': 4, 'posts-count': 1 });
});

test.each([
  ['at once', 'error'],
  ['never', 'pending'],
])('a platform whose subscriptions fail %s shows %s after one failure', async (subscriptionFails, status) => {
  const { platform, subscriber, read, arrive } = await subscribed({}, { subscriptionFails });
  subscriber.answer(500);
  await arrive('Hello');
  await platform.posted();
  expect(await read()).toMatchObject({ status });
});

test('a post that failed is lost', async () => {
  const { platform, subscriber, arrive } = await subscribed();
  subscriber.answer(503);
  await arrive('first');
  await platform.posted();
  subscriber.answer(200);
  await arrive('second');
  await platform.posted();
  platform.pass(60_000);
  await platform.posted();
  expect(subscriber.received.map(({ body }) => Object((body as object[])[0]).text)).toEqual(['first', 'second']);
});

test('a platform that repeats tries twice more, and the next event waits for that', async () => {
  const { platform, subscriber, read, arrive } = await subscribed({}, { failedPost: 'repeated' });
  subscriber.answer(503);
  await arrive('first');
  await arrive('second');
  await platform.posted();
  expect(subscriber.received).toHaveLength(1);
  platform.pass(5000);
  await platform.posted();
  subscriber.answer(200);
  platform.pass(5000);
  await platform.posted();
  const texts = subscriber.received.map(({ body }) => Object((body as object[])[0]).text);
  expect(texts).toEqual(['first', 'first', 'first', 'second']);
  expect(await read()).toMatchObject({ 'error-count': 2, 'posts-count': 2 });
});

test('a subscription that is past its time or deleted hears nothing, nor does an event that was on its way', async () => {
  const { platform, subscriber, id, arrive } = await subscribed({ 'subscription-expires-datetime': '2026-01-31 11:00:00' });
  await platform.turn({ eventPace: 'every three seconds' });
  platform.pass(3_600_000 - 301);
  await arrive('late');
  platform.pass(3000);
  await platform.posted();
  await arrive('too late');
  platform.pass(3000);
  await platform.posted();
  expect(subscriber.received).toEqual([]);

  const ask: Ask = await platform.as(officeManager);
  await ask('PUT', `/subscriptions/${id}`, { 'subscription-expires-datetime': '2046-01-31 10:00:00' });
  await arrive('lost');
  await ask('DELETE', `/subscriptions/${id}`);
  platform.pass(3000);
  await platform.posted();
  expect(subscriber.received).toEqual([]);
});

test.each([
  ['silent', 0],
  ['works', 1],
])('with a scheme in its server a subscription %s, until a change repairs it', async (schemeInPreferredServer, count) => {
  const broken = { 'preferred-server': 'https://core1.example.net' };
  const { platform, subscriber, id, read, arrive } = await subscribed(broken, { schemeInPreferredServer });
  expect(await read()).toMatchObject({ 'current-active-server': 'https://core1.example.net' });
  await arrive('Hello');
  await platform.posted();
  expect(subscriber.received).toHaveLength(count);
  const ask = await platform.as(officeManager);
  await ask('PUT', `/subscriptions/${id}`, { 'preferred-server': 'core1.example.net' });
  await arrive('Hello again');
  await platform.posted();
  expect(subscriber.received).toHaveLength(count + 1);
});

test('nothing is posted to other machines, and a person reads why', async () => {
  const { platform, read, arrive } = await subscribed({ 'post-url': 'https://hooks.example.net/message?password=canary' });
  await arrive('Hello');
  await platform.posted();
  expect(await read()).toMatchObject({ 'error-count': 1 });
  const { posts } = (await (await fetch(`${platform.url}/_mock/state`)).json()) as { posts: { outcomes: object[] } };
  expect(posts.outcomes).toMatchObject([
    { url: 'https://hooks.example.net/message', answer: expect.stringContaining('POST_TO') },
  ]);
  expect(JSON.stringify(posts)).not.toContain('canary');
});

test('of what waits behind a silent subscriber the oldest is dropped after a thousand', async () => {
  const { platform, subscriber, read } = await subscribed();
  subscriber.answer('silence');
  const many = Array.from({ length: 1050 }, (_, at) => ({ from: '15551230999', to: '15551230100', text: `number ${at}` }));
  await platform.seed({ messages: many });
  await subscriber.until(1);
  expect(await read()).toMatchObject({ 'error-count': 50 });
});

test('what was on its way when the platform stopped is posted by the next one with its state', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mock-netsapiens-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const stateFile = join(folder, 'state');
  const subscriber = await openSubscriber();
  const first = await openPlatform({ stateFile });
  await first.turn({ eventPace: 'every three seconds' });
  await (await first.as(officeManager))('POST', '/subscriptions', subscription(subscriber.url));
  await first.seed(text('Hello'));

  const second = await openPlatform({ stateFile });
  second.pass(3000);
  await second.posted();
  expect(subscriber.received).toHaveLength(1);
});
