import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enableBase, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ autoReply: true, phones: true });
  await enableBase(stage, 'Acme Telecom');
});
afterAll(() => stage?.close());

const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) });
const ADA = { cloud_username: '100@acme.example', cloud_password: 'mock-password', cloud_id: 'NSACME' };

describe('a phone signs in with the NetSapiens log-in once the platform is enabled', () => {
  test('and gets the account of its own device', async () => {
    const { provisioning } = stage.stack.urls;
    const answer = await fetch(`${provisioning}/acrobits/provisioning`, form(ADA));
    const xml = await answer.text();
    expect({ status: answer.status, type: answer.headers.get('content-type') }).toEqual({
      status: 200,
      type: 'application/xml; charset=utf-8',
    });
    for (const node of [
      '<title>Ada Example</title>',
      '<username>100m</username>',
      '<password>sip-100m-acme.example</password>',
      '<host>acme.example</host>',
      '<proxy>localhost</proxy>',
      `<extProvUrl>${provisioning}/acrobits/provisioning</extProvUrl>`,
    ]) {
      expect(xml).toContain(node);
    }
  });

  test('and gets Quick Dial from its colleagues', async () => {
    const answer = await fetch(`${stage.stack.urls.provisioning}/acrobits/global`, form(ADA));
    expect(await answer.text()).toContain('<displayName>Ben Example</displayName><uri>101</uri>');
  });

  test('and so does SessionTalk’s app', async () => {
    const query = new URLSearchParams({
      username: '101@acme.example',
      password: 'mock-password',
      reprovision: 'false',
      deviceId: 'd1',
    });
    const answer = await fetch(`${stage.stack.urls.provisioning}/sessiontalk/provisioning?${query}`);
    expect(await answer.json()).toMatchObject({
      update: true,
      sipaccounts: [{ sipusername: '101m', sippassword: 'sip-101m-acme.example', transport: 'UDP', proxy: 'localhost' }],
    });
  });
});
