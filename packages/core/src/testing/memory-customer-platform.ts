import { idOf, type Resource, type ResourceId } from '../customer/resource.ts';
import type { CustomerPlatform } from '../ports/customer-platform.ts';

export interface MemoryCustomerPlatform extends CustomerPlatform {
  readonly resources: Map<ResourceId, Resource>;
  /** Every write, as it came in. */
  readonly writes: readonly string[];
  /** What the next writes of a thing run into, one after the other. */
  readonly trouble: Map<ResourceId, Error[]>;
}

/** A platform in memory: it does what it is told, unless it was told to fail. */
export function createMemoryCustomerPlatform(): MemoryCustomerPlatform {
  const resources = new Map<ResourceId, Resource>();
  const writes: string[] = [];
  const trouble = new Map<ResourceId, Error[]>();
  const write = (act: string, resource: Pick<Resource, 'kind' | 'name'>) => {
    const id = idOf(resource);
    writes.push(`${act} ${id}`);
    const error = trouble.get(id)?.shift();
    if (error !== undefined) throw error;
    return id;
  };
  return {
    resources,
    writes,
    trouble,
    observe: async (_login, { kinds }) => ({
      resources: [...resources.values()].filter(({ kind }) => kinds.includes(kind)),
      unseen: [],
    }),
    async create(_login, _domain, resource) {
      const id = write('create', resource);
      if (resources.has(id)) return 'already there';
      resources.set(id, resource);
      return 'created';
    },
    async change(_login, _domain, resource) {
      const id = write('change', resource);
      resources.set(id, { ...resource, values: { ...resources.get(id)?.values, ...resource.values } });
    },
    async delete(_login, _domain, resource) {
      return resources.delete(write('delete', resource)) ? 'deleted' : 'already gone';
    },
  };
}
