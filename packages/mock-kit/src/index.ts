export { type Certificate, ensureCertificate } from './certificate.ts';
export type { Fault, Faults, Preset } from './faults.ts';
export { createMock, type Mock, type MockOptions } from './mock.ts';
export type { Call, Doorkeeper, Operation, Reply } from './operation.ts';
export { type Environment, type ProgramSettings, type Running, readPort, readSettings, runProgram } from './program.ts';
export type { RecordedRequest } from './requests.ts';
export { type ServeOptions, type Serving, serve } from './serve.ts';
export { describeSwitches, type Positions, type Switches, standardPositions, turnSwitches } from './switches.ts';
export { type Refuse, refuseWithProblem, type Violation } from './violation.ts';
