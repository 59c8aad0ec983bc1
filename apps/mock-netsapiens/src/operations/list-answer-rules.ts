import { ofUser } from '../places.ts';
import { answerRules, byOrder } from '../resources/answer-rules.ts';
import { listOf, rowsAt } from '../verbs.ts';

/** In their order. */
export const listAnswerRules = ofUser('Basic User', (place) => {
  const rules = [...rowsAt(place, answerRules)].toSorted(byOrder);
  return listOf(place, answerRules, rules);
});
