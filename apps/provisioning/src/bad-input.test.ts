import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOGIN, messageOf, openStage, PASSWORD, type Stage } from './testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.[Symbol.asyncDispose]());

const FORM = 'application/x-www-form-urlencoded';
const ACROBITS = ['/acrobits/provisioning', '/acrobits/global'];
const long = 'x'.repeat(100_000);

/** Whatever it was, it is an answer of ours, in XML, which says something, and nobody was let in. */
async function refused(answer: Response): Promise<number> {
  const text = await answer.text();
  expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  expect(messageOf(text), text.slice(0, 500)).toMatch(/^[A-Z][^\n]{5,200}\.$/);
  expect(text).not.toContain('canary');
  return answer.status;
}
const send = (path: string, body: BodyInit, type = FORM, more: Record<string, string> = {}) =>
  fetch(`${stage.url}${path}`, { method: 'POST', headers: { 'content-type': type, ...more }, body });
const raw = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map((pair) => pair.join('='))
    .join('&');

const nasty: [string, string][] = [
  ['XML', `<a>&b;"'</a>`],
  ['a CDATA end', ']]><account/>'],
  ['NUL', 'a\u0000b'],
  ['a line break', 'a\r\nb'],
  ['an emoji', '😀'],
  ['percent encoding', '%00'],
  ['JSON', '","update":true,"x":"'],
  ['SQL', `' or 1=1; --`],
  ['a path', '../../etc/passwd'],
  ['a prototype', '__proto__'],
  ['blanks', '   '],
];

describe.each(ACROBITS)('%s', (path) => {
  describe.each(Object.keys(LOGIN))('with %s', (name) => {
    test.each(nasty)('that is %s', async (_, value) => {
      const fields = { ...LOGIN, [name]: value };
      for (const answer of [
        await stage.post(path, fields),
        await stage.get(path, fields),
        await send(path, JSON.stringify(fields), 'application/json'),
      ])
        expect([400, 403, 429]).toContain(await refused(answer));
    });

    test('that is 100 kB long', async () => {
      const fields = { ...LOGIN, [name]: long };
      expect(await refused(await stage.post(path, fields))).toBe(413);
      expect(await refused(await send(path, JSON.stringify(fields), 'application/json'))).toBe(413);
      // Node ends this one by itself: headers have a limit.
      expect((await stage.get(path, fields)).status).toBe(431);
    });

    test('that is sent twice', async () => {
      const twice = `${new URLSearchParams(LOGIN)}&${name}=other`;
      expect(await refused(await send(path, twice))).toBe(400);
      expect(await refused(await fetch(`${stage.url}${path}?${twice}`))).toBe(400);
    });

    test.each([['%ff%fe'], ['%c3%28'], ['%ed%a0%80']])('that is no UTF-8: %s', async (value) => {
      const fields = raw({ ...LOGIN, cloud_password: 'p', [name]: value });
      expect(await refused(await send(path, fields))).toBe(400);
      expect(await refused(await fetch(`${stage.url}${path}?${fields}`))).toBe(400);
    });

    test.each([[null], [5], [true], [['a']], [{ a: 1 }]])('that is %j in JSON', async (value) => {
      expect(await refused(await send(path, JSON.stringify({ ...LOGIN, [name]: value }), 'application/json'))).toBe(400);
    });
  });

  test.each([
    ['nothing', '', undefined, 400],
    ['an empty form', '', FORM, 400],
    ['JSON that is cut off', '{"cloud_id":"NS', 'application/json', 400],
    ['JSON that is a list', '["NSACME"]', 'application/json', 400],
    ['JSON that is a text', '"NSACME"', 'application/json', 400],
    ['XML', '<login/>', 'application/xml', 415],
    ['a form with files', '--x\r\n', 'multipart/form-data; boundary=x', 415],
    ['another character set', 'cloud_id=NSACME', `${FORM}; charset=utf-16`, 415],
    ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x3d, 0x31]), FORM, 400],
    ['a thousand parameters', Array.from({ length: 1_000 }, (_, at) => `p${at}=1`).join('&'), FORM, 400],
  ] as const)('with %s', async (_, body, type, status) => {
    const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
    expect(await refused(await fetch(`${stage.url}${path}`, { method: 'POST', headers, body: body as BodyInit }))).toBe(status);
  });

  test('with a body that is packed', async () => {
    expect(await refused(await send(path, 'cloud_id=NSACME', FORM, { 'content-encoding': 'gzip' }))).toBe(415);
  });
});

