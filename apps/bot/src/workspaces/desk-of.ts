import { approvalsOfTeam, correspondenceOfTeam, type Ports, registerOfTeam, type Team } from '@enablement/core';
import type { Desk } from '../desk.ts';
import type { SlackPeople } from '../people/slack-people.ts';
import type { Workspaces } from './workspaces.ts';

/** Gives the desk for the people of one workspace. */
export type DeskOf = (team: Team) => Promise<Desk>;

/** What all workspaces share; people are asked in theirs. */
export type SharedDesk = Omit<Desk, 'register' | 'people' | 'approvals' | 'correspondence' | 'customers'> &
  Pick<Ports, 'register' | 'approvals' | 'correspondence'> & {
    readonly people: SlackPeople;
    readonly customersOf: (team: Team) => Desk['customers'];
  };

/**
 * With several workspaces, a desk at which only the team's own runs are: in the register, in the audit, and in who can do something.
 * With one there is nothing to keep apart; runs are still written to their team, for the day when a second one is added.
 */
export function deskOf(shared: SharedDesk, { several }: Pick<Workspaces, 'several'>): DeskOf {
  const { register, people, audit, auditPages, approvals, correspondence } = shared;
  return async (team) => {
    const asked = {
      ...shared,
      people: { standing: (person: string) => people.standing(person, team) },
      customers: shared.customersOf(team),
    };
    if (!several)
      return {
        ...asked,
        register: { ...register, request: (...given) => register.request(given[0], given[1], given[2], given[3], team) },
      };
    const theirs = registerOfTeam(register, team);
    const idsOf = async (wanted: readonly string[] | undefined) => wanted ?? (await theirs.list()).map(({ id }) => id);
    return {
      ...asked,
      register: theirs,
      approvals: approvalsOfTeam(register, approvals, team),
      correspondence: correspondenceOfTeam(register, correspondence, team),
      book: await people.bookOf(team),
      audit: {
        ...audit,
        async *entries(enablements) {
          yield* audit.entries(await idsOf(enablements));
        },
      },
      auditPages: {
        ...auditPages,
        issue: async (page) => auditPages.issue({ ...page, enablements: await idsOf(page.enablements) }),
      },
    };
  };
}
