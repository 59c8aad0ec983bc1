import { minutes, Unreachable } from '@enablement/core';
import { ADA } from '@enablement/core/testing';
import { describe, expect, test } from 'vitest';
import { LOGIN, openStage, PASSWORD, readXml, type Stage } from '../testing/stage.ts';
import { parseDialActions } from './dial-actions.ts';

const PATH = '/acrobits/global';
const quickDialIn = (text: string) => Object(Object(readXml(text).provisioning).quickDial) as Record<string, unknown>;
const contacts = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `c${at}`,
    name: `Grace ${at} <&>`,
    numbers: [{ kind: 'work', number: `${15551230000 + at}` }],
  }));
const withContacts = (stage: Stage, count: number) =>
  stage.platform.users.set('100@acme.example', { password: PASSWORD, softphone: ADA, contacts: contacts(count) });
const phones = [
  {
    cloudId: 'NSACME',
    parkSlots: [{ number: '*701', title: 'Park 1' }],
    quickDial: [
      { id: 'frontdesk', displayName: 'Front desk', uri: '2000' },
      { id: 'old-lobby', action: 'remove' },
    ],
    dialActions: '<dialActions><dialAction id="autoCall"><label>Call &amp; go</label></dialAction></dialActions>',
  },
];

describe('global external provisioning', () => {
  test('has park slots, tiles of the configuration, contacts and dial actions, in Acrobits’ words', async () => {
    await using stage = await openStage({ templates: { phones } });
    withContacts(stage, 1);
    const text = await (await stage.post(PATH, LOGIN)).text();
    expect(quickDialIn(text)).toEqual({
      '@maxQuickDialReplacePriority': '21',
      item: [
        { '@id': 'park-*701', '@priority': '50', displayName: 'Park 1', uri: '*701' },
        { '@id': 'frontdesk', displayName: 'Front desk', uri: '2000' },
        { '@id': 'old-lobby', '@action': 'remove' },
        { '@id': 'contact-c0-work', displayName: 'Grace 0 <&>', uri: '15551230000' },
      ],
    });
    expect(text).toContain(phones[0]?.dialActions);
  });

  test.each(['GET', 'POST'])('says with %s that nothing has changed, by tag or by date', async (method) => {
    await using stage = await openStage();
    withContacts(stage, 3);
    const ask = (headers: Record<string, string>) =>
      method === 'GET' ? stage.get(PATH, LOGIN, headers) : stage.post(PATH, LOGIN, headers);
    const first = await ask({});
    const [tag, date] = [first.headers.get('etag') ?? '', first.headers.get('last-modified') ?? ''];
    for (const headers of [
      { 'If-None-Match': tag },
      { 'If-None-Match': `"x", W/${tag}` },
      { 'If-Modified-Since': date, 'Cache-Control': 'max-age=0' },
    ]) {
      const answer = await ask(headers);
      expect([answer.status, await answer.text(), answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([
        304,
        '',
        tag,
        'no-store',
      ]);
    }
    const earlier = new Date(Date.parse(date) - 1_000).toUTCString();
    for (const headers of [
      { 'If-None-Match': '"x"' },
      { 'If-Modified-Since': earlier },
      { 'If-Modified-Since': 'nonsense' },
      { 'If-None-Match': '"x"', 'If-Modified-Since': date },
    ])
      expect((await ask(headers)).status).toBe(200);
    stage.pass(minutes(61));
    withContacts(stage, 4);
    expect((await ask({ 'If-None-Match': tag })).status).toBe(200);
  });

  test('says nothing of it to whoever is not let in', async () => {
    await using stage = await openStage();
    const first = await stage.post(PATH, LOGIN);
    const answer = await stage.post(
      PATH,
      { ...LOGIN, cloud_password: 'wrong' },
      { 'If-None-Match': first.headers.get('etag') ?? '' },
    );
    expect([answer.status, answer.headers.get('etag')]).toEqual([403, null]);
  });

  test('takes ten thousand contacts, and reads them once', async () => {
    await using stage = await openStage();
    withContacts(stage, 10_000);
    for (let times = 0; times < 3; times += 1) {
      const { item } = quickDialIn(await (await stage.post(PATH, LOGIN)).text());
      expect(item).toHaveLength(10_000);
    }
    expect(stage.platform.contactsRead).toHaveLength(1);
  });

  test('never stops a sign-in because contacts cannot be read', async () => {
    await using stage = await openStage({ templates: { phones } });
    await stage.post('/acrobits/provisioning', LOGIN);
    stage.platform.trouble = async () => {
      throw new Unreachable('away', '');
    };
    const answer = await stage.post(PATH, LOGIN);
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, null]);
    const quickDial = quickDialIn(await answer.text());
    // What the app has already is left to it.
    expect(quickDial).not.toHaveProperty('@maxQuickDialReplacePriority');
    expect(quickDial.item).toHaveLength(3);
  });

  test('without anything to show is an empty list', async () => {
    await using stage = await openStage();
    expect(quickDialIn(await (await stage.post(PATH, LOGIN)).text())).toEqual({ '@maxQuickDialReplacePriority': '21' });
  });
});

describe('a fragment of dial actions', () => {
  test.each([
    '<dialActions/>',
    phones[0]?.dialActions ?? '',
    '<dialActions><dialAction id="a"/><dialAction id="b"><any x="1">&#65;</any></dialAction></dialActions>',
  ])('%s is passed on', (fragment) => {
    expect(parseDialActions(fragment)).toBeUndefined();
  });

  test.each([
    ['<dialActions>', /not XML/],
    ['nothing', /not XML|one <dialActions>/],
    ['<dialActions/><dialActions/>', /not XML|<dialAction> only/],
    ['<quickDial/>', /one <dialActions>/],
    ['<dialActions><item/></dialActions>', /there is item/],
    ['<dialActions><dialAction/></dialActions>', /needs an id/],
    ['<dialActions><dialAction id="a">A & B</dialAction></dialActions>', /&amp;/],
    ['<dialActions>&evil;</dialActions>', /&amp;/],
    ['<!DOCTYPE x [<!ENTITY a "b">]><dialActions/>', /without declarations/],
    ['<?xml version="1.0"?><dialActions/>', /without declarations/],
  ])('%s is refused', (fragment, sentence) => {
    expect(parseDialActions(fragment)).toMatch(sentence);
  });
});
