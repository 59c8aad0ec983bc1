import { z } from 'zod';
import { Fault } from '../faults.ts';
import { remove } from '../oauth/removal.ts';
import { SwitchChange } from '../switches.ts';
import { findMessage, removeMessage } from '../workspace.ts';
import { type Act, act, known } from './act.ts';

const PersonChange = z.object({ user: z.string(), deactivated: z.boolean().optional(), guest: z.boolean().optional() });
const Membership = z.object({ channel: z.string(), user: z.string(), member: z.boolean() });
const Advance = z.object({
  advanceMs: z
    .int()
    .min(0)
    .max(100 * 24 * 3600 * 1000),
});
const InTeam = z.object({ team: z.string() });

/** What happens to people: the world changes, time passes, things break. */
export const happenings: { readonly [name: string]: Act } = {
  faults: act(Fault, (slack, fault) => {
    slack.faults.plan(fault);
    if (slack.faults.isDown()) slack.sockets.disconnect('kill');
    return { ok: true, planned: slack.faults.list() };
  }),
  'faults/clear': (slack) => {
    slack.faults.reset();
    return { ok: true, planned: [] };
  },
  clock: act(Advance, (slack, { advanceMs }) => {
    slack.clock.advance(advanceMs);
    return { ok: true, now: new Date(slack.clock.now()).toISOString() };
  }),
  'delete-message': act(z.object({ channel: z.string(), ts: z.string() }), (slack, { channel, ts }) => {
    removeMessage(slack.workspace, known(findMessage(slack.workspace, channel, ts), `message ${ts} in ${channel}`));
    return { ok: true };
  }),
  archive: act(z.object({ channel: z.string(), archived: z.boolean().default(true) }), (slack, { channel, archived }) => {
    known(slack.workspace.channels.get(channel), `channel ${channel}`).archived = archived;
    slack.workspace.changed();
    return { ok: true };
  }),
  membership: act(Membership, (slack, { channel, user, member }) => {
    const { members } = known(slack.workspace.channels.get(channel), `channel ${channel}`);
    if (member) members.add(known(slack.workspace.people.get(user), `person ${user}`).id);
    else members.delete(user);
    slack.workspace.changed();
    return { ok: true, members: [...members] };
  }),
  person: act(PersonChange, (slack, given) => {
    const person = known(slack.workspace.people.get(given.user), `person ${given.user}`);
    person.deactivated = given.deactivated ?? person.deactivated;
    person.guest = given.guest ?? person.guest;
    slack.workspace.changed();
    return { ok: true };
  }),
  group: act(z.object({ group: z.string(), users: z.array(z.string()) }), (slack, { group, users }) => {
    known(slack.workspace.groups.get(group), `user group ${group}`).users = users;
    return { ok: true };
  }),
  uninstall: act(InTeam, async (_slack, { team }, slacks) => {
    await remove(known(slacks.having(team), `workspace ${team}`), 'uninstall');
    return { ok: true };
  }),
  revoke: act(InTeam, async (_slack, { team }, slacks) => {
    await remove(known(slacks.having(team), `workspace ${team}`), 'revoke');
    return { ok: true };
  }),
  switches: act(SwitchChange, (slack, change) => {
    slack.switches.turn(change);
    slack.workspace.changed();
    return { ok: true, ...slack.switches.now };
  }),
  'sockets/disconnect': act(z.object({ how: z.enum(['refresh', 'kill']).default('refresh') }), (slack, { how }) => ({
    ok: true,
    disconnected: slack.sockets.disconnect(how),
  })),
  redeliver: async (slack) => ({ answer: await known(slack.deliver.again(), 'payload to send again') }),
  reset: (slack, _body, slacks) => {
    const { triggers, responseUrls, traffic, faults, switches, limits, codes, dead } = slack;
    for (const part of [triggers, responseUrls, traffic, faults, switches, limits, codes]) part.reset();
    dead.clear();
    for (const { workspace } of slacks.all) workspace.reset();
    return { ok: true };
  },
};
