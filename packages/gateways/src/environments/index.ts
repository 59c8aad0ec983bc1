export { readEnvironments } from './read.ts';
