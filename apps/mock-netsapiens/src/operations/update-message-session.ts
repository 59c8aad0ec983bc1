import { validator } from '@enablement/contracts/netsapiens';
import { accepted, noUser } from '../answers.ts';
import { userNamed } from '../lookups.ts';
import { keep } from '../messages/conversations.ts';
import { publishSession } from '../messages/deliver.ts';
import { ofSession } from '../messages/places.ts';
import type { Member } from '../messages/state.ts';

const change = validator('MessageSessionChange');

/** A name, or who takes part from now on: users of the domain, as CSV of `101` or `101@domain`. Other names are passed over. */
export const updateMessageSession = ofSession(({ state, call, conversation }) => {
  const wanted = change.parse(call.body);
  const members = 'participants' in wanted ? readMembers(wanted.participants, conversation.domain) : conversation.members;
  for (const { user } of members)
    if (userNamed(state, conversation.domain, user) === undefined) return noUser(user, conversation.domain);
  const name = 'session-name' in wanted ? wanted['session-name'] : conversation.name;
  const numbered = members.map((member) => conversation.members.find(({ user }) => user === member.user) ?? member);
  const changed = { ...conversation, name, members: numbered };
  keep(state, changed);
  publishSession(state, call.now(), changed);
  return accepted;
});

function readMembers(csv: string, own: string): Member[] {
  const users = csv.split(',').flatMap((part) => {
    const [user = '', domain = own] = part.trim().split('@');
    return domain === own && user.length <= 16 && user !== '' ? [user] : [];
  });
  return [...new Set(users)].map((user) => ({ user, number: null }));
}
