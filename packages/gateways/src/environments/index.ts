export { readEnabled } from './enabled.ts';
export { readEnvironments } from './read.ts';
export { parseTemplates, readTemplates, type Templates } from './read-templates.ts';
