import { ofUser } from '../places.ts';
import { answerRules } from '../resources/answer-rules.ts';
import { count } from '../verbs.ts';

/** Published for 45.0. */
export const countAnswerRules = ofUser('Basic User', (place) => count(place, answerRules));
