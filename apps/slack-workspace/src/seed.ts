import { app, type Channel, type ChannelKind, type Person, type UserGroup } from './people.ts';

interface Cast {
  readonly people: Person[];
  readonly channels: Channel[];
  readonly groups: UserGroup[];
}

function person(id: string, name: string, realName: string, title: string, more: Partial<Person> = {}): Person {
  const email = `${name}@northwind.example`;
  return { id, name, realName, title, email, bot: false, admin: false, guest: false, deactivated: false, ...more };
}

function channel(id: string, name: string, kind: ChannelKind, topic: string, members: string[]): Channel {
  return { id, name, kind, topic, members: new Set(members), archived: false };
}

/** The cast of every fresh workspace, each for a reason: who may ask, who approves, who only looks, and who gets nothing. */
export function seed(): Cast {
  const people = [
    person('U0OLIVIA', 'olivia', 'Olivia Okafor', 'Operator'),
    person('U0ADAM', 'adam', 'Adam Adler', 'Approver'),
    person('U0ADA', 'ada', 'Ada Almeida', 'Admin', { admin: true }),
    person('U0VERA', 'vera', 'Vera Vos', 'Viewer'),
    person('U0GRETA', 'greta', 'Greta Gruber', 'Guest', { guest: true }),
    person('U0DAN', 'dan', 'Dan Dorsey', 'Left the company', { deactivated: true }),
    person(app.botUser, 'enablement', app.name, 'App', { bot: true }),
  ];
  const [olivia, adam, ada, vera, greta] = ['U0OLIVIA', 'U0ADAM', 'U0ADA', 'U0VERA', 'U0GRETA'];
  const staff = [olivia, adam, ada, vera] as string[];
  const direct = people
    .filter((one) => !one.bot)
    .map((one) => channel(`D0${one.name.toUpperCase()}`, one.id, 'im', '', [one.id, app.botUser]));
  return {
    people,
    channels: [
      channel('C0OPS', 'ops', 'public', 'Operations: customers being enabled', [...staff, greta as string, app.botUser]),
      channel('C0PRIVATE', 'ops-private', 'private', 'Operations, among ourselves', [olivia, adam, ada, app.botUser] as string[]),
      channel('C0GENERAL', 'general', 'public', 'Everybody. The app is not a member here', staff),
      ...direct,
    ],
    groups: [
      { id: 'S0OPS', handle: 'ops', users: ['U0OLIVIA', 'U0ADA'] },
      { id: 'S0APPROVERS', handle: 'approvers', users: ['U0ADAM'] },
    ],
  };
}
