export { createMemoryVault } from './memory-vault.ts';
export { createMemoryWorld, type MemoryWorld } from './memory-world.ts';
