export type { ContractDocument } from './document.ts';
export { readContract } from './document.ts';
