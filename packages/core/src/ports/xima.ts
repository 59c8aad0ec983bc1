import type { decide } from '../enablement/link-rules.ts';
import type { Report } from '../readiness/report.ts';
import type { Secret } from '../secret.ts';
import type { XimaValues } from '../xima/request.ts';
import type { XimaCheck } from '../xima/state.ts';
import type { Person, Team } from './register.ts';

/** `known`: a check of this domain at this address is there already. */
export type XimaRequested = { readonly outcome: 'created' | 'already asked' | 'known'; readonly id: string };

/** The page that whoever sets Xima up is sent to: the values, the report, and both secrets once. */
export interface XimaHandOver {
  readonly check: string;
  readonly expires: Date;
  readonly revealedAt?: Date | undefined;
  /** Wrong confirmation codes so far. */
  readonly misses: number;
}

/**
 * The register of checks for Xima. Each method is one transaction: what it changes, the run that it starts or wakes, and the entry in
 * the audit are there together. A check is made in rounds; each round is a run of its own, and a later one makes an earlier one void.
 */
export interface XimaRegister {
  /** One live check for a domain at an address. `room` is where its card goes, `team` its workspace. */
  request(values: XimaValues, by: Person, room: string, requestId: string, team: Team): Promise<XimaRequested>;
  get(id: string): Promise<XimaCheck | undefined>;
  /** Those that are not closed, newest first. */
  list(): Promise<readonly XimaCheck[]>;
  /** New values, and a new round. False when it is closed. */
  correct(id: string, values: XimaValues, by: Person): Promise<boolean>;
  /** A new round with the same values. False when it is closed. */
  again(id: string, by: Person): Promise<boolean>;
  /** Ends it for good and voids its page; its run destroys the secrets. False when it was closed. */
  close(id: string, by: Person): Promise<boolean>;

  /** The round's run begins to look; false when a later round, or the end, has made it void. Repeats harmlessly. */
  begin(id: string, round: number): Promise<boolean>;
  /** What the round has found. Ignored when it is void; repeats harmlessly. */
  report(id: string, round: number, report: Report): Promise<void>;

  /** A reminder of the secrets that are missing, in the card’s thread; once for each number. */
  remind(id: string, number: number): Promise<void>;

  /** A new page and the code that it asks for; a page that was given before stops working. */
  handOver(id: string, by: Person, expires: Date): Promise<{ readonly token: Secret; readonly code: string }>;
  lookHandOver(token: Secret): Promise<XimaHandOver | undefined>;
  openedHandOver(token: Secret): Promise<void>;
  /** Whether this code opens the secrets: `accept` for exactly one caller. Counts and records a wrong one. */
  claimHandOver(token: Secret, code: string): Promise<ReturnType<typeof decide>>;
}

/** The part of it that people work with, in one workspace. */
export type PeoplesXima = Pick<XimaRegister, 'get' | 'list' | 'correct' | 'again' | 'close' | 'handOver'> & {
  request(...given: Parameters<XimaRegister['request']> extends [...infer Given, Team] ? Given : never): Promise<XimaRequested>;
};
