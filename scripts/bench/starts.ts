import { type ChildProcess, spawn } from 'node:child_process';
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { freePorts, later, ROOT } from '../lib/program.ts';
import { median } from './measure.ts';
import type { Result } from './report.ts';

const rounds = 5;
const patience = 60_000;
/** What is promised for a document of 480 operations, in milliseconds. */
const promised = 3000;

const prism = fileURLToPath(new URL('dist/index.js', import.meta.resolve('@stoplight/prism-cli/package.json')));

/** From the moment the command is given until the server answers, in milliseconds. The process and all it started are gone afterwards. */
async function start([command = '', ...args]: readonly string[], port: number, env: Record<string, string>): Promise<number> {
  const { NODE_ENV: _, ...inherited } = process.env;
  const began = performance.now();
  // In a group of its own, because npm starts others.
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...inherited, ...env, PORT: String(port) },
    stdio: 'ignore',
    detached: true,
  });
  try {
    while (!(await answers(port))) {
      if (child.exitCode !== null || performance.now() - began > patience)
        throw new Error(`${command} ${args.join(' ')} did not start`);
      await later(5);
    }
    return performance.now() - began;
  } finally {
    await end(child);
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    http
      .get({ port, host: '127.0.0.1', path: '/', agent: false }, (response) => {
        response.resume();
        resolve(true);
      })
      .on('error', () => resolve(false));
  });

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGTERM');
  await gone;
}

/** How long the mock takes to start with a large document: as a program, and through npm, which itself takes a while. */
export async function measureStarts({ document, folder }: { document: string; folder: string }): Promise<Result[]> {
  const port = async () => (await freePorts(1))[0] ?? 0;
  // As scripts/lib/program.ts starts programs.
  const env = { SPEC: document, DATA_DIR: folder, NODE_COMPILE_CACHE: `${ROOT}/node_modules/.cache/node` };
  const program = async () => start([process.execPath, 'apps/mock-netsapiens/src/main.ts'], await port(), env);
  const npm = async () => start(['npm', 'run', '--silent', 'mock:netsapiens'], await port(), env);
  const stock = async () => {
    const free = await port();
    return start([process.execPath, prism, 'mock', '-h', '127.0.0.1', '-p', String(free), '-v', 'silent', document], free, {});
  };
  const times: { own: number[]; npm: number[]; stock: number[] } = { own: [], npm: [], stock: [] };
  // The first start of all fills the cache of compiled code.
  await program();
  for (let round = 0; round < rounds; round += 1) {
    times.own.push(await program());
    times.npm.push(await npm());
    times.stock.push(await stock());
  }
  const words = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
  const against = `(stock Prism: ${words(median(times.stock))})`;
  const result = (name: string, all: readonly number[]): Result => ({
    name,
    ratio: median(all) / promised,
    goal: 1,
    sense: 'at most',
    detail: `${words(median(all))}, at most ${words(Math.max(...all))} ${against}`,
  });
  return [
    result('start with a document of 480 operations, against 3 s (time)', times.own),
    result('the same through `npm run mock:netsapiens` (time)', times.npm),
  ];
}
