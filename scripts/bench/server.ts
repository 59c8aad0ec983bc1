import { type ChildProcess, fork } from 'node:child_process';
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../lib/program.ts';

/** A server in a process of its own, on a free port of this machine. */
export interface Server {
  readonly name: string;
  /** Sends one request and reads the whole answer. Throws when its status is not `expected`. */
  ask(request: Request): Promise<string>;
  /** CPU time that the process has used since it was started, in microseconds, user and system together. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly expected: number;
  readonly token?: string;
  readonly body?: unknown;
}

export interface ServerOptions {
  readonly name: string;
  /** The program, from the root, or an absolute path. */
  readonly program: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly port: number;
}

const reporter = fileURLToPath(new URL('report-cpu.ts', import.meta.url));
const patience = 30_000;

/** Starts it and waits until it answers. What it prints is thrown away, unless it ends too early. */
export async function startServer({ name, program, args = [], env = {}, port }: ServerOptions): Promise<Server> {
  // A stock Prism of 5.16 wants to run on every core in production, and dies of it.
  const { NODE_ENV: _, ...inherited } = process.env;
  const child = fork(program, args, {
    cwd: ROOT,
    env: { ...inherited, ...env, PORT: String(port) },
    execArgv: ['--import', reporter],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      printed = (printed + chunk).slice(-2000);
    });
  }
  const agent = new http.Agent({ keepAlive: true, maxSockets: 10 });
  const began = performance.now();
  while (!(await answers(port))) {
    if (child.exitCode !== null || performance.now() - began > patience) {
      child.kill('SIGKILL');
      throw new Error(`${name} did not start:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    name,
    ask: (request) => ask(name, agent, port, request),
    cpu: () =>
      new Promise((resolve, reject) => {
        child.once('message', (used) => resolve(Number(used)));
        child.send('cpu?', (error) => error && reject(error));
      }),
    stop: () => {
      agent.destroy();
      return stop(child);
    },
  };
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    http
      .get({ port, host: '127.0.0.1', path: '/' }, (response) => {
        response.resume();
        resolve(true);
      })
      .on('error', () => resolve(false));
  });

function ask(name: string, agent: http.Agent, port: number, { method, path, expected, token, body }: Request): Promise<string> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
  };
  return new Promise((resolve, reject) => {
    const request = http.request({ agent, host: '127.0.0.1', port, method, path, headers }, (response) => {
      let answer = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        answer += chunk;
      });
      response.on('end', () => {
        if (response.statusCode === expected) resolve(answer);
        else reject(new Error(`${name} answered ${method} ${path} with ${response.statusCode}: ${answer.slice(0, 500)}`));
      });
    });
    request.on('error', reject);
    request.end(text);
  });
}

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
