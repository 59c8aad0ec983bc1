import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../scripts/lib/program.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'enablement-firewall-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const service = (id: string, neededFor: string, more: object) => ({
  id,
  name: `Service ${id}`,
  neededFor,
  calls: 'https',
  ...more,
});
/** JSON is YAML too. */
async function allowlist(groups: readonly object[], readAt: string | null = '2026-03-01') {
  await writeFile(
    path.join(folder, 'allowlist.yaml'),
    JSON.stringify({ source: 'https://doc.acrobits.example/list', readAt, groups }),
  );
}

async function firewall(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, DATA_DIR: folder, ALLOWLIST: path.join(folder, 'allowlist.yaml'), NODE_NO_WARNINGS: '1' };
  return promisify(execFile)(process.execPath, [path.join(ROOT, 'apps/cli/src/main.ts'), 'firewall', ...words], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, out: stdout, err: stderr }),
  );
}

describe('npm run firewall', () => {
  test('lists what is enabled, with the day it was read, and the next time what has changed', async () => {
    await allowlist([
      service('web-login', 'base', { addresses: ['198.51.100.1', '198.51.100.2'] }),
      service('push', 'push', { addresses: ['198.51.100.3'], calls: 'sip' }),
      service('messaging', 'messaging', { addresses: ['198.51.100.4'] }),
    ]);
    const first = await firewall('--format', 'plain', '--no-push');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('The allowlist was read on 2026-03-01 from https://doc.acrobits.example/list');
    expect(first.out.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([
      '198.51.100.1',
      '198.51.100.2',
    ]);

    await allowlist([service('web-login', 'base', { addresses: ['198.51.100.2', '198.51.100.9'] })]);
    const second = await firewall();
    expect(second.out).toMatch(/^\+ {2}Service web-login +198\.51\.100\.9 /m);
    expect(second.out).toMatch(/^- {2}Service web-login +198\.51\.100\.1 /m);
    expect(second.out).toContain('1 new, 1 gone');
  });

  test('groups and ports follow a file of environments', async () => {
    await allowlist([
      service('push', 'push', { addresses: ['198.51.100.3'], calls: 'sip' }),
      service('messaging', 'messaging', { addresses: ['198.51.100.4'] }),
    ]);
    const file = path.join(folder, 'environments.yaml');
    const secret = { env: 'PATH' };
    const environment = {
      cloudId: 'NSACME',
      portalUrl: 'https://portal.northwind.example',
      coreHost: 'core1.northwind.example',
      corePort: 5070,
      clientId: 'acrobits-softphone',
      clientSecret: secret,
      messagingHost: 'api.acrobits.example',
      apiKey: secret,
    };
    await writeFile(file, JSON.stringify({ environments: [environment] }));
    const { out } = await firewall(file, '--format', 'iptables');
    expect(out).toContain('iptables -A ACROBITS -s 198.51.100.3 -p udp -m multiport --dports 5070 -j ACCEPT');
    expect(out).toContain('iptables -A ACROBITS -s 198.51.100.4 -p tcp -m multiport --dports 443 -j ACCEPT');
  });

  test('a service without data is named, with where to look, and no address is made up', async () => {
    await allowlist(
      [service('dashboard', 'base', {}), service('never-seen', 'push', { hosts: ['sipis.localhost'], calls: 'sip' })],
      null,
    );
    const { code, out, err } = await firewall('--format', 'nftables');
    expect(code).toBe(1);
    expect(out).toContain(
      '# MISSING: Service dashboard: No addresses are known here. Read them at https://doc.acrobits.example/list',
    );
    expect(out).toContain('sipis.localhost leads to 127.0.0.1, which is no public address');
    expect(out).not.toMatch(/elements|accept/);
    expect(err).toContain('This list is not complete: Service dashboard, Service never-seen.');
  });

  test.each([
    [['--format', 'pf'], /format, Given: "pf", Choices: "table"/],
    [['--sip-port', '70000'], /“70000” is no port/],
    [['a.yaml', 'b.yaml'], /One file at a time/],
  ])('%j: exit 2, and what was expected', async (words, sentence) => {
    const said = await firewall(...words);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toMatch(sentence);
  });
});
