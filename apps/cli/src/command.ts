/** What a command has of the world, so that it can be called from anywhere. */
export interface Terminal {
  readonly env: NodeJS.ProcessEnv;
  /** One line, or several. */
  out(text: string): void;
  err(text: string): void;
  /** Whether a person looks at what is printed. */
  readonly colours: boolean;
}

/** 0: as hoped. 1: it ran, and the answer is no. 2: it could not run, and `err` said why. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  readonly name: string;
  readonly usage: string;
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** A sentence for the person who typed: what was wrong, and what was expected. */
export class Misused extends Error {
  override readonly name = 'Misused';
}
