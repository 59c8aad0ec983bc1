/** Keeps the embedded server running, restarts it when it dies, and stops it at the end: what `npm start` does for the others. */
import path from 'node:path';
import { ensurePostgres, stopPostgres } from './embedded.ts';
import { keepPostgres } from './keep.ts';

const dir = path.join(process.env.DATA_DIR || '.data', 'postgres');
await ensurePostgres(dir);
const keeper = keepPostgres(dir);
console.log(`postgres ready in ${dir}`);

const stop = async () => {
  await keeper.stop();
  await stopPostgres(dir);
  process.exit(0);
};
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
