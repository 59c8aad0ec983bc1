import { ofMe } from '../places.ts';
import { listAnswerRules } from './list-answer-rules.ts';

/** A path of its own in the contract, and the same answer as for `{domain}` = `~` and `{user}` = `~`. */
export const listMyAnswerRules = ofMe(listAnswerRules);
