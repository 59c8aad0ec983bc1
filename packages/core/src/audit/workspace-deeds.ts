import type { Person, Team } from '../ports/register.ts';
import { actorOf } from './deeds.ts';
import type { Audited } from './entry.ts';

/** The app was installed in a workspace, or installed again. The token is told by its fingerprint. */
export const installed = (team: Team, name: string, by: Person, fingerprint: string): Audited => ({
  actor: actorOf(by),
  action: 'app installed in a workspace',
  subject: {},
  outcome: 'done',
  details: { team, name, botToken: fingerprint },
});

/** The app lost its access to a workspace; its runs go on without Slack. */
export const removed = (team: Team, why: string): Audited => ({
  actor: { kind: 'program', id: 'bot' },
  action: 'access to a workspace lost',
  subject: {},
  outcome: 'done',
  details: { team, why },
});
