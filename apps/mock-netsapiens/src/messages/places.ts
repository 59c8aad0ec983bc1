import type { Operation, Reply } from '@enablement/mock-kit';
import { nothingCalled } from '../answers.ts';
import { ofUser, type Place } from '../places.ts';
import type { State, User } from '../state.ts';
import { conversationOf, memberOf } from './conversations.ts';
import type { Conversation, Member } from './state.ts';

/** A conversation, and a user who has it. */
export interface SessionPlace extends Place {
  readonly user: User;
  readonly conversation: Conversation;
  readonly member: Member;
}

/** Text inferred. */
export const noSession = (id: string): Reply => nothingCalled('Message session', id);

/** An operation on a conversation that the user in its path has. */
export const ofSession = (work: (place: SessionPlace) => Reply): Operation<State> =>
  ofUser('Basic User', (place) => {
    const id = String(place.call.params.messagesession);
    const conversation = conversationOf(place.state, place.user.domain, id);
    const member = conversation && memberOf(conversation, place.user.user);
    return conversation === undefined || member === undefined ? noSession(id) : work({ ...place, conversation, member });
  });
