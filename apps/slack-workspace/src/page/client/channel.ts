import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Composer } from './composer.ts';
import { html } from './html.ts';
import { Message } from './message.ts';
import { act } from './server.ts';
import type { Message as Said, Channel as Shape, Snapshot } from './shapes.ts';

interface Props {
  readonly channel: Shape;
  readonly user: string;
  readonly snapshot: Snapshot;
  /** A message that a permalink points to. */
  readonly wanted: string | undefined;
}

export function titleOf(channel: Shape): string {
  return channel.kind === 'im' ? channel.name : `#${channel.name}`;
}

function emptyWords({ withApp }: Shape, { app, team, installed }: Snapshot): string {
  if (!installed) return `${app.name} is not installed in ${team.name}.`;
  if (withApp) return 'Nothing has been said here yet. Type / to see the commands.';
  return `${app.name} is not a member of this channel. Its commands work here, but it cannot post.`;
}

/** As near to the end as this, in pixels, counts as being there. */
const NEAR = 40;

/** Keeps the newest message in sight, or the wanted one. Who reads the end stays there when a card grows or the window shrinks. */
function useScroll(count: number, place: string, wanted: string | undefined) {
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const toEnd = () => list.current?.scrollTo({ top: list.current.scrollHeight });
  useEffect(() => {
    const target = wanted === undefined ? null : document.getElementById(`m-${wanted}`);
    atEnd.current = target === null;
    if (target === null) toEnd();
    else target.scrollIntoView({ block: 'center' });
    for (const marked of document.querySelectorAll('.message.wanted')) marked.classList.remove('wanted');
    target?.classList.add('wanted');
  }, [count, place, wanted]);
  useEffect(() => {
    const box = list.current;
    if (box === null) return;
    const look = () => {
      atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    };
    const sizes = new ResizeObserver(() => atEnd.current && toEnd());
    box.addEventListener('scroll', look);
    for (const part of [box, ...box.children]) sizes.observe(part);
    return () => {
      box.removeEventListener('scroll', look);
      sizes.disconnect();
    };
  }, []);
  return list;
}

function Thread({ parent, close, ...props }: Props & { parent: Said; close(): void }): VNode {
  const { channel, user, snapshot } = props;
  const replies = channel.messages.filter((one) => one.thread_ts === parent.ts);
  const list = useScroll(replies.length, parent.ts, undefined);
  const send = (text: string) => void act('say', { user, channel: channel.id, text, thread_ts: parent.ts });
  return html`<aside class="thread" aria-label="Thread" onKeyDown=${(event: KeyboardEvent) => event.key === 'Escape' && close()}>
    <header class="top"><h2>Thread</h2><button type="button" class="close" aria-label="Close thread" onClick=${close}>✕</button></header>
    <div class="messages" role="log" aria-label="Messages in this thread" ref=${list}>
      <div>${[parent, ...replies].map((one) => html`<${Message} key=${one.ts} message=${one} channel=${channel.id} user=${user} snapshot=${snapshot} replies=${0} />`)}</div>
    </div>
    <${Composer} label="Reply to thread" commands=${[]} disabled=${channel.archived} send=${send} />
  </aside>`;
}

/** A channel or direct message, with the thread that is open beside it. */
export function Channel(props: Props): VNode {
  const { channel, user, snapshot, wanted } = props;
  const [thread, setThread] = useState<string | undefined>(undefined);
  const [trouble, setTrouble] = useState('');
  const top = channel.messages.filter((one) => one.thread_ts === undefined || (one.ephemeral && one.thread_ts !== thread));
  const list = useScroll(top.length, channel.id, wanted);
  const parent = channel.messages.find((one) => one.ts === thread);
  const repliesOf = (ts: string) => channel.messages.filter((one) => one.thread_ts === ts && !one.ephemeral).length;

  const send = async (text: string) => {
    setTrouble('');
    const isCommand = text.startsWith('/');
    const answer = await act(isCommand ? 'command' : 'say', { user, channel: channel.id, text });
    // What goes wrong with a command stands in the channel already.
    if (typeof answer.error === 'string' && !isCommand) setTrouble(answer.error);
  };
  const title = titleOf(channel);
  return html`<main class="channel" aria-labelledby="place">
    <header class="top"><h1 id="place">${title}</h1>
      <p class="topic">${channel.topic}</p>
      <p class="who">${channel.kind !== 'im' && `${channel.members} members`}</p></header>
    <div class="columns">
      <div class="middle">
        <div class="messages" role="log" aria-label="Messages in ${title}" ref=${list} tabindex="0"><div>
          ${
            top.length === 0 &&
            html`<div class="nothing"><h2>${channel.kind === 'im' ? `This is you and ${channel.name}` : `Welcome to ${title}`}</h2>
            <p>${emptyWords(channel, snapshot)}</p></div>`
          }
          ${top.map((one) => {
            const open = () => setThread(one.ts);
            return html`<${Message} key=${one.ts} message=${one} channel=${channel.id} user=${user} snapshot=${snapshot} replies=${repliesOf(one.ts)} openThread=${open} />`;
          })}
        </div></div>
        ${trouble !== '' && html`<p class="error" role="alert">${trouble}</p>`}
        ${channel.archived && html`<p class="notice">This channel is archived.</p>`}
        <${Composer} key=${channel.id} label="Message ${title}" commands=${snapshot.commands} disabled=${channel.archived} send=${send} />
      </div>
      ${parent !== undefined && html`<${Thread} ...${props} parent=${parent} close=${() => setThread(undefined)} />`}
    </div>
  </main>`;
}
