import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Fault } from '../../faults.ts';
import { html } from './html.ts';
import type { Fields } from './shapes.ts';

const calls: readonly (readonly [method: string, words: string])[] = [
  ['*', 'every call of the app'],
  ['chat.postMessage', 'posting a message'],
  ['chat.update', 'editing a message'],
  ['views.open', 'opening a form'],
  ['views.publish', 'showing Home'],
  ['conversations.history', 'reading a channel'],
  ['users.info', 'asking who somebody is'],
  ['usergroups.users.list', 'asking who is in a user group'],
  ['response_url', 'answering through a response_url'],
  ['deliver', 'Slack’s own calls to the app'],
];

type Ends = Omit<Fault, 'method' | 'times'>;
const ends: readonly (readonly [words: string, fault: Ends])[] = [
  ['is refused with 429, again in 5 seconds', { status: 429, retryAfter: 5 }],
  ['fails with 500', { status: 500 }],
  ['is cut off without an answer', { drop: true }],
  ['happens, but its answer is lost', { after: true, drop: true }],
  ['takes 4 seconds', { delayMs: 4000 }],
  ['answers fatal_error', { error: 'fatal_error' }],
  ['is down until everything works again', { down: true }],
];

const key = (fault: Fields): string => JSON.stringify(Object.entries(fault).sort());

/** A planned fault, as a sentence. */
export function inWords({ method, times, ...end }: Fault): string {
  const what = calls.find(([name]) => name === method)?.[1] ?? method;
  const how = ends.find(([, fault]) => key(fault) === key(end))?.[0] ?? JSON.stringify(end);
  return `${what} ${how}${times === undefined || times === 1 ? '' : `, ${times} times`}`;
}

/** Orders one fault. */
export function FaultForm({ plan }: { plan(fault: Fields): void }): VNode {
  const [method, setMethod] = useState('*');
  const [end, setEnd] = useState(0);
  const [times, setTimes] = useState(1);
  const submit = (event: Event) => {
    event.preventDefault();
    const fault = ends[end]?.[1] ?? {};
    plan({ method, ...fault, ...('down' in fault ? {} : { times }) });
  };
  const chosen = (event: Event) => (event.target as HTMLSelectElement).value;
  return html`<form onSubmit=${submit}>
    <label for="fault-what">What</label>
    <select id="fault-what" onChange=${(event: Event) => setMethod(chosen(event))}>
      ${calls.map(([name, words]) => html`<option value=${name} selected=${name === method}>${words}</option>`)}</select>
    <label for="fault-how">How</label>
    <select id="fault-how" onChange=${(event: Event) => setEnd(Number(chosen(event)))}>
      ${ends.map(([words], index) => html`<option value=${index} selected=${index === end}>${words}</option>`)}</select>
    <label for="fault-often">How often</label>
    <input id="fault-often" type="number" min="1" max="1000" value=${times} onInput=${(event: Event) => setTimes(Math.max(1, Number((event.target as HTMLInputElement).value)))} />
    <div class="buttons"><button type="submit" class="button primary">Plan it</button></div>
  </form>`;
}
