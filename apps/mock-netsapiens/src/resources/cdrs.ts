import { byOwner } from '../groups.ts';
import type { Readable } from '../resource.ts';
import type { Cdr, Row } from '../state.ts';

/** Calls that were answered rang this long. */
const ringing = 5;

const moment = (time: number): string => new Date(time).toISOString().replace(/\.\d{3}Z$/, '+00:00');

/** Who called and who was called; one of them is the user. */
function endsOf({ domain, user, direction, number, name }: Cdr) {
  const inside = { domain, user, uri: `sip:${user}@${domain}`, name: '', id: user };
  const outside = { domain: '', user: null, uri: `sip:${number}@carrier.example`, name, id: number };
  const colleague = { domain, user: number, uri: `sip:${number}@${domain}`, name, id: number };
  const other = direction === 3 ? colleague : outside;
  return direction === 1 || direction === 2 ? { from: other, to: inside } : { from: inside, to: other };
}

const answeredAt = ({ startedAt, direction }: Cdr): number | undefined =>
  direction === 2 ? undefined : startedAt + ringing * 1000;
const endedAt = ({ startedAt, talkingSeconds }: Cdr): number => startedAt + (ringing + talkingSeconds) * 1000;

export const cdrs: Readable<Cdr> = {
  table: 'cdrs',
  noun: 'CDR',
  id: 'id',
  read: 'Cdr',
  key: ({ id }) => id,
  groups: byOwner,
  show: (call, { hostname }) => {
    const { from, to } = endsOf(call);
    const answered = answeredAt(call);
    return {
      id: call.id,
      domain: call.domain,
      reseller: call.reseller,
      'call-direction': call.direction,
      'call-start-datetime': moment(call.startedAt),
      'call-answer-datetime': answered === undefined ? null : moment(answered),
      'call-disconnect-datetime': moment(endedAt(call)),
      'call-disconnect-reason-text': answered === undefined ? 'Cancel' : 'Orig Bye',
      'call-talking-duration-seconds': call.talkingSeconds,
      'call-on-hold-duration-seconds': 0,
      'call-total-duration-seconds': ringing + call.talkingSeconds,
      'call-orig-call-id': `${call.id}-orig`,
      'call-orig-caller-id': from.id,
      'call-orig-domain': from.domain,
      'call-orig-from-name': from.name,
      'call-orig-from-uri': from.uri,
      'call-orig-user': from.user,
      'call-term-call-id': `${call.id}-term`,
      'call-term-domain': to.domain,
      'call-term-to-uri': to.uri,
      'call-term-user': to.user,
      'call-through-action': '',
      'call-through-user': null,
      'call-tag': '',
      'core-server': hostname,
      'hide-from-results': 0,
      'is-trace-expected': true,
    };
  },
};

/** The calls of a user come with the member names of v1, and moments in seconds since 1970. */
export const userCdrs: Readable<Cdr> = {
  ...cdrs,
  read: 'UserCdr',
  show: (call): Row => ({
    uid: `${call.user}@${call.domain}`,
    domain: call.domain,
    cdr_id: call.id,
    type: call.direction,
    time_start: call.startedAt / 1000,
    time_answer: (answeredAt(call) ?? 0) / 1000,
    time_release: endedAt(call) / 1000,
    duration: call.talkingSeconds,
    orig_to_uri: endsOf(call).to.uri,
    number: call.number,
    name: call.name,
    onnet: call.direction === 3 ? 1 : 0,
    hide: 0,
    tag: '',
    expected_trace: true,
  }),
};
