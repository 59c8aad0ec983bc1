import { z } from 'zod';
import { field } from './field.ts';
import type { Markup } from './html.ts';

const EXPECTED = 'Enter the six digits that came with the link.';

/** The confirmation code that Slack shows beside a link, as people type it. */
export const confirmationCode = z
  .string({ error: EXPECTED })
  .transform((text) => text.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, EXPECTED));

export const codeField = (typed: string | undefined, problem: string | undefined, focus: boolean): Markup =>
  field({
    name: 'code',
    label: 'Confirmation code',
    hint: 'The six digits that came with the link.',
    value: typed,
    problem,
    focus,
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
    width: 'short',
  });

/** Says how many attempts are left. */
export const wrongCode = (left: number): string =>
  `This is not the code that came with the link. ${left === 1 ? '1 attempt' : `${left} attempts`} left.`;
