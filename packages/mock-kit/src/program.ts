import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ProgramSettings {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** `.data` at the top of the repository, from wherever a program was started. */
const standardDataDir = fileURLToPath(new URL('../../../.data', import.meta.url));

/** Throws one sentence that names the variable. Mocks refuse `NODE_ENV=production`: they accept passwords that everybody knows. */
export function readSettings(environment: Environment, standardPort: number): ProgramSettings {
  if (environment.NODE_ENV === 'production')
    throw new Error('NODE_ENV is production, and a mock must never stand in for the real thing there.');
  return {
    port: readPort(environment, 'PORT', standardPort),
    host: environment.HOST || '127.0.0.1',
    dataDir: environment.DATA_DIR ? resolve(environment.DATA_DIR) : standardDataDir,
  };
}

export function readPort(environment: Environment, variable: string, standard: number): number {
  const text = environment[variable];
  if (text === undefined || text === '') return standard;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new Error(`${variable} must be a port number from 0 to 65535, not "${text}".`);
  return port;
}

/** What a started program gives back. */
export interface Running {
  readonly url: string;
  close(): Promise<void>;
}

/** The whole life of a program: start or say in one sentence why not (exit 1), one line when it listens, a clean stop on SIGTERM and SIGINT. */
export async function runProgram(name: string, start: () => Promise<Running>): Promise<void> {
  let running: Running;
  try {
    running = await start();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
  console.log(`${name} listening on ${running.url}`);
  const stop = (): void => {
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
