import { request } from 'node:http';
import { expect, test } from 'vitest';
import { openPlatform } from './testing.ts';

/** Status and content type of `/ns-api/v2/version` under a host name, which `fetch` would not let anybody choose. */
const versionAt = (url: string, host: string): Promise<[number | undefined, string | undefined]> =>
  new Promise((resolve, reject) => {
    request(`${url}/ns-api/v2/version`, { headers: { host } }, (response) => {
      response.resume();
      resolve([response.statusCode, response.headers['content-type']]);
    })
      .on('error', reject)
      .end();
  });

const html = [404, 'text/html; charset=utf-8'];
const json = [200, 'application/json'];

test('a host called voip has the portal and no API', async () => {
  const { url } = await openPlatform();
  expect(await versionAt(url, 'voip.example.net')).toEqual(html);
  expect(await versionAt(url, 'pbx.example.net:443')).toEqual(json);
});

test.each([
  ['localhost', 'localhost:4401', html],
  ['localhost', '127.0.0.1:4401', json],
  ['localhost', 'voip.example.net', json],
  ['none', 'voip.example.net', json],
])('with the portal at %s, %s answers %j', async (portalHost, host, expected) => {
  const { url, turn } = await openPlatform();
  await turn({ portalHost });
  expect(await versionAt(url, host)).toEqual(expected);
});
