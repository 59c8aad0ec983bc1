import { ofUser } from '../places.ts';
import { answerRules } from '../resources/answer-rules.ts';
import { create } from '../verbs.ts';

/** Whether a second rule for a time frame is 409 is not published. */
export const createAnswerRule = ofUser('Basic User', (place) => create(place, answerRules));
