import { accountOf, phoneTemplate, phoneTemplates, Secret } from '@enablement/core';
import { ADA, NSACME } from '@enablement/core/testing';
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { createAccountWriter } from './acrobits/account-writer.ts';
import { accountXml } from './acrobits/account-xml.ts';
import { globalXml } from './global/global-xml.ts';
import { messageOf, openStage, PASSWORD, readXml } from './testing/stage.ts';
import { errorDocument, writable } from './xml.ts';

/** Anything at all: every character, lone surrogates, and what is special in XML more often than by chance. */
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      ']]>',
      '<!--',
      '&amp;',
      '&#0;',
      '%',
      '\u0000',
      '\n',
      '\ufffe',
      '\ud800',
      '😀',
      ' ',
      'a',
    ),
    maxLength: 20,
  }),
);
const nodes = fc.array(
  fc.record({
    name: fc.constantFrom('title', 'password', 'host', 'cloud_password', 'userDisplayName'),
    value: anything,
    priority: fc.option(fc.nat(100), { nil: undefined }),
  }),
  { minLength: 1 },
);

describe('whatever is in it', () => {
  test('an account parses, and every value comes back', () => {
    fc.assert(
      fc.property(nodes, (given) => {
        const text = accountXml(given);
        expect(XMLValidator.validate(text)).toBe(true);
        expect(text.isWellFormed()).toBe(true);
        const account = Object(readXml(text).account);
        // The last of a name stands.
        for (const { name, value, priority } of new Map(given.map((node) => [node.name, node])).values()) {
          const read = priority === undefined ? account[name] : (account[name]['#text'] ?? '');
          expect(read).toBe(writable(value));
          if (priority !== undefined) expect(account[name]['@priority']).toBe(String(priority));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('an account is written quickly as the library would have written it', () => {
    const parameters = phoneTemplates.parse({}).parameters;
    const address = 'https://phones.northwind.example/acrobits/provisioning';
    const write = createAccountWriter({ parameters, address });
    const templates = [
      {},
      { title: '{name} <{user}> {domain}', priorities: { title: 50, password: 41 }, settings: { codecOrder: '9,0,8' } },
    ].map((given) => [phoneTemplate.parse(given), { ...NSACME }] as const);
    const secret = anything.map((text) => new Secret(text));
    const softphone = fc.record({ domain: anything, user: anything, device: anything, displayName: anything, password: secret });
    const login = fc.record({ name: anything, password: secret });
    fc.assert(
      fc.property(softphone, login, fc.constantFrom(...templates), (phone, typed, [template, environment]) => {
        const whole = accountXml(accountOf(phone, { environment, template, parameters, login: typed, address }));
        expect(write(phone, environment, template, typed)).toBe(whole);
      }),
      { numRuns: 500 },
    );
  });

  test('Quick Dial parses, and every tile comes back', () => {
    const tile = fc.record({
      id: anything,
      displayName: anything,
      uri: anything,
      priority: fc.option(fc.nat(100), { nil: undefined }),
    });
    const template = phoneTemplate.parse({
      dialActions: '<dialActions><dialAction id="a&amp;b"><x/></dialAction></dialActions>',
    });
    fc.assert(
      fc.property(fc.array(tile, { maxLength: 20 }), fc.boolean(), (tiles, whole) => {
        const text = globalXml(tiles, template, whole);
        expect(XMLValidator.validate(text)).toBe(true);
        const { quickDial, dialActions } = Object(readXml(text).provisioning);
        const items = [Object(quickDial).item ?? []].flat();
        expect(items.map((item) => [item['@id'], item.displayName, item.uri, item['@priority']])).toEqual(
          tiles.map(({ id, displayName, uri, priority }) => [
            writable(id),
            writable(displayName),
            writable(uri),
            priority === undefined ? undefined : String(priority),
          ]),
        );
        expect(Object(quickDial)['@maxQuickDialReplacePriority']).toBe(whole ? '21' : undefined);
        expect(dialActions.dialAction['@id']).toBe('a&b');
      }),
      { numRuns: 300 },
    );
  });

  test('an error parses, and its message comes back', () => {
    fc.assert(
      fc.property(anything, (message) => {
        expect(messageOf(errorDocument(message))).toBe(writable(message));
      }),
    );
  });

  test('what can be written stays as it is, and the rest becomes a blank or a question mark', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const written = writable(text);
        expect(writable(written)).toBe(written);
        if (/^[\u0020-\u007e]*$/.test(text)) expect(written).toBe(text);
      }),
    );
    expect(writable('a\u0000b\nc\ud800')).toBe('a b c\ufffd');
  });
});

test('a display name in NetSapiens cannot add anything to an answer, neither in XML nor in JSON', async () => {
  await using stage = await openStage();
  const displayName = `</title><proxy>evil.example</proxy>","update":true,"sipaccounts":[{"proxy":"evil.example"}],"x":"`;
  const softphone = { ...ADA, displayName, domain: 'acme.example', device: '100m"<&', password: new Secret(`p"<&>'`) };
  stage.platform.users.set('100@acme.example', { password: PASSWORD, softphone });
  const login = { cloud_id: 'NSACME', cloud_username: '100@acme.example', cloud_password: PASSWORD };
  const account = Object(readXml(await (await stage.post('/acrobits/provisioning', login)).text()).account);
  expect(account).toMatchObject({ title: displayName, proxy: NSACME.coreHost, username: '100m"<&', password: `p"<&>'` });
  const { body } = await stage.sessionTalk({});
  expect(body).toEqual({
    update: true,
    sipaccounts: [expect.objectContaining({ sipusername: '100m"<&', sippassword: `p"<&>'`, proxy: NSACME.coreHost })],
  });
});
