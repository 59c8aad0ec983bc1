import { z } from 'zod';
import type { Fields } from '../json.ts';
import type { Person } from '../people.ts';
import type { Workspace } from '../workspace.ts';
import { fail, type Method, method, ok } from './method.ts';

function describePerson({ team }: Workspace, person: Person): Fields {
  return {
    id: person.id,
    team_id: team.id,
    name: person.name,
    real_name: person.realName,
    deleted: person.deactivated,
    is_bot: person.bot,
    is_admin: person.admin,
    is_owner: false,
    is_restricted: person.guest,
    is_ultra_restricted: false,
    is_app_user: false,
    tz: 'Europe/Prague',
    tz_offset: 3600,
    profile: { real_name: person.realName, display_name: person.name, title: person.title, email: person.email, team: team.id },
  };
}

export const users: { readonly [name: string]: Method } = {
  'users.info': method(z.object({ user: z.string() }), ({ user }, { workspace }) => {
    const person = workspace.people.get(user);
    return person === undefined ? fail('user_not_found') : ok({ user: describePerson(workspace, person) });
  }),

  /** Deactivated people are not found by e-mail. */
  'users.lookupByEmail': method(z.object({ email: z.string() }), ({ email }, { workspace }) => {
    const wanted = email.toLowerCase();
    const person = [...workspace.people.values()].find((one) => one.email === wanted && !one.deactivated && !one.bot);
    return person === undefined ? fail('users_not_found') : ok({ user: describePerson(workspace, person) });
  }),

  'usergroups.users.list': method(z.object({ usergroup: z.string() }), ({ usergroup }, { workspace }) => {
    const group = workspace.groups.get(usergroup);
    return group === undefined ? fail('no_such_subteam') : ok({ users: group.users });
  }),
};
