import type { paths } from '@enablement/contracts/netsapiens';
import type { Secret } from '@enablement/core';
import type { SecretMember } from './secret-members.ts';

/** The types of calls, read off the contract: a path, parameter or member that it does not have does not compile. */

export type Method = 'get' | 'post' | 'put' | 'delete';
export type Path = keyof paths;

/** Log-ins have their own door, and the old one takes secrets in its query. */
type LogIn = '/tokens' | '/oauth2/token/' | '/jwt';
type PathWith<M extends Method> = Exclude<{ [P in Path]: paths[P] extends { [K in M]: object } ? P : never }[Path], LogIn>;
type Operation<M extends Method, P extends Path> = paths[P] extends { [K in M]: infer O } ? O : never;
type Json<R> = R extends { content: { 'application/json': infer B } } ? B : never;
type Success<P extends Path> = Operation<'get', P> extends { responses: { 200: infer R } } ? Json<R> : never;

type Total = { total: unknown };
type Period = { 'datetime-start': unknown };
type Answering<Shape> = { [P in PathWith<'get'>]: Success<P> extends Shape ? P : never }[PathWith<'get'>];
type Timed = {
  [P in PathWith<'get'>]: Operation<'get', P> extends { parameters: { query: Period } } ? P : never;
}[PathWith<'get'>];

/** Some paths that name one thing answer a list of it alone. */
type Rows = Exclude<Answering<readonly unknown[]>, `${string}}`>;

/** Paths of many rows, except those of calls: these are read through `CdrPath` alone, which wants a period. */
export type ListPath = Exclude<Rows, Timed>;
export type CdrPath = Extract<Rows, Timed>;
export type CountPath = Exclude<Answering<Total>, Timed>;
/** Paths of one thing. */
export type ReadPath = Exclude<PathWith<'get'>, Rows | Answering<Total>>;
export type CreatePath = PathWith<'post'>;
export type UpdatePath = PathWith<'put'>;
export type DeletePath = PathWith<'delete'>;

/** `users` of `/domains/{domain}/users`. */
export type LastSegment<P extends string> = P extends `${string}/${infer Rest}` ? LastSegment<Rest> : P;

/** The parameters within the path, `{}` when it has none. */
export type Params<M extends Method, P extends Path> =
  Operation<M, P> extends { parameters: { path: infer Given extends object } } ? Given : Record<string, never>;

type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? NonNullable<Q> : never;
/** Filters only: pages and periods are the client's business. */
export type Query<P extends Path> = Some<
  Omit<QueryOf<Operation<'get', P>>, 'start' | 'limit' | 'datetime-start' | 'datetime-end'>
>;
/** An object type without members takes every object; this one takes none with any. */
type Some<T> = [keyof T] extends [never] ? Record<string, never> : T;

type Written<O> = O extends { requestBody?: { content: { 'application/json': infer B } } } ? B : undefined;
/** A body as it is given to the client: with its secrets sealed, and without `synchronous`, which is the client's business. */
type Sealed<B> = B extends readonly (infer Item)[]
  ? readonly Sealed<Item>[]
  : B extends object
    ? {
        readonly [K in keyof B as Exclude<K, 'synchronous'>]: K extends SecretMember
          ? Secret | Extract<B[K], null | undefined>
          : B[K];
      }
    : B;
export type Body<M extends Method, P extends Path> = Sealed<Written<Operation<M, P>>>;

/**
 * What is read: the names are those of the contract, and nothing is certain about the values. Real cores leave members out, send
 * numbers as text and text as numbers. Secrets come sealed.
 */
export type Loose<T> = unknown extends T
  ? unknown
  : T extends readonly (infer Item)[]
    ? readonly Loose<Item>[]
    : T extends object
      ? { readonly [K in keyof T]?: K extends SecretMember ? Secret | null : Loose<T[K]> }
      : string | number | boolean | null;

/** One of what a path of one thing, or of many rows, answers. */
export type Thing<P extends Path> = Success<P> extends readonly (infer Item)[] ? Loose<Item> : Loose<Success<P>>;
