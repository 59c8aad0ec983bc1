import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../scripts/lib/program.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `npm run audit -- …` on the database of this stage. */
export async function audit(dataDir: string, ...words: readonly string[]): Promise<Said> {
  const run = promisify(execFile);
  const env = { ...process.env, DATA_DIR: dataDir, NODE_NO_WARNINGS: '1' };
  return run(process.execPath, [path.join(ROOT, 'apps/audit/src/main.ts'), ...words], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, out: stdout, err: stderr }),
  );
}

/** The object that `verify --json` prints. */
export async function verify(dataDir: string, ...words: readonly string[]): Promise<unknown> {
  const { code, out } = await audit(dataDir, 'verify', '--json', ...words);
  return { code, ...JSON.parse(out) };
}
