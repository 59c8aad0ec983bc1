import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Blocks } from './blocks.ts';
import { enteredOf } from './fields.ts';
import { html } from './html.ts';
import { act } from './server.ts';
import type { Acted, Entered, Fields, Message as Shape, Snapshot, Surroundings } from './shapes.ts';
import { mrkdwn } from './text.ts';

interface Props {
  readonly message: Shape;
  readonly channel: string;
  readonly user: string;
  readonly snapshot: Snapshot;
  readonly replies: number;
  /** Absent where the message already stands in its thread. */
  openThread?(): void;
}

const words: { readonly [error: string]: string } = {
  operation_timeout: 'The app did not answer in time (operation_timeout).',
  dispatch_failed: 'The app could not be reached (dispatch_failed).',
};

function initial(element: Fields): Entered {
  const { initial_option: option, initial_options: options } = element;
  if (option !== undefined) return enteredOf({ selected_option: option });
  if (options !== undefined) return enteredOf({ selected_options: options });
  return enteredOf({ value: element.initial_date ?? element.initial_user ?? null });
}

export function Message({ message, channel, user, snapshot, replies, openThread }: Props): VNode {
  const [trouble, setTrouble] = useState('');
  const [chosen, setChosen] = useState<{ [key: string]: Entered }>({});
  const author = snapshot.people.find((one) => one.id === message.author);
  const name = author === undefined ? 'Slackbot' : author.bot ? author.realName : author.name;
  const time = new Date(Number(message.ts) * 1000);
  const clock = time.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const around: Surroundings = {
    snapshot,
    errors: {},
    entered: (blockId, element) => chosen[`${blockId}/${String(element.action_id)}`] ?? initial(element),
    enter: (blockId, element, value) => setChosen({ ...chosen, [`${blockId}/${String(element.action_id)}`]: value }),
    act: async (acted: Acted) => {
      setTrouble('');
      const answer = await act('click', { user, channel, ts: message.ts, ...acted });
      if (typeof answer.error === 'string') setTrouble(words[answer.error] ?? answer.error);
    },
  };
  const body =
    message.blocks.length > 0 ? html`<${Blocks} blocks=${message.blocks} around=${around} />` : mrkdwn(message.text, snapshot);
  const count = replies === 1 ? '1 reply' : `${replies} replies`;
  return html`<article class="message ${message.ephemeral ? 'ephemeral' : ''}" id="m-${message.ts}" aria-label="${name}, ${clock}">
    <span class="avatar ${author === undefined || author.bot ? 'bot' : ''}" data-tone=${name.length % 5} aria-hidden="true">${name.slice(0, 1).toUpperCase()}</span>
    <div class="said">
      ${message.ephemeral && html`<p class="only">Only visible to you</p>`}
      <p class="by"><strong>${name}</strong>${author?.bot === true && html`<span class="badge">APP</span>`}
        <time dateTime=${time.toISOString()} title=${time.toLocaleString()}>${clock}</time></p>
      <div class="text">${body}${message.edited && html` <small class="edited">(edited)</small>`}</div>
      ${trouble !== '' && html`<p class="error" role="alert">${trouble}</p>`}
      ${
        openThread !== undefined &&
        !message.ephemeral &&
        html`<button type="button" class="thread-link ${replies === 0 ? 'quiet' : ''}" onClick=${openThread}>${replies === 0 ? 'Reply in thread' : count}</button>`
      }
    </div>
  </article>`;
}
