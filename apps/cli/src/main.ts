/** The command line: `npm run check -- <file.yaml>`, `npm run firewall`. Without a command it tells what there is. */
import { Refused, Unreachable } from '@enablement/core';
import { check } from './check/command.ts';
import { type Command, type ExitCode, Misused, type Terminal } from './command.ts';
import { firewall } from './firewall/command.ts';

const COMMANDS: readonly Command[] = [check, firewall];

const terminal: Terminal = {
  env: process.env,
  out: (text) => console.log(text),
  err: (text) => console.error(text),
  colours: process.stdout.isTTY && !process.env.NO_COLOR,
};

async function main([name, ...args]: readonly string[]): Promise<ExitCode> {
  const command = COMMANDS.find((one) => one.name === name);
  const usage = (command === undefined ? COMMANDS : [command]).map((one) => one.usage).join('\n\n');
  if (command === undefined || args.includes('--help') || args.includes('-h')) {
    const asked = command !== undefined || name === undefined || name === 'help' || name === '--help';
    if (!asked) terminal.err(`There is no command “${name}”.\n`);
    (asked ? terminal.out : terminal.err)(usage);
    return asked ? 0 : 2;
  }
  try {
    return await command.run(args, terminal);
  } catch (error) {
    terminal.err(explain(error, command));
    return 2;
  }
}

function explain(error: unknown, { usage }: Command): string {
  if (error instanceof Misused) return `${error.message}\n\n${usage}`;
  if (error instanceof Refused || error instanceof Unreachable) return `${error.message} ${error.todo}`;
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    return `${error.message.split('. To specify')[0]}.\n\n${usage}`;
  return error instanceof Error ? error.message : String(error);
}

// `exitCode`, so that what was printed into a pipe arrives.
process.exitCode = await main(process.argv.slice(2));
