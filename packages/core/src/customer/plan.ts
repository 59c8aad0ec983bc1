import canonicalize from 'canonicalize';
import type { CustomerFile } from './file.ts';
import { idOf, KINDS, type Kind, type Resource, type ResourceId, type Value, type Values } from './resource.ts';
import { wanted } from './wanted.ts';

/** A kind of which nothing could be seen, and why, as a sentence: a release without the list, a scope that is too low. */
export interface UnseenKind {
  readonly kind: Kind;
  readonly why: string;
}

/** What stands on the platform, as far as the credential sees it. */
export interface ObservedDomain {
  /** Every thing that is there, of the kinds and the users that were asked for. */
  readonly resources: readonly Resource[];
  readonly unseen: readonly UnseenKind[];
}

export type Action =
  | { readonly act: 'create'; readonly resource: Resource }
  /** `resource` is all that is wanted of it; `from` and `to` are the members that differ. */
  | { readonly act: 'change'; readonly resource: Resource; readonly from: Values; readonly to: Values }
  | { readonly act: 'delete'; readonly resource: Resource };

/** A plan as it is kept in a file: what will be done, to which state of the platform, and nothing that must stay secret. */
export interface CustomerPlan {
  readonly domain: string;
  /** In an order in which each action can be done: what is needed comes before what needs it, deletions last and backwards. */
  readonly actions: readonly Action[];
  /** Things that are as the file wants them. */
  readonly same: number;
  /** Things on the platform that the file does not name; without permission to delete they stay. */
  readonly leftAlone: readonly ResourceId[];
  /** Why the plan cannot be applied; empty when it can. */
  readonly problems: readonly string[];
  /** What nobody can know beforehand. */
  readonly unknown: readonly string[];
  readonly enable: NonNullable<CustomerFile['enable']>;
}

export interface PlanOptions {
  /** Delete what the file does not name, of the kinds that it names. The domain itself and hidden system users are never deleted. */
  readonly allowDelete?: boolean;
}

/** Compares what a file wants with what is there. Only members that the file states are compared: whatever else is set stays. */
export function planCustomer(
  file: CustomerFile,
  observed: ObservedDomain,
  { allowDelete = false }: PlanOptions = {},
): CustomerPlan {
  const there = new Map(observed.resources.map((resource) => [idOf(resource), resource]));
  const want = wanted(file);
  const ids = new Set(want.map(idOf));
  const actions = want.flatMap((resource): readonly Action[] => {
    const before = there.get(idOf(resource));
    if (before === undefined) return [{ act: 'create', resource }];
    const to = changed(resource.values, before.values);
    if (Object.keys(to).length === 0) return [];
    const from = Object.fromEntries(Object.keys(to).flatMap((member) => pair(member, before.values[member])));
    return [{ act: 'change', resource, from, to }];
  });
  const extra = observed.resources.filter((resource) => !ids.has(idOf(resource)) && resource.kind !== 'domain');
  const doomed = allowDelete ? extra.filter(({ kind }) => want.some((resource) => resource.kind === kind)) : [];
  return {
    domain: file.domain,
    actions: [...inOrder(actions), ...inOrder(doomed.map((resource) => ({ act: 'delete', resource }) as const)).reverse()],
    same: want.length - actions.length,
    leftAlone: extra.filter((resource) => !doomed.includes(resource)).map(idOf),
    problems: [
      ...blind(want, observed.unseen),
      ...missing(want, ids, there),
      ...immovable(actions),
      ...orphaned(doomed, want, there),
    ],
    unknown: unknowable(actions),
    enable: file.enable ?? {},
  };
}

export const isNothing = ({ actions, problems }: CustomerPlan): boolean => actions.length === 0 && problems.length === 0;

/**
 * What a plan rests on, in one spelling: hashed, it is the fingerprint by which applying finds that the platform has moved since.
 * It covers what the file names and what would be deleted; that somebody added something else is no reason to refuse.
 */
export function planBasis(file: CustomerFile, observed: ObservedDomain, { allowDelete = false }: PlanOptions = {}): string {
  const named = new Set<string>(wanted(file).map(idOf));
  const seen = observed.resources
    .filter((resource) => allowDelete || named.has(idOf(resource)))
    .map(({ kind, name, values }) => ({ id: idOf({ kind, name }), values }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return canonicalize({ file, seen, allowDelete }) ?? '';
}

const inOrder = <A extends Action>(actions: readonly A[]): A[] =>
  KINDS.flatMap((kind) => actions.filter(({ resource }) => resource.kind === kind));

const changed = (wants: Values, has: Values): Values =>
  Object.fromEntries(Object.entries(wants).filter(([member, value]) => !equal(value, has[member])));

const equal = (a: Value, b: Value | undefined): boolean => canonicalize(a) === canonicalize(b);
const pair = (member: string, value: Value | undefined): [string, Value][] => (value === undefined ? [] : [[member, value]]);

/** Creating what cannot be seen would overwrite what is there. */
const blind = (want: readonly Resource[], unseen: readonly UnseenKind[]): string[] =>
  unseen.flatMap(({ kind, why }) => (want.some((resource) => resource.kind === kind) ? [why] : []));

function missing(want: readonly Resource[], ids: ReadonlySet<string>, there: ReadonlyMap<string, Resource>): string[] {
  return want.flatMap((resource) =>
    resource.needs
      .filter((id) => !ids.has(id) && !there.has(id))
      .map((id) => `${idOf(resource)} needs ${id}, which is neither in the file nor on the platform.`),
  );
}

/** A domain's reseller can be written, but whatever rests on it breaks. */
function immovable(actions: readonly Action[]): string[] {
  return actions.flatMap((action) =>
    action.act === 'change' && action.resource.kind === 'domain' && action.to.reseller !== undefined
      ? [
          `The domain belongs to reseller ${action.from.reseller} and the file says ${action.to.reseller}: moving a domain changes who sees it and stops its event subscriptions, so it is not done here.`,
        ]
      : [],
  );
}

/** Deleting a user leaves numbers that point at it; they are routed elsewhere first, or the plan is refused. */
function orphaned(doomed: readonly Resource[], want: readonly Resource[], there: ReadonlyMap<string, Resource>): string[] {
  const gone = new Set(doomed.filter(({ kind }) => kind === 'user').map(({ name }) => name));
  const rerouted = new Set<string>([...want, ...doomed].filter(({ kind }) => kind === 'number').map(({ name }) => name));
  return [...there.values()].flatMap(({ kind, name, values }) =>
    kind === 'number' && gone.has(String(values.target)) && !rerouted.has(name)
      ? [`Number ${name} rings user ${values.target}, who would be deleted: say in the file where it goes.`]
      : [],
  );
}

function unknowable(actions: readonly Action[]): string[] {
  const creates = (kind: Resource['kind']) => actions.some(({ act, resource }) => act === 'create' && resource.kind === kind);
  return [
    ...(creates('user')
      ? ['New users have no portal password: API version 2 cannot set one, and whether they set one cannot be seen.']
      : []),
    ...(creates('device') ? ['SIP passwords of new devices are made by the platform and shown nowhere here.'] : []),
    ...(creates('emergency address')
      ? ['Whether the carrier accepts a new emergency address is known when it has been created.']
      : []),
    ...(creates('number')
      ? ['Whether another domain holds a new number is known when it is created, unless the credential sees all numbers.']
      : []),
  ];
}
