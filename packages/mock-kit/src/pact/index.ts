export { type PlantedAnswer, plantBreak } from './plant-break.ts';
export { type Failure, type Verification, verifyPact } from './verify-pact.ts';
