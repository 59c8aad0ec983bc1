import type { Operation } from '@enablement/mock-kit';
import { platformDate } from '../dates.ts';
import type { State } from '../state.ts';

/** Needs no token. Published for 44.4 and later; a 44.0 core answers `No Route Found [92]`. */
export const getVersion: Operation<State> = ({ state, now }) => ({
  status: 200,
  body: { apiversion: state.release, hostname: state.hostname, 'current-time': platformDate(now().getTime()) },
});
