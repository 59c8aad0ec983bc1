import { type FileReading, readCustomerFile } from '@enablement/core';
import { parse } from 'yaml';

/** Twenty thousand users take some five megabytes. */
export const MOST_BYTES = 16 * 1024 * 1024;
/** An anchor saves typing; more of them than this is a file that was made to grow. */
const MOST_ALIASES = 100;

/** Reads a customer's file, YAML or JSON, and names everything that is wrong with it. */
export function parseCustomerFile(bytes: Buffer): FileReading {
  const refused = (problem: string): FileReading => ({ ok: false, problems: [{ at: '', problem }] });
  if (bytes.length > MOST_BYTES)
    return refused(
      `the file has ${mega(bytes.length)} MB, and at most ${mega(MOST_BYTES)} MB are read: split it into several domains`,
    );
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('the file is not UTF-8: save it as that');
  }
  try {
    // JSON is YAML, but a hundred times slower to read as that.
    return readCustomerFile(/^\s*[{[]/.test(text) ? jsonOrYaml(text) : yaml(text));
  } catch (error) {
    return refused(explain(error));
  }
}

const yaml = (text: string): unknown => parse(text, { maxAliasCount: MOST_ALIASES, prettyErrors: true });

function jsonOrYaml(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return yaml(text);
  }
}

/** The parser's own message quotes lines of the file, which may hold what nobody should read in a log. */
function explain(error: unknown): string {
  const line = (error as { readonly linePos?: readonly { readonly line: number }[] }).linePos?.[0]?.line;
  if (error instanceof Error && /alias/i.test(error.message)) return 'the file repeats itself by anchors too often: write it out';
  return line === undefined ? 'the file is not YAML' : `line ${line} is not YAML: look at indentation, quotes and colons`;
}

const mega = (bytes: number): number => Math.ceil(bytes / (1024 * 1024));
