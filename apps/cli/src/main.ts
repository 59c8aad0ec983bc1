/** `npm run enablement -- <command>`: customers' domains from files, readiness, the firewall list and the audit, from the command line. 2 is a wrong call or a bad file. */
import { customerFileSchema, Refused, Unreachable } from '@enablement/core';
import yargs, { type Argv } from 'yargs';
import { hideBin } from 'yargs/helpers';
import { audit } from './audit/audit.ts';
import { check } from './check/command.ts';
import { apply } from './commands/apply.ts';
import { importDomain } from './commands/import.ts';
import { plan } from './commands/plan.ts';
import { rolloutWords } from './commands/rollout.ts';
import { status } from './commands/status.ts';
import { FORMATS, firewall } from './firewall/command.ts';
import type { Terminal } from './terminal.ts';

const json = { type: 'boolean', default: false, describe: 'For programs: one JSON object' } as const;
const portal = { type: 'string', describe: 'The platform, https://… (else NS_PORTAL_URL)' } as const;
const allowDelete = { type: 'boolean', default: false, describe: 'Delete what the file does not name' } as const;

const terminal: Terminal = {
  env: process.env,
  out: (text) => console.log(text),
  err: (text) => console.error(text),
  colours: process.stdout.isTTY && !process.env.NO_COLOR,
};

/** `exitCode`, so that what was printed into a pipe arrives. */
const ending = async (code: Promise<number>): Promise<void> => {
  process.exitCode = await code;
};

/** One line, and in words. */
const told = (message: string): string =>
  message.startsWith('Not enough non-option arguments')
    ? 'Something is missing in this call'
    : message.trim().replaceAll(/\s*\n\s*/g, ' ');

function commands(given: readonly string[]): Argv {
  return yargs([...given])
    .scriptName('enablement')
    .usage('$0 <command>\n\nReads by default; only `apply` writes, and only a plan that you have seen.')
    .command(
      'plan <file>',
      'Say what a customer’s file would change on the platform, and write the plan',
      (words) =>
        words
          .positional('file', {
            type: 'string',
            demandOption: true,
            describe: 'The customer’s file, YAML or JSON',
            normalize: true,
          })
          .options({ portal, out: { type: 'string', describe: 'Where to write the plan' }, 'allow-delete': allowDelete, json }),
      (args) => ending(plan(args)),
    )
    .command(
      'apply <plan>',
      'Do exactly what a plan says, or go on with it',
      (words) =>
        words.positional('plan', { type: 'string', demandOption: true, describe: 'The plan’s file', normalize: true }).options({
          yes: { type: 'boolean', default: false, describe: 'Do not ask' },
          'allow-delete': allowDelete,
          domain: { type: 'string', describe: 'The domain’s name, typed, before something is deleted' },
          json,
        }),
      (args) => ending(apply(args)),
    )
    .command(
      'import <domain>',
      'Write the file of a domain that exists',
      (words) =>
        words
          .positional('domain', { type: 'string', demandOption: true })
          .options({ portal, out: { type: 'string', describe: 'Where to write the file' }, json }),
      (args) => ending(importDomain(args)),
    )
    .command(
      'status [run]',
      'Show what is being applied and what was',
      (words) => words.positional('run', { type: 'string' }).options({ json }),
      (args) => ending(status(args)),
    )
    .command('rollout', 'Messaging for many domains: plan, apply, canary, pause, retry, report', (words) =>
      rolloutWords(words, ending),
    )
    .command(
      'audit <what>',
      'Verify the audit’s hash chain, or keep its end (anchor)',
      (words) =>
        words.positional('what', { choices: ['verify', 'anchor'] as const, demandOption: true }).options({
          anchor: { type: 'string', array: true, default: [] as string[], describe: 'An end that was written down, number:hash' },
          anchors: { type: 'string', describe: 'The file of ends that were kept' },
          json,
        }),
      (args) => ending(audit(args)),
    )
    .command(
      'check [file]',
      'Check environments and Xima targets that a file declares: network, NetSapiens, Acrobits; 20 seconds at most',
      (words) =>
        words
          .positional('file', { type: 'string', describe: 'The file that declares them', normalize: true })
          .options({ junit: { type: 'string', describe: 'Write the result as JUnit XML too, for CI' }, json }),
      (args) => ending(check(args, terminal)),
    )
    .command(
      'firewall [file]',
      'List whom of Acrobits the firewall has to let in, and what is new since the last time',
      (words) =>
        words
          .positional('file', {
            type: 'string',
            describe: 'Environments: messaging and ports are as this file has them',
            normalize: true,
          })
          .options({
            format: { choices: FORMATS, default: FORMATS[0], describe: 'How it is written' },
            messaging: { type: 'boolean', describe: 'Messaging synchronization is, or will be, in use' },
            push: { type: 'boolean', default: true, describe: 'Push notifications are in use' },
            'sip-port': { type: 'string', describe: 'Where the core takes SIP over UDP and TCP, else 5060' },
            'sip-tls-port': { type: 'string', describe: 'And over TLS, else 5061' },
          }),
      (args) => ending(firewall(args, terminal)),
    )
    .command('schema', 'Print the JSON Schema of a customer’s file', {}, () =>
      console.log(JSON.stringify(customerFileSchema(), null, 2)),
    )
    .completion('completion', 'Print a script that completes these words in your shell')
    .demandCommand(1, 'Say what to do; --help lists the commands.')
    .strict()
    .wrap(Math.min(110, process.stdout.columns ?? 100))
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new Error(`${told(message)} (enablement --help)`);
    });
}

async function main(): Promise<void> {
  try {
    await commands(hideBin(process.argv)).parseAsync();
  } catch (error) {
    const todo = error instanceof Unreachable || error instanceof Refused ? ` ${error.todo}` : '';
    console.error(`${error instanceof Error ? error.message : String(error)}${todo}`);
    process.exitCode = 2;
  }
}

await main();
