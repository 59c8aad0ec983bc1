import http from 'node:http';
import { onTestFinished } from 'vitest';
import { type MockAcrobits, type StartOptions, startMockAcrobits } from '../start.ts';

export interface Ask {
  readonly cloudId?: string;
  /** `''` sends none. */
  readonly key?: string;
  readonly domainName?: unknown;
  readonly login?: string;
  readonly password?: string;
  /** Instead of all the rest. */
  readonly body?: string;
}

export interface Acrobits extends MockAcrobits {
  provision(ask?: Ask): Promise<Response>;
  /** `POST /_mock/<path>`. */
  control(path: string, body: unknown): Promise<Response>;
  /** Sends to this host name, whatever the address really is; gives the status. */
  askAs(host: string, path: string, headers: Record<string, string>, body: string): Promise<number>;
}

export const quick = { host: '127.0.0.1', port: 0, smtpPort: 0, auto: false, pauses: [5, 5], firstPauseMs: 5 };

/** What `POST /_mock/seed` takes to file a hand-off of this portal under NSACME. */
export const filedFor = (portalUrl: string, cloudId = 'NSACME', messagingHost?: string) => ({
  cloudId,
  apiKey: 'mock-cloud-api-key',
  portalUrl,
  clientId: 'acrobits-softphone',
  clientSecret: 'mock-client-secret',
  ...(messagingHost && { messagingHost }),
});

/** The whole mock on free ports until the test ends. */
export async function openAcrobits(options: Partial<StartOptions> = {}): Promise<Acrobits> {
  const mock = await startMockAcrobits({ ...quick, ...options });
  onTestFinished(() => mock.close());
  const json = { 'content-type': 'application/json' };
  return {
    ...mock,
    provision({
      cloudId = 'NSACME',
      key = 'mock-cloud-api-key',
      domainName = 'acme.example',
      login = 'integration-office-manager',
      password = 'canary-password',
      body,
    } = {}) {
      const headers = { ...json, ...(key !== '' && { 'x-ntspns-api-key': key }) };
      const asked = { domainName, officeManagerName: login, officeManagerPassword: password };
      const url = `${mock.url}/netsapiens/callbacks/${cloudId}/domains`;
      return fetch(url, { method: 'POST', headers, body: body ?? JSON.stringify(asked), redirect: 'manual' });
    },
    control: (path, body) => fetch(`${mock.url}/_mock/${path}`, { method: 'POST', headers: json, body: JSON.stringify(body) }),
    askAs: (host, path, headers, body) =>
      new Promise((resolve, reject) => {
        const options = { port: mock.port, method: 'POST', path, headers: { ...json, ...headers, host } };
        http
          .request(options, (response) => resolve(response.resume().statusCode ?? 0))
          .once('error', reject)
          .end(body);
      }),
  };
}
