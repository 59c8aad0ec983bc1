import { z } from 'zod';
import { field } from './field.ts';
import type { Markup } from './html.ts';

const EXPECTED = 'Enter the six digits that belong to this link.';

/** The confirmation code that belongs to a link, as people type it. */
export const confirmationCode = z
  .string({ error: EXPECTED })
  .transform((text) => text.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, EXPECTED));

/** `hint` for a reader who has the code from a person, and sees no Slack. */
export const codeField = (
  typed: string | undefined,
  problem: string | undefined,
  focus: boolean,
  hint = 'The six digits shown beside the link in Slack.',
): Markup =>
  field({
    name: 'code',
    label: 'Confirmation code',
    hint,
    value: typed,
    problem,
    focus,
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
    width: 'short',
  });

/** Says how many attempts are left. */
export const wrongCode = (left: number): string =>
  `This is not the code that belongs to this link. ${left === 1 ? '1 attempt' : `${left} attempts`} left.`;
