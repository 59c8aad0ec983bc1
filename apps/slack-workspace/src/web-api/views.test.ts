import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fields } from '../json.ts';
import { type Caller, caller } from '../testing/caller.ts';

let slack: Caller;
beforeEach(async () => {
  slack = await caller();
});
afterEach(() => slack.stop());

const plain = (text: string) => ({ type: 'plain_text', text });
const view = (more: Fields = {}) => ({
  type: 'modal',
  title: plain('Enable'),
  blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'hello' } }],
  ...more,
});
const trigger = () => slack.workspace.slack.triggers.issue('U0OLIVIA');
const open = (trigger_id = trigger(), more: Fields = {}) => slack.call('views.open', { trigger_id, view: view(more) });
const idOf = (answer: Fields) => String((answer.view as Fields).id);

test('a trigger opens one view, once', async () => {
  const id = trigger();
  expect(await open(id)).toMatchObject({ ok: true, view: { type: 'modal' } });
  expect(await open(id)).toMatchObject({ error: 'exchanged_trigger_id' });
  expect(await open('1.2.3')).toMatchObject({ error: 'invalid_trigger_id' });
});

test('a trigger is worth nothing after three seconds', async () => {
  const [early, late] = [trigger(), trigger()];
  slack.workspace.slack.clock.advance(2500);
  expect(await open(early)).toMatchObject({ ok: true });
  slack.workspace.slack.clock.advance(600);
  expect(await open(late)).toMatchObject({ error: 'expired_trigger_id' });
});

test('a view that Slack refuses does not use its trigger up', async () => {
  const id = trigger();
  expect(await open(id, { title: plain('A title of more than 24 characters') })).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: { messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'] },
  });
  expect(await open(id)).toMatchObject({ ok: true });
});

test('three views lie on top of each other, a fourth does not', async () => {
  const push = () => slack.call('views.push', { trigger_id: trigger(), view: view() });
  expect(await push()).toMatchObject({ error: 'not_found' });
  const root = await open();
  expect(await push()).toMatchObject({ view: { root_view_id: idOf(root), previous_view_id: idOf(root) } });
  expect(await push()).toMatchObject({ ok: true });
  expect(await push()).toMatchObject({ error: 'push_limit_reached' });
});

test('an update with a stale hash is refused', async () => {
  const first = (await open()).view as Fields;
  const update = (hash: unknown) => slack.call('views.update', { view_id: first.id, hash, view: view({ title: plain('Next') }) });
  const second = (await update(first.hash)).view as Fields;
  expect(second).toMatchObject({ title: { text: 'Next' } });
  expect(await update(first.hash)).toMatchObject({ error: 'hash_conflict' });
  expect(await update(second.hash)).toMatchObject({ ok: true });
  expect(await slack.call('views.update', { view_id: 'V0NONE', view: view() })).toMatchObject({ error: 'not_found' });
});

test('an external id belongs to one view', async () => {
  await open(trigger(), { external_id: 'run-1' });
  const push = await slack.call('views.push', { trigger_id: trigger(), view: view({ external_id: 'run-1' }) });
  expect(push).toMatchObject({ error: 'duplicate_external_id' });
  expect(await slack.call('views.update', { external_id: 'run-1', view: view() })).toMatchObject({ ok: true });
});

test('a view of more than 250 kB is too large', async () => {
  const text = 'x'.repeat(3000);
  const blocks = Array.from({ length: 90 }, () => ({ type: 'section', text: { type: 'mrkdwn', text } }));
  expect(await open(trigger(), { blocks })).toMatchObject({ error: 'view_too_large' });
});

test('Home is published for one person, and not for somebody who has left', async () => {
  const home = { type: 'home', blocks: view().blocks };
  expect(await slack.call('views.publish', { user_id: 'U0ADAM', view: home })).toMatchObject({ view: { type: 'home' } });
  expect(await slack.call('views.publish', { user_id: 'U0DAN', view: home })).toMatchObject({ error: 'user_not_found' });
  expect([...slack.workspace.slack.workspace.homes.keys()]).toEqual(['U0ADAM']);
});
