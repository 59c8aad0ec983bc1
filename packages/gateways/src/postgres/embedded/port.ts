import { randomInt } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hasCode, keepOnce } from './keep-once.ts';

/**
 * The server's port, chosen once and kept, so that programs which lost the server find it again at the same address. Below
 * 32768, where neither Linux nor macOS takes ports for outgoing connections. Another one is chosen only when somebody else has it.
 */
export async function settlePort(home: string): Promise<number> {
  const file = join(home, 'port');
  let port = Number(await keepOnce(file, () => String(choose())));
  for (let waited = 0; !(await isFree(port)); waited += 100) {
    // Children of a killed server may hold on for a moment.
    if (waited < 1_000) {
      await pause(100);
      continue;
    }
    port = choose();
    await writeFile(file, String(port), { mode: 0o600 });
  }
  return port;
}

const choose = () => randomInt(20_000, 32_000);

function isFree(port: number): Promise<boolean> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return Promise.resolve(false);
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (hasCode(error, 'EADDRINUSE', 'EACCES') ? resolve(false) : reject(error)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
