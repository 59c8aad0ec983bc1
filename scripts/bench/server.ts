import { type ChildProcess, fork } from 'node:child_process';
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../lib/program.ts';

/** A server in a process of its own, on a free port of this machine. */
export interface Server {
  readonly name: string;
  /** Sends one request and reads the whole answer. Throws when its status is not `expected`. */
  ask(request: Request): Promise<string>;
  /** The same, and gives back a header of the answer. */
  header(request: Request, name: string): Promise<string>;
  /** CPU time that the process has used since it was started, in microseconds, user and system together. */
  cpu(): Promise<number>;
  /** Bytes of memory that the process holds now. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly expected: number;
  readonly token?: string;
  readonly body?: unknown;
  /** Sent as a form instead. */
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
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
    ask: async (request) => (await ask(name, agent, port, request)).text,
    header: async (request, header) => String((await ask(name, agent, port, request)).headers[header] ?? ''),
    cpu: () => told(child, 'cpu?'),
    memory: () => told(child, 'memory?'),
    stop: () => {
      agent.destroy();
      return stop(child);
    },
  };
}

const told = (child: ChildProcess, asked: 'cpu?' | 'memory?'): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('message', (answer) => resolve(Number(answer)));
    child.send(asked, (error) => error && reject(error));
  });

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    http
      .get({ port, host: '127.0.0.1', path: '/' }, (response) => {
        response.resume();
        resolve(true);
      })
      .on('error', () => resolve(false));
  });

interface Answer {
  readonly text: string;
  readonly headers: http.IncomingHttpHeaders;
}

function ask(name: string, agent: http.Agent, port: number, request: Request): Promise<Answer> {
  const { method, path, expected, token } = request;
  const [type, text] = bodyOf(request);
  const headers = {
    ...request.headers,
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(text !== undefined && { 'content-type': type, 'content-length': Buffer.byteLength(text) }),
  };
  return new Promise((resolve, reject) => {
    const call = http.request({ agent, host: '127.0.0.1', port, method, path, headers }, (response) => {
      let answer = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        answer += chunk;
      });
      response.on('end', () => {
        if (response.statusCode === expected) resolve({ text: answer, headers: response.headers });
        else reject(new Error(`${name} answered ${method} ${path} with ${response.statusCode}: ${answer.slice(0, 500)}`));
      });
    });
    call.on('error', reject);
    call.end(text);
  });
}

function bodyOf({ body, form }: Request): readonly [type?: string, text?: string] {
  if (form !== undefined) return ['application/x-www-form-urlencoded', new URLSearchParams(form).toString()];
  return body === undefined ? [] : ['application/json', JSON.stringify(body)];
}

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
