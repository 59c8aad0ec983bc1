import { enablement, type Said } from '../command-line.ts';

/** `npm run audit -- …` on the database of this stage. */
export const audit = (dataDir: string, ...words: readonly string[]): Promise<Said> =>
  enablement({ DATA_DIR: dataDir }, 'audit', ...words);

/** The object that `verify --json` prints. */
export async function verify(dataDir: string, ...words: readonly string[]): Promise<unknown> {
  const { code, out } = await audit(dataDir, 'verify', '--json', ...words);
  return { code, ...JSON.parse(out) };
}
