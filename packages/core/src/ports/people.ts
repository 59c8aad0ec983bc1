import type { Standing } from '../people/standing.ts';
import type { Person, Team } from './register.ts';

/** Who people are and which roles they have, as the chat and the configuration say. */
export interface People {
  /** At most five minutes old. Never throws: what cannot be found out is `unsure`, and that is a no. Asked in `team`; left out, in the only one. */
  standing(person: Person, team?: Team): Promise<Standing>;
}
