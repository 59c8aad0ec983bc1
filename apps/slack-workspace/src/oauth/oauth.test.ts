import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClock } from '../clock.ts';
import type { Fields } from '../json.ts';
import { type Started, start } from '../start.ts';
import { ask } from '../testing/bot.ts';
import { silent } from '../testing/silent.ts';

const manifest = { scopes: ['commands', 'chat:write', 'users:read'], events: [] };
let slack: Started;
beforeEach(async () => {
  slack = await start({ port: 0, botUrl: 'http://127.0.0.1:9/', ...manifest }, createClock());
});
afterEach(() => slack.stop());

const back = 'http://127.0.0.1:4200/slack/oauth_redirect';
const asked = { client_id: 'local-client-id', scope: 'commands,chat:write,users:read', state: 's-1' };
const page = (query: Record<string, string> = asked) =>
  fetch(`${slack.url}/oauth/v2/authorize?${new URLSearchParams(query)}`, { redirect: 'manual' });
const decide = (more: Record<string, string> = {}) =>
  fetch(`${slack.url}/oauth/v2/authorize`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ...asked, team: 'T0GLOBEX', decision: 'allow', ...more }),
  });
const codeFrom = (response: Response) => new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
const exchange = async (more: Record<string, string>): Promise<Fields> => {
  const body = new URLSearchParams({ client_id: 'local-client-id', client_secret: 'local-client-secret', ...more });
  return (await fetch(`${slack.url}/api/oauth.v2.access`, { method: 'POST', body })).json() as Promise<Fields>;
};
const install = async (): Promise<string> => String((await exchange({ code: codeFrom(await decide()) })).access_token);
const call = async (token: string, method: string, args: Fields = {}): Promise<Fields> => {
  const client = new WebClient(token, { slackApiUrl: `${slack.url}/api/`, retryConfig: { retries: 0 }, logger: silent });
  return client.apiCall(method, args).catch((error: { data: Fields }) => error.data) as Promise<Fields>;
};
const control = (path: string, body?: Fields) => ask(`${slack.url}/_slack/${path}`, body);

describe('installing', () => {
  test('the page of consent says who wants what, where', async () => {
    const html = await (await page()).text();
    for (const words of ['Enablement wants access', 'Northwind Telecom', 'Globex Voice', 'Send messages as itself'])
      expect(html).toContain(words);
  });

  test('only the app itself, and only addresses that it registered', async () => {
    expect((await page({ ...asked, client_id: 'other' })).status).toBe(400);
    expect((await page({ ...asked, redirect_uri: 'https://evil.example/' })).status).toBe(400);
    expect((await decide({ redirect_uri: 'https://evil.example/' })).status).toBe(400);
    expect((await decide({ team: 'T0NOWHERE' })).status).toBe(400);
    expect((await page({ ...asked, redirect_uri: back })).status).toBe(200);
  });

  test('whoever cancels goes back with access_denied and the state', async () => {
    const { headers } = await decide({ decision: 'cancel' });
    expect(headers.get('location')).toBe(`${back}?error=access_denied&state=s-1`);
  });

  test('a code is exchanged once, within ten minutes, with the app’s credentials', async () => {
    const code = codeFrom(await decide());
    expect(await exchange({ code, client_secret: 'wrong' })).toMatchObject({ error: 'bad_client_secret' });
    expect(await exchange({ code, client_id: 'wrong' })).toMatchObject({ error: 'invalid_client_id' });
    expect(await exchange({ code: 'made up' })).toMatchObject({ error: 'invalid_code' });
    expect(await exchange({ code })).toMatchObject({
      ...{ ok: true, token_type: 'bot', bot_user_id: 'U1BOT', team: { id: 'T0GLOBEX', name: 'Globex Voice' } },
      ...{ authed_user: { id: 'U1AMIR' }, scope: asked.scope, is_enterprise_install: false },
    });
    expect(await exchange({ code })).toMatchObject({ error: 'code_already_used' });
    const late = codeFrom(await decide());
    slack.slack.clock.advance(10 * 60_000 + 1);
    expect(await exchange({ code: late })).toMatchObject({ error: 'invalid_code' });
  });
});

describe('two workspaces', () => {
  test('each token speaks in its own: people, channels and messages of the other are not there', async () => {
    const token = await install();
    expect(await call(token, 'auth.test')).toMatchObject({ team_id: 'T0GLOBEX', user_id: 'U1BOT' });
    expect(await call('xoxb-local', 'auth.test')).toMatchObject({ team_id: 'T0NORTH', user_id: 'U0BOT' });
    expect(await call(token, 'users.info', { user: 'U0OLIVIA' })).toMatchObject({ error: 'user_not_found' });
    expect(await call(token, 'users.info', { user: 'U1OSCAR' })).toMatchObject({ user: { team_id: 'T0GLOBEX' } });
    expect(await call(token, 'chat.postMessage', { channel: 'C0OPS', text: 'x' })).toMatchObject({ error: 'channel_not_found' });
    await call(token, 'chat.postMessage', { channel: 'C1OPS', text: 'hello Globex' });
    expect(await control('messages?channel=C1OPS&user=U1OSCAR')).toMatchObject({ messages: [{ text: 'hello Globex' }] });
    expect(await control('messages?channel=C0OPS&user=U0OLIVIA')).toEqual({ messages: [] });
  });

  test('a trigger of one workspace opens nothing with the token of the other', async () => {
    const token = await install();
    const trigger_id = slack.slack.triggers.issue('U0OLIVIA');
    const view = { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] };
    expect(await call(token, 'views.open', { trigger_id, view })).toMatchObject({ error: 'invalid_trigger_id' });
  });

  test('while the app is not installed, its commands are none', async () => {
    const typed = { user: 'U1OSCAR', channel: 'C1OPS', text: '/enable-acrobits' };
    expect(await control('command', typed)).toEqual({ error: 'unknown_command' });
    expect(await control('messages?channel=C1OPS&user=U1OSCAR')).toMatchObject({
      messages: [{ text: expect.stringContaining('Enablement is not installed in Globex Voice.') }],
    });
  });

  test('once removed, the token is dead; installed again, there is a new one', async () => {
    const token = await install();
    await control('uninstall', { team: 'T0GLOBEX' });
    expect(await call(token, 'auth.test')).toMatchObject({ error: 'account_inactive' });
    const newer = await install();
    expect(newer).not.toBe(token);
    await control('revoke', { team: 'T0GLOBEX' });
    expect(await call(newer, 'auth.test')).toMatchObject({ error: 'token_revoked' });
    expect(await call('xoxb-local', 'auth.test')).toMatchObject({ ok: true });
    expect(JSON.stringify(await control('requests'))).not.toContain(newer);
  });

  test('installed a second time without a removal, the token stays as it is', async () => {
    expect(await install()).toBe(await install());
  });
});

test('a method whose scope the manifest does not ask for is refused, and the scope named', async () => {
  expect(await call('xoxb-local', 'usergroups.users.list', { usergroup: 'S0OPS' })).toMatchObject({
    ...{ error: 'missing_scope', needed: 'usergroups:read' },
  });
  expect(await call('xoxb-local', 'conversations.history', { channel: 'C0PRIVATE' })).toMatchObject({ needed: 'groups:history' });
  expect(await call('xoxb-local', 'chat.postMessage', { channel: 'C0OPS', text: 'x' })).toMatchObject({ ok: true });
});
