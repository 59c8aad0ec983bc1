import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { operatorsEnv } from './command-line.ts';
import { CLIENT_SECRET, PASSWORD, type Stage } from './stage.ts';

/** Declares the mocks' environment in a file, and gives the environment of somebody who rolls it out: no Slack has a part in it. */
export async function declareEnvironment(stage: Stage): Promise<Readonly<Record<string, string>>> {
  const { stack, dataDir } = stage;
  const file = path.join(dataDir, 'environments.yaml');
  const environment = {
    cloudId: 'NSACME',
    portalUrl: stack.urls.portal,
    coreHost: 'core1.northwind.example',
    clientId: 'acrobits-softphone',
    clientSecret: { env: 'NS_CLIENT_SECRET' },
    messagingHost: stack.urls.messagingHost,
    apiKey: { env: 'ACROBITS_API_KEY' },
  };
  await writeFile(file, stringify({ environments: [environment] }));
  return {
    ...operatorsEnv(stage),
    ENVIRONMENTS: file,
    NS_CLIENT_SECRET: CLIENT_SECRET,
    ACROBITS_API_KEY: 'mock-cloud-api-key',
    SOFTPHONE_PASSWORD: PASSWORD,
  };
}

/** Domains that Acrobits has now, and how often it was asked to take one. */
export async function atAcrobits({ stack }: Stage): Promise<{ readonly domains: readonly string[]; readonly calls: number }> {
  const [state, requests] = await Promise.all(
    ['state', 'requests'].map(async (what) => (await fetch(`${stack.urls.acrobits}/_mock/${what}`)).json()),
  );
  const { clouds }: { clouds: readonly { domains: readonly { domain: string }[] }[] } = state;
  const calls: readonly { operation?: string }[] = requests;
  return {
    domains: clouds.flatMap(({ domains }) => domains.map(({ domain }) => domain)),
    calls: calls.filter(({ operation }) => operation === 'provisionDomain').length,
  };
}
