import { expect, test } from 'vitest';
import { openLibrary, post } from './fixture.ts';
import { describeSwitches, type Positions, standardPositions, turnSwitches } from './switches.ts';

const questions = {
  fines: {
    label: 'A book that comes back late',
    why: 'The rules of the house do not say.',
    choices: [
      ['forgiven', 'is forgiven'],
      ['counted', 'costs a coin a day'],
    ],
  },
} as const;

/** A library with one open question. */
async function openUnsureLibrary(): Promise<{ control: string; positions: Positions<typeof questions> }> {
  const positions = standardPositions(questions);
  const { control } = await openLibrary({
    switches: {
      show: () => describeSwitches(questions, positions),
      turn: (_state, wanted) => turnSwitches(questions, positions, wanted),
    },
  });
  return { control, positions };
}

test('a switch stands at its first choice until somebody turns it, and says what it is about', async () => {
  const { control, positions } = await openUnsureLibrary();
  const asked = (value: string): object[] => [
    {
      name: 'fines',
      value,
      label: 'A book that comes back late',
      why: 'The rules of the house do not say.',
      choices: { forgiven: 'is forgiven', counted: 'costs a coin a day' },
    },
  ];
  expect(await (await fetch(`${control}/switches`)).json()).toEqual(asked('forgiven'));
  expect(await (await post(`${control}/switches`, { fines: 'counted' })).json()).toEqual(asked('counted'));
  expect(positions.fines).toBe('counted');
});

test.each([
  [{ fines: 'counted', fees: 'none' }, 'There is no switch "fees"; there are: fines.'],
  [{ toString: 'x' }, 'There is no switch "toString"'],
  [{ fines: 'paid' }, 'fines is one of: forgiven, counted.'],
  [['fines'], 'Switches are an object of names and values'],
])('%j is refused with a sentence, and nothing is turned', async (wanted, part) => {
  const { control, positions } = await openUnsureLibrary();
  const answer = await post(`${control}/switches`, wanted);
  expect([answer.status, ((await answer.json()) as { error: string }).error]).toEqual([400, expect.stringContaining(part)]);
  expect(positions.fines).toBe('forgiven');
});

test('a mock without open questions says so', async () => {
  const { control } = await openLibrary();
  expect(await (await fetch(`${control}/switches`)).json()).toEqual([]);
  expect((await post(`${control}/switches`, { fines: 'counted' })).status).toBe(400);
});

test('a handler is told which operation it serves, by which method, and from where it was called', async () => {
  const calls: unknown[] = [];
  const { api } = await openLibrary({
    operations: {
      listBooks: ({ operation, method, from }) => {
        calls.push({ operation, method, from });
        return { status: 200, body: [] };
      },
    },
  });
  await fetch(`${api}/books`, { headers: { 'x-library-key': 'member-1', 'x-forwarded-for': '192.0.2.1' } });
  expect(calls).toEqual([{ operation: 'listBooks', method: 'get', from: '127.0.0.1' }]);
});
