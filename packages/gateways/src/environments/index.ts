export { readEnabled } from './enabled.ts';
export { readEnvironments } from './read.ts';
