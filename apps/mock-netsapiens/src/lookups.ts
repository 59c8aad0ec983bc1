import { ofLogin } from './groups.ts';
import type { Domain, State, User } from './state.ts';
import { rowsOf } from './tables.ts';

export const domainNamed = ({ tables }: Pick<State, 'tables'>, domain: string): Domain | undefined =>
  tables.domains.rows.get(domain);

export const userNamed = ({ tables }: Pick<State, 'tables'>, domain: string, user: string): User | undefined =>
  tables.users.rows.get(`${domain}/${user}`);

/** Log-in names are compared without regard to case. */
export const userByLogin = ({ tables }: Pick<State, 'tables'>, login: string): User | undefined =>
  rowsOf(tables.users, ofLogin(login)).next().value;
