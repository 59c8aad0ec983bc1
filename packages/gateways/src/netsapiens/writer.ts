import { Refused } from '@enablement/core';
import { prepareWriting } from './house-rules.ts';
import { lookBeforeWriting } from './look-before-writing.ts';
import type { Body, CreatePath, DeletePath, Params, UpdatePath } from './operations.ts';
import { differences, type Look, readBack } from './read-back.ts';
import type { Ask, Reader } from './reader.ts';
import { isAbsent } from './refusals.ts';
import type { Waiting } from './retry.ts';
import { seal } from './secret-members.ts';
import type { Session } from './session.ts';

/** How a write is seen to have arrived. */
export interface Seeing<Shown> {
  /**
   * Reads the thing that was written, `undefined` when it is not there. Is given the answer to the write, secrets sealed, where an id may
   * stand that the platform made; nothing is in it after a conflict.
   */
  readonly look: (said: Readonly<Record<string, unknown>>) => Promise<Shown | undefined>;
  /** Whether it shows what was written; otherwise the members that were written are compared. */
  readonly shows?: (shown: Shown) => boolean;
  /** Whether doing it twice does no harm, so that it is tried again when nobody knows what became of it. Not unless said. */
  readonly repeatable?: boolean;
}

export type Created<Shown> =
  /** `said` is the answer to the write: the only place where a new API key stands. Otherwise go by `shown`, for it may use old names. */
  | { readonly outcome: 'created'; readonly said: Readonly<Record<string, unknown>>; readonly shown: Shown }
  | { readonly outcome: 'already existed'; readonly shown: Shown };

/**
 * Writes NetSapiens. A body is checked strictly before it is sent, and what was accepted is read back until it shows.
 * Throws what `Reader` throws, and `Refused` too when the client may not write.
 */
export interface Writer {
  create<P extends CreatePath, Shown extends object>(
    path: P,
    params: Params<'post', P>,
    body: Body<'post', P>,
    seeing: Seeing<Shown>,
  ): Promise<Created<Shown>>;
  /** Gives back the thing as it shows now. */
  update<P extends UpdatePath, Shown extends object>(
    path: P,
    params: Params<'put', P>,
    body: Body<'put', P>,
    seeing: Seeing<Shown>,
  ): Promise<Shown>;
  delete<P extends DeletePath>(
    path: P,
    params: Params<'delete', P>,
    seeing: Pick<Seeing<object>, 'look' | 'repeatable'>,
    body?: Body<'delete', P>,
  ): Promise<'deleted' | 'already gone'>;
}

export interface WriterOptions extends Waiting {
  readonly mayWrite: boolean;
  readonly session: Pick<Session, 'beforeWriting'>;
  /** Waits for its turn before a subscription is created: others' may be disturbed. */
  readonly subscriptionsTurn: () => Promise<void>;
}

export function createWriter(
  ask: Ask,
  reader: Reader,
  { mayWrite, session, subscriptionsTurn, ...waiting }: WriterOptions,
): Writer {
  async function write(
    method: 'post' | 'put' | 'delete',
    path: CreatePath | UpdatePath | DeletePath,
    params: object,
    body: unknown,
    repeatable = false,
  ) {
    if (!mayWrite) {
      throw new Refused(
        `This client only reads, and ${method.toUpperCase()} ${path} writes. Nothing was sent.`,
        'Open the client for writing where that is wanted.',
      );
    }
    const prepared = await prepareWriting(method, path, { params, body });
    await session.beforeWriting();
    await lookBeforeWriting(reader, `${method} ${path}`, { params, body: prepared });
    if (method === 'post' && path.endsWith('/subscriptions')) await subscriptionsTurn();
    const asked = await ask(method, path, { params, body: prepared, repeatable });
    return {
      ...asked,
      done: asked.answer.status === 200 || asked.answer.status === 202,
      said: asRecord(seal(asked.answer.body)),
    };
  }

  return {
    async create(path, params, body, { look, shows, repeatable }) {
      const { answer, done, said, what, refusal } = await write('post', path, params, body, repeatable);
      if (answer.status === 409) {
        const shown = await look({});
        // What exists already may be something else of that name, such as a login name, which is unique on the whole platform.
        if (shown === undefined) throw refusal();
        return { outcome: 'already existed', shown };
      }
      if (!done) throw refusal();
      return {
        outcome: 'created',
        said,
        shown: await readBack(async () => compare(await look(said), body, shows), what, waiting),
      };
    },

    async update(path, params, body, { look, shows, repeatable }) {
      const { done, said, what, refusal } = await write('put', path, params, body, repeatable);
      if (!done) throw refusal();
      return await readBack(async () => compare(await look(said), body, shows), what, waiting);
    },

    async delete(path, params, { look, repeatable }, body) {
      const { answer, done, what, refusal } = await write('delete', path, params, body, repeatable);
      if (isAbsent(answer)) return 'already gone';
      if (!done) throw refusal();
      const gone = async (): Promise<Look<'deleted'>> =>
        (await look({})) === undefined ? { found: 'deleted' } : { missing: ['it is still there'] };
      return await readBack(gone, what, waiting);
    },
  };
}

function compare<Shown extends object>(
  shown: Shown | undefined,
  written: unknown,
  shows: ((shown: Shown) => boolean) | undefined,
): Look<Shown> {
  if (shown === undefined) return { missing: ['it is not there'] };
  if (shows !== undefined) return shows(shown) ? { found: shown } : { missing: ['not as wanted'] };
  const missing = differences(asRecord(written), shown);
  return missing.length === 0 ? { found: shown } : { missing };
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
