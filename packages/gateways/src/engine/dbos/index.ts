export { createDbosEngine, type DbosEngine, type DbosOptions } from './engine.ts';
export type { Log } from './log.ts';
