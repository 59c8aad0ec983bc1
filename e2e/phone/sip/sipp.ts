import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Address } from './datagrams.ts';
import type { SipAccount } from './register.ts';

const SCENARIO = path.join(import.meta.dirname, 'register.sipp.xml');

/** SIPp, a user agent that shares no code with ours: named in SIPP, or where Debian's package sip-tester puts it. */
export const SIPP: string | undefined = [process.env.SIPP, '/usr/bin/sipp', '/usr/local/bin/sipp'].find(
  (file) => file !== undefined && file !== '' && existsSync(file),
);

/** Whether SIPp registers with this account: true when the registrar let it in. Credentials go through a file, since others may read a command line. */
export async function registerWithSipp(account: SipAccount, server: Address, expires = 600): Promise<boolean> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sipp-'));
  const accounts = path.join(folder, 'account.csv');
  const { username, host, authUsername, password } = account;
  await writeFile(accounts, `SEQUENTIAL\n${username};${host};[authentication username=${authUsername} password=${password}]\n`);
  const options = ['-sf', SCENARIO, '-inf', accounts, '-key', 'expires', String(expires), '-i', '127.0.0.1', '-m', '1'];
  // Its screens need a terminal; the exit code tells whether the call went as the scenario says.
  const limits = ['-timeout', '15', '-timeout_error', '-nostdin', '-trace_err', '-error_file', path.join(folder, 'errors')];
  try {
    return await new Promise((resolve, reject) => {
      const child = execFile(SIPP ?? 'sipp', [...options, ...limits, `${server.address}:${server.port}`], {
        cwd: folder,
        timeout: 20_000,
      });
      child.once('error', reject);
      child.once('close', (code) => resolve(code === 0));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
