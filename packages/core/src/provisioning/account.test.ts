import { describe, expect, test } from 'vitest';
import { Secret } from '../secret.ts';
import { ADA, NSACME } from '../testing/memory-phones.ts';
import { type AccountContext, type AccountNode, accountOf, signedOutAccount } from './account.ts';
import { isUnfit, readCloudId, readLogin } from './read-login.ts';
import { sessionTalkAccount } from './session-talk.ts';
import { phoneTemplate, phoneTemplates } from './template.ts';

const context = (template: object = {}): AccountContext => ({
  environment: NSACME,
  template: phoneTemplate.parse(template),
  parameters: phoneTemplates.parse({}).parameters,
  login: { name: '100@acme.example', password: new Secret('canary-password') },
  address: 'https://phones.northwind.example/acrobits/provisioning',
});
const byName = (nodes: readonly AccountNode[]) => Object.fromEntries(nodes.map(({ name, value }) => [name, value]));

describe('an account', () => {
  test('names the device, the NetSapiens domain and the core, and brings what the app needs to ask again', () => {
    expect(byName(accountOf(ADA, context()))).toEqual({
      title: 'Ada Example',
      username: '100m',
      authUsername: '100m',
      password: 'canary-sip-secret',
      host: 'acme.example',
      proxy: 'core1.northwind.example',
      transport: 'udp',
      userDisplayName: 'Ada Example',
      cloud_username: '100@acme.example',
      cloud_password: 'canary-password',
      extProvUrl: 'https://phones.northwind.example/acrobits/provisioning',
      extProvMethod: 'POST',
      extProvPostData:
        'cloud_id=NSACME&cloud_username=%account[cloud_username]%&cloud_password=%account[cloud_password]%&reprovision=1',
      extProvInterval: '3600',
    });
  });

  test('takes codecs, encryption, NAT, push and voicemail from the template of the cloudId', () => {
    const settings = { codecOrder: '9,0,8', sdesIncoming: 'required', natTraversal: 'ice', icm: 'push', expires: 900 };
    const nodes = accountOf(ADA, context({ transport: 'tls+sip:', proxyPort: 5061, voiceMailNumber: '*97', settings }));
    expect(byName(nodes)).toMatchObject({
      ...settings,
      expires: '900',
      transport: 'tls+sip:',
      proxy: 'core1.northwind.example:5061',
      voiceMailNumber: '*97',
    });
  });

  test('never has an empty title, since the app would not save it', () => {
    for (const title of ['{name}', '{name}{name}']) {
      const [first] = accountOf({ ...ADA, displayName: ' ' }, context({ title }));
      expect(first).toMatchObject({ name: 'title', value: expect.stringMatching(/^(100m)+$/) });
    }
    expect(accountOf(ADA, context({ title: 'Acme {user} ({domain})' }))[0]?.value).toBe('Acme 100 (acme.example)');
  });

  test('can keep a value from being changed in the app', () => {
    const nodes = accountOf(ADA, context({ priorities: { transport: 50 } }));
    expect(nodes.find(({ name }) => name === 'transport')).toEqual({ name: 'transport', value: 'udp', priority: 50 });
  });

  test('can have the app ask again with GET, where a portal is set up so', () => {
    const nodes = byName(accountOf(ADA, context({ reprovision: { method: 'GET' } })));
    expect(nodes.extProvUrl).toMatch(/\/acrobits\/provisioning\?cloud_id=NSACME&.*&reprovision=1$/);
    expect(nodes.extProvPostData).toBeUndefined();
  });

  test('that is signed out has nothing in it that could register, replaces every node and asks again', () => {
    const template = { voiceMailNumber: '*97', priorities: { host: 50 } };
    const [good, out] = [accountOf(ADA, context(template)), signedOutAccount(context(template))];
    expect(out.map(({ name, priority }) => [name, priority])).toEqual(good.map(({ name, priority }) => [name, priority]));
    expect(byName(out)).toMatchObject({ host: 'signed-out.invalid', proxy: 'signed-out.invalid', extProvInterval: '3600' });
    expect(JSON.stringify(out)).not.toMatch(/canary-sip-secret|100m|northwind\.example"/);
  });
});

describe('SessionTalk’s account', () => {
  const accountFor = (domain: string, sessionTalk: object = {}, transport = 'udp') =>
    sessionTalkAccount({ ...ADA, domain }, NSACME, phoneTemplate.parse({ sessionTalk, transport }));

  test('writes transports in capitals', () => {
    const seen = ['udp', 'tcp', 'tls', 'tls+sip:'].map((transport) => accountFor('acme.example', {}, transport)?.transport);
    expect(seen).toEqual(['UDP', 'TCP', 'TLS', 'TLS']);
  });

  test('has only what stands before the portal’s domain, since the app puts the two together', () => {
    const sessionTalk = { parentDomain: 'pbx.example' };
    expect(accountFor('acme.pbx.example', sessionTalk)?.subdomain).toBe('acme');
    expect(accountFor('east.acme.pbx.example', sessionTalk)?.subdomain).toBe('east.acme');
    expect(accountFor('pbx.example', sessionTalk)).not.toHaveProperty('subdomain');
    expect(accountFor('acme.example', sessionTalk)).toBeUndefined();
    expect(accountFor('evilpbx.example', sessionTalk)).toBeUndefined();
  });

  test('switches off what is to be off', () => {
    expect(accountFor('acme.example', { video: 'Disabled', srtp: 'Enabled' })).toEqual({
      sipusername: '100m',
      sippassword: 'canary-sip-secret',
      authusername: '100m',
      transport: 'UDP',
      proxy: 'core1.northwind.example',
      video: 'Disabled',
      srtp: 'Enabled',
    });
  });
});

describe('what a person typed', () => {
  test.each([
    ['100@acme.example', '100@acme.example'],
    [' Ada@Acme.Example ', 'ada@acme.example'],
    ['jbloggs', 'jbloggs'],
    ['100', '100@acme.example'],
  ])('%s is %s', (typed, name) => {
    expect(readLogin(typed, 'p', 'acme.example')).toMatchObject({ name });
  });

  test('an extension alone stays one where no domain is the usual one', () => {
    expect(readLogin('100', 'p')).toMatchObject({ name: '100' });
  });

  test.each([
    [undefined, 'p', 'the user name is missing'],
    ['', 'p', 'the user name is missing'],
    ['100', undefined, 'the password is missing'],
    ['100', '', 'the password is missing'],
    [['100', '101'], 'p', 'the user name was not sent as one text'],
    ['100', ['p', 'q'], 'the password was not sent as one text'],
    ['100', 5, 'the password was not sent as one text'],
    ['x'.repeat(100_000), 'p', /user name is not one/],
    ['1\u000000', 'p', /user name is not one/],
    ['<100>', 'p', /user name is not one/],
    ['100\ufffd', 'p', /user name is not one/],
    ['100', 'p\u0000', /password is not one/],
    ['100', '\ufffd', /password is not one/],
    ['100', 'x'.repeat(100_000), /password is not one/],
  ])('%j with %j is told in one sentence', (name, password, unfit) => {
    const read = readLogin(name, password);
    expect(isUnfit(read) && read.unfit).toMatch(unfit);
  });

  test('a password may have anything that can be typed', () => {
    const typed = `<>&"' 😀 100%00 ; --`;
    const read = readLogin('100', typed);
    expect(!isUnfit(read) && read.password.reveal()).toBe(typed);
  });

  test.each([
    ['nsacme', 'NSACME'],
    ['NSACME*', 'NSACME'],
    [' a.b-c_d ', 'A.B-C_D'],
  ])('cloud ID %s is %s', (typed, cloudId) => {
    expect(readCloudId(typed)).toEqual({ cloudId });
  });

  test.each([undefined, '', ['A', 'B'], '<A>', 'A B', '*', 'x'.repeat(64)])('%j is no cloud ID', (typed) => {
    expect(isUnfit(readCloudId(typed))).toBe(true);
  });
});

test.each([
  [{ transport: 'TLS' }, /udp, tcp, tls/],
  [{ title: '' }, /not empty/],
  [{ settings: { codecOrder: 'opus' } }, /payload types/],
  [{ settings: { expires: 5 } }, /at least 30/],
  [{ settings: { codec: '9' } }, /codec/],
  [{ deviceSuffix: '1' }, /letters/],
  [{ sessionTalk: { transport: 'tls' } }, /capitals/],
  [{ reprovision: { interval: 1 } }, /at least 60/],
])('a template with %j is refused', (given, sentence) => {
  expect(phoneTemplate.safeParse(given).error?.message).toMatch(sentence);
});
