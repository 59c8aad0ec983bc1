export { ACME } from '../customer/testing.ts';
export { createMemoryAudit, sha256 } from './memory-audit.ts';
export { createMemoryCustomerPlatform, type MemoryCustomerPlatform } from './memory-customer-platform.ts';
export { createMemoryCustomerRuns } from './memory-customer-runs.ts';
export * from './memory-phones.ts';
export { createMemorySignInCodes } from './memory-sign-in-codes.ts';
export { createMemoryVault } from './memory-vault.ts';
export { createMemoryWorld, type MemoryWorld } from './memory-world.ts';
