import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMemory } from './memory.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mock-memory-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const fresh = () => ({ tokens: new Map([['a', 1]]), names: ['x'] });

test('what was kept is there for the next process, maps and all', () => {
  const file = join(dir, 'state');
  const memory = createMemory(fresh, file);
  memory.state().tokens.set('b', 2);
  memory.keep();
  memory.state().tokens.set('c', 3);
  expect([...createMemory(fresh, file).state().tokens.keys()]).toEqual(['a', 'b']);
});

test('forgetting is kept too', () => {
  const file = join(dir, 'state');
  const memory = createMemory(fresh, file);
  memory.state().names.push('y');
  memory.keep();
  memory.forget();
  expect(createMemory(fresh, file).state()).toEqual(fresh());
});

test('a file of something else is refused by name, not overwritten', () => {
  const file = join(dir, 'notes.txt');
  writeFileSync(file, 'my notes');
  expect(() => createMemory(fresh, file)).toThrow(/STATE_FILE names .*notes\.txt/);
});

test('without a file everything is gone with the process', () => {
  const memory = createMemory(fresh);
  memory.state().names.push('y');
  memory.keep();
  expect(createMemory(fresh).state()).toEqual(fresh());
});
