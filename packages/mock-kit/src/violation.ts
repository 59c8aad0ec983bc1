import type { Reply } from './operation.ts';

/** Why a request was refused before any handler saw it. */
export interface Violation {
  readonly kind:
    | 'malformed'
    | 'unauthorized'
    | 'not found'
    | 'method not allowed'
    | 'too large'
    | 'unsupported media type'
    | 'invalid'
    | 'fault';
  /** The status that plain HTTP has for it. A vendor may use another one. */
  readonly status: number;
  /** Where in the request, such as `body.domainName` or `query.limit`. Empty when it concerns the whole request. */
  readonly path: string;
  readonly message: string;
}

/** Turns violations (at least one, the most important first) into an answer in the vendor's shape. */
export type Refuse = (violations: readonly [Violation, ...Violation[]]) => Reply;

/** RFC 9457 problem details, for a vendor whose error shape nobody knows. */
export const refuseWithProblem: Refuse = (violations) => {
  const [first] = violations;
  return {
    status: first.status,
    headers: { 'content-type': 'application/problem+json' },
    body: {
      type: `urn:mock:${first.kind.replaceAll(' ', '-')}`,
      title: first.message,
      status: first.status,
      violations: violations.map(({ path, message }) => ({ path, message })),
    },
  };
};
