import type { Draft, LetterKind } from '../enablement/letters.ts';
import type { Prerequisites } from '../enablement/request.ts';
import type { Person } from './register.ts';

/** A letter that somebody ordered, as it is to be sent. */
export interface OrderedLetter extends Draft {
  /** What a correction tells. */
  readonly told?: Prerequisites | undefined;
  readonly sentAt?: Date | undefined;
}

/** Letters to Acrobits that people order by a click; a workflow of their own sends each. */
export interface Correspondence {
  /**
   * Orders this draft and starts the workflow that sends it, once for its kind and number. `changed`: it would read otherwise by now.
   */
  order(enablement: string, draft: Draft, by: Person): Promise<'ordered' | 'already ordered' | 'changed'>;
  get(enablement: string, kind: LetterKind, number: number): Promise<OrderedLetter | undefined>;
  /** What it tells is what Acrobits knows from here on. Noted before it is sent, so that what they may know is never too little. */
  telling(enablement: string, kind: LetterKind, number: number): Promise<void>;
  sent(enablement: string, kind: LetterKind, number: number): Promise<void>;
  /** Why it has not left yet. That it waits for approvers is no failure. */
  trouble(enablement: string, kind: LetterKind, number: number, why: string, failed: boolean): Promise<void>;
}
