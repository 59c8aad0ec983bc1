import { ofUser } from '../places.ts';
import { answerRules } from '../resources/answer-rules.ts';
import { change } from '../verbs.ts';

export const updateAnswerRule = ofUser('Basic User', (place) => change(place, answerRules));
