export { createMemoryEngine, type MemoryEngine } from './engine.ts';
