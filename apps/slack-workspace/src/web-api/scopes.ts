import type { Fields } from '../json.ts';
import { textAt } from '../json.ts';
import type { Workspace } from '../workspace.ts';
import { findRoom } from './rooms.ts';

/** The scope that a method needs (docs.slack.dev, the methods' own pages); those that are not here need none. */
const needs: { readonly [method: string]: string } = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'chat.delete': 'chat:write',
  'conversations.open': 'im:write',
  'users.info': 'users:read',
  'users.lookupByEmail': 'users:read.email',
  'usergroups.users.list': 'usergroups:read',
  'files.info': 'files:read',
};
const byRoom: { readonly [method: string]: string } = {
  'conversations.history': 'history',
  'conversations.replies': 'history',
  'conversations.info': 'read',
  'conversations.members': 'read',
};
const rooms = { public: 'channels', private: 'groups', im: 'im' } as const;

/** The scope that this call needs and the token does not have. */
export function missingScope(method: string, args: Fields, workspace: Workspace, scopes: readonly string[]): string | undefined {
  const about = Object.hasOwn(byRoom, method) ? byRoom[method] : undefined;
  const kind = findRoom(workspace, textAt(args, 'channel') ?? '')?.kind ?? 'public';
  const needed = about === undefined ? (Object.hasOwn(needs, method) ? needs[method] : undefined) : `${rooms[kind]}:${about}`;
  return needed === undefined || scopes.includes(needed) ? undefined : needed;
}
