import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '../..');

/** A program of ours, running as a process of its own. */
export interface Program {
  readonly name: string;
  readonly pid: number;
  /** What it has printed so far, both streams. */
  output(): string;
  /** Resolves with the exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
  stop(): Promise<void>;
  /** As `kill -9`, and waits until it is gone. */
  kill(): Promise<void>;
}

export interface ProgramOptions {
  readonly name: string;
  /** The file to run, from the root. */
  readonly main: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What it prints once it is ready. */
  readonly ready: RegExp;
  readonly onLine?: (line: string) => void;
  /** Do not wait for readiness: it may be meant to die. */
  readonly mayDie?: boolean;
}

/** Starts a program and waits until it says that it is ready; throws with what it printed when it ends before that. */
export async function startProgram({ name, main, env, ready, onLine, mayDie = false }: ProgramOptions): Promise<Program> {
  const child = spawn(process.execPath, [path.join(ROOT, main)], {
    cwd: ROOT,
    env: { NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules/.cache/node'), ...inherited(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const isReady = new Promise<void>((resolve) => {
    let rest = '';
    const take = (chunk: Buffer) => {
      printed += chunk;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine?.(line);
      if (ready.test(printed)) resolve();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
  });
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'gone'));
    child.once('error', (error) => resolve(error.message));
  });
  const outcome = await Promise.race([isReady.then(() => undefined), ended, later(60_000).then(() => 'not ready after 60 s')]);
  if (outcome !== undefined && !mayDie) {
    child.kill('SIGKILL');
    throw new Error(`${name} did not start (${outcome}):\n${printed}`);
  }
  return {
    name,
    pid: child.pid ?? -1,
    output: () => printed,
    ended,
    stop: () => end(child, ended, 'SIGTERM'),
    kill: () => end(child, ended, 'SIGKILL'),
  };
}

async function end(child: ChildProcess, ended: Promise<unknown>, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), 8_000);
  await ended;
  clearTimeout(late);
}

/** Our own environment without what would change the programs' behaviour by accident. */
function inherited(): Record<string, string | undefined> {
  const { DATABASE_URL: _, PORT: __, SLACK_APP_TOKEN: ___, NODE_ENV: ____, SECRETS_KEY: _____, ...rest } = process.env;
  return rest;
}

export const later = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

/**
 * Below the ports that the system gives to connections: one of those may be taken by anybody's call between now and its use. Each has a
 * twin above that stays taken while this process lives, so that those who start programs at the same time keep out of each other's way.
 */
const [LOWEST, PORTS] = [10_000, 20_000];

/** Ports that nobody listens on now, and that nobody else is given by this. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  while (ports.length < count) {
    const port = LOWEST + Math.floor(Math.random() * PORTS);
    const twin = await listenOn(port + PORTS);
    const probe = twin && (await listenOn(port));
    await new Promise((resolve) => (probe ? probe.close(resolve) : resolve(undefined)));
    if (probe) ports.push(port);
    else twin?.close();
  }
  return ports;
}

async function listenOn(port: number): Promise<Server | undefined> {
  const server = createServer().unref();
  const listening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  return listening ? server : undefined;
}
