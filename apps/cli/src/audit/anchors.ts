import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Head } from '@enablement/core';

/** `57:3f…`, an entry's number and its hash. */
export function readAnchor(text: string): Head {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  if (seq === undefined || hash === undefined)
    throw new Error(
      `“${text.slice(0, 100)}” is no anchor: expected a number, a colon and 64 hex digits, as “anchor” prints them.`,
    );
  return { seq: Number(seq), hash };
}

export const writeAnchor = ({ seq, hash }: Head): string => `${seq}:${hash}`;

/** Every anchor in the file, one a line; none when there is no file yet. What stands after the anchor is for people. */
export async function readAnchors(file: string): Promise<readonly Head[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => readAnchor(line.split(' ')[0] ?? ''));
}

export async function keepAnchor(file: string, head: Head, now: Date): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await appendFile(file, `${writeAnchor(head)} ${now.toISOString()}\n`, { mode: 0o600 });
}
