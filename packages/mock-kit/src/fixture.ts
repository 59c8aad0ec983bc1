import { readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { createMock, type Mock, type MockOptions } from './mock.ts';
import { type ServeOptions, type Serving, serve } from './serve.ts';

interface Book {
  title: string;
  pages?: unknown;
}

export interface Library {
  books: Book[];
}

export const contract = parse(readFileSync(new URL('./fixture.openapi.yaml', import.meta.url), 'utf8'));

const seeded = (): Library => ({ books: [{ title: 'Emma', pages: 474 }] });

/** The lending library, served on a free port until the test ends. */
export async function openLibrary(
  options: Partial<MockOptions<Library>> = {},
  listening: Partial<ServeOptions> = {},
): Promise<{ mock: Mock<Library>; serving: Serving; api: string; control: string }> {
  const mock = await createMock<Library>({
    name: 'mock-library',
    contract,
    state: seeded,
    operations: {
      listBooks: ({ state, query }) => ({ status: 200, body: state.books.slice(0, Number(query.limit ?? 10)) }),
      addBook: ({ state, body }) => {
        state.books.push(body as Book);
        return { status: 201 };
      },
      getBook: ({ state, params }) => {
        const book = state.books.find(({ title }) => title === params.title);
        return book === undefined ? { status: 404 } : { status: 200, body: book };
      },
      removeBook: () => {
        throw new Error('the shelf fell down');
      },
    },
    seed: (state, body) => {
      if (!Array.isArray(body)) throw new Error('seed with a list of books');
      state.books.push(...body);
    },
    show: (state) => state,
    redact: ['x-library-key'],
    ...options,
  });
  const serving = await serve(mock.app, { name: 'mock-library', port: 0, ...listening });
  onTestFinished(() => serving.close());
  return { mock, serving, api: `${serving.url}/v1`, control: `${serving.url}/_mock` };
}

export const card = { 'x-library-key': 'member-1' };

export const post = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
