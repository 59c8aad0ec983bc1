import { byOwner } from '../groups.ts';
import type { Resource } from '../resource.ts';
import type { Owned, Row } from '../state.ts';

/** The published place of a rule is 99. Which number `top` gives is not known. */
function placed({ 'new-position': position, ...said }: Row): Row {
  if (position === 'top') return { ...said, order: 0 };
  return position === 'bottom' ? { ...said, order: 99 } : said;
}

export const makeAnswerRule = (said: Row & { readonly domain: string; readonly user: string }): Owned => ({
  order: 99,
  ...said,
});

export const byOrder = (one: Owned, other: Owned): number => Number(one.order) - Number(other.order);

export const answerRules: Resource<Owned> = {
  table: 'answerRules',
  noun: 'Answer rule',
  id: 'time-frame',
  parameter: 'timeframe',
  create: 'NewAnswerRule',
  change: 'AnswerRuleChange',
  read: 'AnswerRule',
  synchronous: 'object',
  key: (row) => `${row.domain}/${row.user}/${row['time-frame']}`,
  groups: byOwner,
  make: (said, { domain, user }) => makeAnswerRule({ ...placed(said), domain: String(domain?.domain), user: String(user?.user) }),
  merge: (row, said) => ({ ...row, ...placed(said) }),
  // There are no time frames here, so that it is always the rest of the time.
  show: (row) => ({ ...row, 'is-active': row['time-frame'] === '*' && row.enabled === 'yes' }),
};
