import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDesk } from './desk.ts';
import { freshState } from './seed.ts';

const fresh = () => freshState({ auto: false, delayMs: 0 });
let dir: string;
let file: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'desk-'));
  file = join(dir, 'below', 'state.json');
});
afterEach(() => rm(dir, { recursive: true }));

test('what was changed is there again after a restart', () => {
  const desk = openDesk({ fresh, file });
  desk.state.staff.done['https://web.example/acrobits/x'] = 'answered';
  desk.changed();
  expect(openDesk({ fresh, file }).state).toEqual(desk.state);
});

test('a reset is forgotten by the file too', () => {
  const desk = openDesk({ fresh, file });
  desk.state.clouds = [];
  desk.changed();
  expect(desk.reset()).toEqual(fresh());
  expect(openDesk({ fresh, file }).state).toEqual(fresh());
});

test('a file of something else is named, and left as it is', async () => {
  const other = join(dir, 'notes.txt');
  await writeFile(other, 'my notes');
  expect(() => openDesk({ fresh, file: other })).toThrow(/STATE_FILE names .*notes\.txt/);
  expect(await readFile(other, 'utf8')).toBe('my notes');
});