describe('/sessiontalk/provisioning', () => {
  test.each(['username', 'password'])('without %s answers 400 and says so', async (name) => {
    for (const answer of [await stage.sessionTalk({ [name]: '' })])
      expect(answer).toEqual({
        status: 400,
        body: { update: false, sipaccounts: [], errmsg: 'User name and password are needed.' },
      });
  });

  describe.each(['username', 'password', 'reprovision', 'deviceId'])('with %s', (name) => {
    test.each(nasty)('that is %s', async (_, value) => {
      const { status, body } = await stage.sessionTalk({ [name]: value });
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain(value === '😀' ? 'nothing' : 'update":true,"x');
      if (name === 'username' || name === 'password')
        expect(body).toMatchObject({ update: false, sipaccounts: [], errmsg: expect.any(String) });
    });

    test('that is sent twice', async () => {
      const query = new URLSearchParams({
        username: '100@acme.example',
        password: PASSWORD,
        reprovision: 'false',
        deviceId: 'd',
      });
      query.append(name, 'other');
      const answer = await fetch(`${stage.url}/sessiontalk/provisioning?${query}`);
      expect(answer.status).toBe(200);
      if (name === 'username' || name === 'password')
        expect(await answer.json()).toMatchObject({ update: false, errmsg: expect.stringMatching(/one text/) });
    });

    test('that is long', async () => {
      expect((await stage.sessionTalk({ [name]: 'x'.repeat(10_000) })).status).toBe(200);
    });
  });

  test.each(['POST', 'PUT', 'DELETE', 'HEAD'])('with %s', async (method) => {
    const answer = await fetch(`${stage.url}/sessiontalk/provisioning`, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
  });

  test('with broken percent encoding in the cloudId', async () => {
    const answer = await fetch(`${stage.url}/sessiontalk/provisioning/%ff?username=a&password=b`);
    expect([answer.status, await answer.json()]).toEqual([200, { update: false, sipaccounts: [], errmsg: expect.any(String) }]);
  });
});

test.each(['/', '/acrobits', '/acrobits/provisioning/x', '/%ff', '/../etc/passwd', '/sessiontalk'])(
  '%s leads nowhere, and says so',
  async (path) => {
    expect([400, 404]).toContain(await refused(await fetch(`${stage.url}${path}`)));
  },
);

test('what is not HTTP is answered with 400 and hung up on', async () => {
  const { hostname, port } = new URL(stage.url);
  const socket = connect(Number(port), hostname);
  let said = '';
  socket.on('data', (chunk) => {
    said += chunk;
  });
  socket.write('REGISTER sip:acme.example SIP/2.0\r\n\r\n');
  await once(socket, 'close');
  expect(said).toMatch(/^HTTP\/1\.1 400 /);
});

test.each([
  [
    'in the middle of a body',
    'POST /acrobits/provisioning HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"clo',
  ],
  ['in the middle of a chunk', 'POST /acrobits/global HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc'],
])('who hangs up %s disturbs nobody', async (_, request) => {
  const { hostname, port } = new URL(stage.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(request);
  await new Promise((resolve) => setTimeout(resolve, 30));
  socket.destroy();
  expect((await stage.sessionTalk({})).status).toBe(200);
});

test('none of it was a bug of ours, and nothing that was sent got into the log', () => {
  expect(stage.told.filter((line) => line.startsWith('incident'))).toEqual([]);
  expect(stage.told.join('\n')).not.toMatch(/canary|100@|passwd|😀/);
});
