import type { ContractDocument } from './document.ts';

/** The releases that the contract of NetSapiens tells apart, earliest first. `x-since` and `x-until` name one of them. */
export const releases = ['44.0', '44.4', '45.0'] as const;
export type Release = (typeof releases)[number];

const isRelease = (mark: unknown): mark is Release => releases.some((release) => release === mark);

/** Whether a release has an operation or a member, after the marks on it. */
export function isIn(release: Release, node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return true;
  const { 'x-since': since, 'x-until': until } = node as { 'x-since'?: unknown; 'x-until'?: unknown };
  const at = releases.indexOf(release);
  return (!isRelease(since) || releases.indexOf(since) <= at) && (!isRelease(until) || at < releases.indexOf(until));
}

/**
 * A contract with the operations that a release has. Schemas stay as they are: what a release does not know it does not send, and
 * ignores when it is sent.
 */
export function atRelease(document: ContractDocument, release: Release): ContractDocument {
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const kept = Object.entries(item).filter(([, operation]) => isIn(release, operation));
    return [path, Object.fromEntries(kept)] as const;
  });
  return { ...document, paths: Object.fromEntries(paths) };
}
