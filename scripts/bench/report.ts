import { table } from '../lib/markdown.ts';

/** One thing that was promised, and what was measured. */
export interface Result {
  readonly name: string;
  readonly ratio: number;
  readonly goal: number;
  /** `at least`: a larger ratio is better. */
  readonly sense: 'at least' | 'at most';
  /** The measured values behind the ratio, for people. */
  readonly detail: string;
}

const reached = ({ ratio, goal, sense }: Result): boolean => (sense === 'at least' ? ratio >= goal : ratio <= goal);
const rounded = (ratio: number): number => Math.round(ratio * 100) / 100;

/** One JSON object, without a line end. */
export const asJson = (result: Result): string =>
  JSON.stringify({ name: result.name, ratio: rounded(result.ratio), goal: result.goal, ok: reached(result) });

/** A Markdown table. */
export function asTable(results: readonly Result[]): string {
  const rows = results.map((result) => [
    result.name,
    `${rounded(result.ratio)}`,
    `${result.sense} ${result.goal}`,
    reached(result) ? 'yes' : '**no**',
    result.detail,
  ]);
  return table(['What', 'Ratio', 'Goal', 'Reached', 'Measured'], rows);
}
