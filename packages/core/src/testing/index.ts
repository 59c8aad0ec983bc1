export { ACME } from '../customer/testing.ts';
export { sha256 } from './memory-audit.ts';
export { createMemoryCustomerPlatform, type MemoryCustomerPlatform } from './memory-customer-platform.ts';
export { createMemoryCustomerRuns } from './memory-customer-runs.ts';
export { createMemoryVault } from './memory-vault.ts';
export { createMemoryWorld, type MemoryWorld } from './memory-world.ts';
