import type { Operation } from '@enablement/mock-kit';
import { receiveEvents } from '../events.ts';
import type { State } from '../state.ts';

/** `POST /netsapiens/callbacks/{cloudId}/message?password=…`, the post-url of the subscription to `message`. */
export const receiveMessage = (changed: () => void): Operation<State> => receiveEvents('message', changed);
