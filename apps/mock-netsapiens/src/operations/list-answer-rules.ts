import { page } from '../pages.ts';
import { ofUser } from '../places.ts';
import { answerRules, byOrder } from '../resources/answer-rules.ts';
import { rowsAt, show } from '../verbs.ts';

/** In their order. */
export const listAnswerRules = ofUser('Basic User', (place) => {
  const rules = [...rowsAt(place, answerRules)].toSorted(byOrder);
  return { status: 200, body: page(rules, place.call.query).map((rule) => show(place, answerRules, rule)) };
});
