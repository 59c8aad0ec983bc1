import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './program.ts';
import type { Stack } from './stack.ts';

export type Tally = Readonly<Record<'passed' | 'failed' | 'unknown', number>>;

/** The secrets of the mocks' seeds, by the names that files of environments know them by. */
const SECRETS = {
  NS_CLIENT_SECRET: 'mock-client-secret',
  ACROBITS_API_KEY: 'mock-cloud-api-key',
  MOCK_PASSWORD: 'mock-password',
};

/** `npm run check` on what the file declares, as a person or a CI server runs it. JSON is YAML too. */
export async function checkReadiness(dataDir: string, name: string, declared: object): Promise<Tally> {
  const file = path.join(dataDir, `${name}.yaml`);
  await writeFile(file, JSON.stringify(declared));
  const env = {
    ...process.env,
    ...SECRETS,
    ALLOW_PRIVATE_HOSTS: '1',
    NODE_EXTRA_CA_CERTS: path.join(dataDir, 'tls/cert.pem'),
    NODE_NO_WARNINGS: '1',
  };
  const words = [path.join(ROOT, 'apps/cli/src/main.ts'), 'check', file, '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, words, { env }).catch((error: unknown) => {
    // Ends with 1 when something failed, which is a result and no error.
    if (error instanceof Error && 'code' in error && error.code === 1 && 'stdout' in error)
      return { stdout: String(error.stdout) };
    throw error;
  });
  const statuses = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).status);
  const count = (status: keyof Tally) => statuses.filter((one) => one === status).length;
  return { passed: count('passed'), failed: count('failed'), unknown: count('unknown') };
}

/** The environment that everything on this machine together makes, with an Office Manager for each of the domains. */
export const localEnvironment = ({ urls, ports }: Stack, cloudId: string, domains: readonly string[]) => ({
  cloudId,
  portalUrl: urls.portal,
  coreHost: 'localhost',
  corePort: ports.sip,
  coreTlsPort: ports.sips,
  clientId: 'acrobits-softphone',
  clientSecret: { env: 'NS_CLIENT_SECRET' },
  messagingHost: urls.messagingHost,
  apiKey: { env: 'ACROBITS_API_KEY' },
  domains: domains.map((domain) => ({
    domain,
    officeManagerName: `integration-office-manager@${domain}`,
    officeManagerPassword: { env: 'MOCK_PASSWORD' },
  })),
});
