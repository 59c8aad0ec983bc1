import { accepted, failed, nothingCalled } from '../answers.ts';
import { queue } from '../bus.ts';
import { ofUser } from '../places.ts';
import { answerRules } from '../resources/answer-rules.ts';
import { rowsAt } from '../verbs.ts';

/** The text of the 400 is published; the numbers that the rules get are not. */
export const reorderAnswerRules = ofUser('Basic User', (place) => {
  const wanted = (place.call.body as { 'time-frame': string }[]).map((rule) => rule['time-frame']);
  const keys = new Map([...rowsAt(place, answerRules)].map((rule) => [rule['time-frame'], answerRules.key(rule)]));
  const unknown = wanted.find((timeFrame) => !keys.has(timeFrame));
  if (unknown !== undefined) return nothingCalled('Answer rule', unknown);
  if (new Set(wanted).size < keys.size) return failed(400, 'Please provide all timeframes in the new order.');
  for (const [at, timeFrame] of wanted.entries()) {
    const key = keys.get(timeFrame) ?? '';
    queue(place.state, place.call.now(), { table: 'answerRules', kind: 'update', key, row: { order: at + 1 } });
  }
  return accepted;
});
