import type { Operation } from '@enablement/mock-kit';
import { receiveEvents } from '../events.ts';
import type { State } from '../state.ts';

/** `POST /netsapiens/callbacks/{cloudId}/message-session?password=…`, the post-url of the subscription to `messagesession`. */
export const receiveMessageSession = (changed: () => void): Operation<State> => receiveEvents('messagesession', changed);
