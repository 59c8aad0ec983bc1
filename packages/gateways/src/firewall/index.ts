export { createFileMemory } from './file-memory.ts';
export { readAllowlist } from './read.ts';
