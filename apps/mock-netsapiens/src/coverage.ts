import { operationsOf } from '@enablement/contracts';
import { document, documentAt, type Release, releases } from '@enablement/contracts/netsapiens';
import { operations } from './operations.ts';

/** `stateful`: a handler remembers. `example`: the contract's example, whatever happened before. `refused`: this line has no such route. */
export type Coverage = 'stateful' | 'example' | 'refused';

export interface CoveredOperation {
  readonly id: string;
  /** Upper case. */
  readonly method: string;
  readonly path: string;
  /** As the contract groups it. */
  readonly resource: string;
  /** By release line. */
  readonly answers: Readonly<Record<Release, Coverage>>;
}

/** How the mock answers each operation of the contract, in the contract's order. */
export function coverOperations(): CoveredOperation[] {
  const described = new Map(releases.map((release) => [release, new Set(operationsOf(documentAt(release)).map(({ id }) => id))]));
  const answer = (id: string, release: Release): Coverage => {
    if (described.get(release)?.has(id) !== true) return 'refused';
    return Object.hasOwn(operations, id) ? 'stateful' : 'example';
  };
  return operationsOf(document).map(({ id, method, path, operation }) => ({
    id,
    method: method.toUpperCase(),
    path,
    resource: (operation.tags as string[]).join(', '),
    answers: { '44.0': answer(id, '44.0'), '44.4': answer(id, '44.4'), '45.0': answer(id, '45.0') },
  }));
}
