import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './program.ts';
import type { Stack } from './stack.ts';

const CLI = path.join(ROOT, 'apps/cli/src/main.ts');
const CUSTOMER = path.join(ROOT, 'examples/umbra.yaml');

export interface Onboarded {
  readonly domain: string;
  readonly created: number;
  /** What a second plan would still do. */
  readonly replanned: number;
}

/** The example customer from its file to the platform, as somebody at the command line does it: plan, apply, plan again. */
export async function onboardCustomer(stack: Stack, dataDir: string): Promise<Onboarded> {
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    NODE_EXTRA_CA_CERTS: path.join(dataDir, 'tls/cert.pem'),
    NODE_NO_WARNINGS: '1',
    ALLOW_PRIVATE_HOSTS: '1',
    NS_PORTAL_URL: stack.urls.portal,
    NS_CLIENT_ID: 'acrobits-softphone',
    NS_CLIENT_SECRET: 'mock-client-secret',
    NS_USERNAME: 'super@system.example',
    NS_PASSWORD: 'mock-password',
  };
  const run = async (...words: readonly string[]) => {
    const { stdout } = await promisify(execFile)(process.execPath, [CLI, ...words, '--json'], { env });
    return JSON.parse(stdout);
  };
  const out = path.join(dataDir, 'umbra.plan.json');
  const planned = await run('plan', CUSTOMER, '--out', out);
  await run('apply', out, '--yes');
  const again = await run('plan', CUSTOMER, '--out', out);
  const created = planned.actions.filter(({ act }: { act: string }) => act === 'create').length;
  return { domain: planned.domain, created, replanned: again.actions.length };
}
