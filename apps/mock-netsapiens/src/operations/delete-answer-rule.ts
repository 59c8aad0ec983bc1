import { ofUser } from '../places.ts';
import { answerRules } from '../resources/answer-rules.ts';
import { remove } from '../verbs.ts';

export const deleteAnswerRule = ofUser('Basic User', (place) => remove(place, answerRules));
