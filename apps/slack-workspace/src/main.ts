import { Misconfigured, readSettings } from './settings.ts';
import { start } from './start.ts';

function reasonOf(error: unknown): string {
  if (error instanceof Misconfigured) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return 'PORT is taken by another program; choose another one.';
  if (code === 'EADDRNOTAVAIL' || code === 'EACCES')
    return 'HOST and PORT name an address that this machine does not give to us.';
  throw error;
}

try {
  const { url, stop } = await start(readSettings(process.env));
  process.stdout.write(`slack-workspace listening on ${url}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = 1;
}
