import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const folder = new URL('../', import.meta.url);
const redocly = fileURLToPath(new URL('bin/cli.js', import.meta.resolve('@redocly/cli/package.json')));

/** What a contract that is written in several files becomes in one. Needs no network, and the same files give the same text. */
export async function bundle(source: URL): Promise<string> {
  const environment = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const { stdout } = await run(process.execPath, [redocly, 'bundle', fileURLToPath(source), '--ext', 'yaml'], {
    cwd: folder,
    env: environment,
    maxBuffer: 2 ** 26,
  });
  return stdout;
}
