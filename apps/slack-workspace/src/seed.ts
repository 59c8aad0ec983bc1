import {
  type Access,
  type App,
  type Channel,
  type ChannelKind,
  type Person,
  type Team,
  theApp,
  type UserGroup,
} from './people.ts';

/** Who and what is in a fresh workspace. */
export interface Cast {
  readonly team: Team;
  readonly app: App;
  readonly access: Access | undefined;
  readonly people: Person[];
  readonly channels: Channel[];
  readonly groups: UserGroup[];
}

const personOf =
  (host: string) =>
  (id: string, name: string, realName: string, title: string, more: Partial<Person> = {}): Person => ({
    ...{ id, name, realName, title, email: `${name}@${host}` },
    ...{ bot: false, admin: false, guest: false, deactivated: false, ...more },
  });

function channel(id: string, name: string, kind: ChannelKind, topic: string, members: readonly string[]): Channel {
  return { id, name, kind, topic, members: new Set(members), archived: false };
}

/** Everybody has a direct message with the app. */
const direct = (mark: string, people: readonly Person[], { botUser }: App) =>
  people
    .filter((one) => !one.bot)
    .map((one) => channel(`D${mark}${one.name.toUpperCase()}`, one.id, 'im', '', [one.id, botUser]));

/** The workspace where the app is at home. Its cast has reasons: who may ask, who approves, who only looks, and who gets nothing. */
export function northwind(access: Access): Cast {
  const app = { ...theApp, botUser: 'U0BOT', bot: 'B0BOT' };
  const person = personOf('northwind.example');
  const people = [
    person('U0OLIVIA', 'olivia', 'Olivia Okafor', 'Operator'),
    person('U0ADAM', 'adam', 'Adam Adler', 'Approver'),
    person('U0ADA', 'ada', 'Ada Almeida', 'Admin', { admin: true }),
    person('U0VERA', 'vera', 'Vera Vos', 'Viewer'),
    person('U0GRETA', 'greta', 'Greta Gruber', 'Guest', { guest: true }),
    person('U0DAN', 'dan', 'Dan Dorsey', 'Left the company', { deactivated: true }),
    person(app.botUser, 'enablement', app.name, 'App', { bot: true }),
  ];
  const staff = ['U0OLIVIA', 'U0ADAM', 'U0ADA', 'U0VERA'];
  return {
    team: { id: 'T0NORTH', name: 'Northwind Telecom', domain: 'northwind-telecom' },
    app,
    access,
    people,
    channels: [
      channel('C0OPS', 'ops', 'public', 'Operations: customers being enabled', [...staff, 'U0GRETA', app.botUser]),
      channel('C0PRIVATE', 'ops-private', 'private', 'Operations, among ourselves', ['U0OLIVIA', 'U0ADAM', 'U0ADA', app.botUser]),
      channel('C0GENERAL', 'general', 'public', 'Everybody. The app is not a member here', staff),
      ...direct('0', people, app),
    ],
    groups: [
      { id: 'S0OPS', handle: 'ops', users: ['U0OLIVIA', 'U0ADA'] },
      { id: 'S0APPROVERS', handle: 'approvers', users: ['U0ADAM'] },
    ],
  };
}

/** A second workspace, of another company, that has not installed the app yet. */
export function globex(): Cast {
  const app = { ...theApp, botUser: 'U1BOT', bot: 'B1BOT' };
  const person = personOf('globex.example');
  const people = [
    person('U1OSCAR', 'oscar', 'Oscar Ortiz', 'Operator'),
    person('U1ANNA', 'anna', 'Anna Arnold', 'Approver'),
    person('U1AMIR', 'amir', 'Amir Aziz', 'Admin', { admin: true }),
    person(app.botUser, 'enablement', app.name, 'App', { bot: true }),
  ];
  const staff = ['U1OSCAR', 'U1ANNA', 'U1AMIR'];
  return {
    team: { id: 'T0GLOBEX', name: 'Globex Voice', domain: 'globex-voice' },
    app,
    access: undefined,
    people,
    channels: [
      channel('C1OPS', 'ops', 'public', 'Operations of Globex', [...staff, app.botUser]),
      channel('C1GENERAL', 'general', 'public', 'Everybody. The app is not a member here', staff),
      ...direct('1', people, app),
    ],
    groups: [{ id: 'S1OPS', handle: 'ops', users: ['U1OSCAR'] }],
  };
}
