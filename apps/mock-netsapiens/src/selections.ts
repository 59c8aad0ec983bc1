import type { Reply } from '@enablement/mock-kit';
import { failed, scopeTooLow } from './answers.ts';
import { atLeast } from './callers.ts';
import { domainNamed } from './lookups.ts';
import { type Place, seesUser } from './places.ts';
import type { Owned, User } from './state.ts';

type Where<R> = (row: R) => boolean;

/** The users that the caller sees, of the site that was asked for. Nothing, when that is all of them. */
export function visibleUsers({ call, caller }: Place): Where<User> | undefined {
  const { site } = call.query;
  if (site === undefined && atLeast(caller, 'Office Manager')) return undefined;
  return (user) => seesUser(caller, user) && (site === undefined || user.settings.site === site);
}

/** The text is inferred; the status was seen. */
export function smsNumbersWanted({ call, state }: Place, work: (where: Where<Owned>) => Reply): Reply {
  const { dest, number } = call.query;
  const refused = dest === undefined && number === undefined && state.switches.smsNumbersWithoutFilter === '400';
  if (refused) return failed(400, 'dest or number is required');
  const fits = (wanted: unknown, value: unknown): boolean => wanted === undefined || wanted === '*' || wanted === value;
  return work((row) => fits(dest, row.dest) && fits(number, row.number));
}

/** By domain, reseller and pattern. What the other published filters select is not known; they are ignored. */
export function connectionsWanted({ state, call }: Place): Where<Owned> {
  const { domain, reseller, 'termination-match': match } = call.query;
  return (row) =>
    (domain === undefined || row.domain === domain) &&
    (reseller === undefined || domainNamed(state, row.domain)?.reseller === reseller) &&
    (match === undefined || row['connection-term-match-pattern'] === match);
}

/** For writing users, a right that operators may take from Office Managers. */
export const unlessDenied =
  (work: (place: Place) => Reply) =>
  (place: Place): Reply =>
    place.state.switches.officeManagerUsers === 'denied' && !atLeast(place.caller, 'Reseller') ? scopeTooLow : work(place);
