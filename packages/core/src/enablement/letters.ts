import type { Person } from '../ports/register.ts';

/** Letters to Acrobits that a person sends by a click; the first one is sent by the run. */
export type LetterKind = 'follow-up' | 'correction' | 'withdrawal';

export interface SentLetter {
  readonly kind: LetterKind;
  /** 1 for the first of its kind in this enablement. */
  readonly number: number;
  readonly by: Person;
  readonly orderedAt: Date;
  readonly sentAt?: Date | undefined;
}
