import { Refused } from '@enablement/core';
import type { Answer } from '../net/answer.ts';
import type { CallOptions, Calls } from './calls.ts';
import { type CallPeriod, cdrs } from './cdrs.ts';
import { identityOf } from './identity.ts';
import type { CdrPath, CountPath, ListPath, Method, Params, Path, Query, ReadPath, Thing } from './operations.ts';
import { pages } from './pages.ts';
import { isAbsent, NoSuchRoute, refusalOf } from './refusals.ts';
import { seal, secretsIn } from './secret-members.ts';
import type { Session } from './session.ts';
import { countShape } from './shapes.ts';

/**
 * Reads NetSapiens. Every path of the contract can be given, with its own parameters and filters; how rows are paged, how tokens are
 * renewed and what is tried again is the reader's business. Names are those of the contract and values as the core sends them, secrets
 * sealed. Throws `Refused` (`NoSuchRoute` when the release does not have the path, `Blocked` when a firewall answered) and `Unreachable`.
 */
export interface Reader {
  /** One thing, or `undefined` when it is not there. */
  get<P extends ReadPath>(path: P, params: Params<'get', P>, query?: Query<P>): Promise<Thing<P> | undefined>;
  /** All rows, each once, page by page as they are taken. Throws `Refused` when the core counts more of them than it shows. */
  list<P extends ListPath>(path: P, params: Params<'get', P>, query?: Query<P>): AsyncGenerator<Thing<P>, void>;
  count<P extends CountPath>(path: P, params: Params<'get', P>): Promise<number>;
  /** The calls of a period, day by day. */
  calls<P extends CdrPath>(
    path: P,
    params: Params<'get', P>,
    period: CallPeriod,
    query?: Query<P>,
  ): AsyncGenerator<Thing<P>, void>;
}

/** Lists whose rows can be counted as well. */
type Countable = { [P in ListPath]: `${P}/count` extends CountPath ? P : never }[ListPath];
const COUNTED: ReadonlySet<string> = new Set<Countable>([
  '/connections',
  '/domains',
  '/domains/{domain}/addresses',
  '/domains/{domain}/devices',
  '/domains/{domain}/phonenumbers',
  '/domains/{domain}/sites',
  '/domains/{domain}/users',
  '/domains/{domain}/users/{user}/answerrules',
  '/domains/{domain}/users/{user}/contacts',
  '/domains/{domain}/users/{user}/devices',
  '/domains/{domain}/users/{user}/smsnumbers',
  '/phones',
  '/resellers',
]);
const isCounted = (path: ListPath): path is Countable => COUNTED.has(path);

/** Without a destination a live core answers 400, against its own document. */
const NEEDED: { readonly [P in ListPath]?: Query<P> } = {
  '/smsnumbers': { dest: '*' },
  '/domains/{domain}/smsnumbers': { dest: '*' },
};

/** The call that everything below is made of: in somebody's name, and with the secrets that its answer may repeat. */
export function createAsking(calls: Calls, session: Session) {
  return async function ask(method: Method, path: Path, options: Omit<CallOptions, 'token'>) {
    const { answer, secrets } = await session.call((token) => calls.send(method, path, { ...options, token }));
    const what = `${method.toUpperCase()} ${path}`;
    return {
      answer,
      what,
      refusal: () => refusalOf(answer, calls.host, what, [...secrets, ...secretsIn(options.body)]),
    };
  };
}
export type Ask = ReturnType<typeof createAsking>;

export function createReader(ask: Ask): Reader {
  async function rowsAt(path: ListPath | CdrPath, params: object, query: object): Promise<readonly unknown[]> {
    const { answer, refusal } = await ask('get', path, { params, query });
    const rows = isEmpty(answer) ? [] : answer.body;
    if (answer.status !== 200 || !Array.isArray(rows)) throw refusal();
    return rows;
  }

  const reader: Reader = {
    async get(path, params, query) {
      const { answer, refusal } = await ask('get', path, { params, ...(query && { query }) });
      if (isAbsent(answer)) return undefined;
      const found: unknown = Array.isArray(answer.body) ? answer.body[0] : answer.body;
      if (answer.status === 200 && Array.isArray(answer.body) && found === undefined) return undefined;
      if (answer.status !== 200 || !isThing(found)) throw refusal();
      return thingOf(path, found);
    },

    async *list(path, params, query) {
      const pageAt = (start: number, limit: number) => rowsAt(path, params, { ...NEEDED[path], ...query, start, limit });
      const rows = pages(pageAt, identityOf(path));
      let seen = 0;
      for (;;) {
        const { done, value } = await rows.next();
        if (!done) {
          seen += 1;
          if (isThing(value)) yield thingOf(path, value);
        } else {
          if (value === 'repeated' && query === undefined && isCounted(path)) await assertComplete(path, params, seen);
          return;
        }
      }
    },

    async count(path, params) {
      const { answer, refusal } = await ask('get', path, { params });
      const counted = countShape.safeParse(answer.body);
      if (answer.status !== 200 || !counted.success) throw refusal();
      return counted.data.total;
    },

    async *calls(path, params, period, query) {
      const rows = cdrs(
        (window, start, limit) => rowsAt(path, params, { ...query, ...window, start, limit }),
        identityOf(path),
        period,
      );
      for await (const row of rows) if (isThing(row)) yield thingOf(path, row);
    },
  };

  /** A core that does not look at `start` sends its first rows for ever, and they look like all of them. */
  async function assertComplete(path: Countable, params: object, seen: number): Promise<void> {
    const counted: CountPath = `${path}/count`;
    const total = await reader.count(counted, params as Params<'get', CountPath>).catch((error: unknown) => {
      if (error instanceof NoSuchRoute) return seen;
      throw error;
    });
    if (total > seen) {
      throw new Refused(
        `NetSapiens shows ${seen} rows of GET ${path} and counts ${total}; the rest cannot be read.`,
        'Ask whoever runs the platform; its release does not page this list.',
      );
    }
  }

  return reader;
}

const isThing = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The one place where an answer gets a type. It promises no more than names (`Loose`). */
const thingOf = <P extends Path>(_: P, found: object) => seal(found) as Thing<P>;
const isEmpty = ({ body }: Answer) => body === '' || body === null;
