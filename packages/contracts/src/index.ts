export type { ContractDocument } from './document.ts';
export { examplesOf, operationsOf, readContract, resolve } from './document.ts';
