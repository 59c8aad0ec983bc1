import { ofUser } from '../places.ts';
import { answerRules } from '../resources/answer-rules.ts';
import { read } from '../verbs.ts';

export const getAnswerRule = ofUser('Basic User', (place) => read(place, answerRules));
