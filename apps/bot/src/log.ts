/** One line each, to standard output and standard error. Nothing that Slack sent or that a person typed is ever logged. */
export interface Log {
  info(what: string): void;
  error(what: string, error: unknown): void;
}

export const consoleLog: Log = {
  info: (what) => console.log(`${new Date().toISOString()} ${what}`),
  error: (what, error) => console.error(`${new Date().toISOString()} ${what}: ${describe(error)}`),
};

function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  const where =
    error.stack
      ?.split('\n')
      .find((line) => line.includes('.ts:'))
      ?.trim() ?? '';
  return `${error.name}: ${error.message}${cause} ${where}`.trim();
}
