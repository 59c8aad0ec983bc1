import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { html } from './html.ts';
import type { Command } from './shapes.ts';

interface Props {
  readonly label: string;
  readonly commands: readonly Command[];
  readonly disabled: boolean;
  send(text: string): void;
}

/** Where a person types. A slash offers the commands that the app has registered. */
export function Composer({ label, commands, disabled, send }: Props): VNode {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const typing = /^\/\S*$/.test(text) && !closed;
  const offers = typing ? commands.filter((one) => one.command.startsWith(text)) : [];
  const running = commands.find((one) => text.startsWith(`${one.command} `) && one.usage_hint !== '');
  const pick = Math.min(at, Math.max(offers.length - 1, 0));

  const complete = (command: Command) => {
    setText(`${command.command} `);
    setAt(0);
    box.current?.focus();
  };
  const submit = () => {
    if (text.trim() === '') return;
    send(text.trim());
    setText('');
  };
  const key = (event: KeyboardEvent) => {
    const chosen = offers[pick];
    const wanted = chosen !== undefined && chosen.command !== text;
    if (chosen !== undefined && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setAt((pick + (event.key === 'ArrowDown' ? 1 : offers.length - 1)) % offers.length);
    } else if (chosen !== undefined && event.key === 'Escape') {
      setClosed(true);
    } else if (chosen !== undefined && (event.key === 'Tab' ? !event.shiftKey : event.key === 'Enter' && wanted)) {
      event.preventDefault();
      complete(chosen);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  };
  const input = (event: Event) => {
    setText((event.target as HTMLTextAreaElement).value);
    setClosed(false);
    setAt(0);
  };
  return html`<form class="composer" onSubmit=${(event: Event) => {
    event.preventDefault();
    submit();
  }}>
    ${
      offers.length > 0 &&
      html`<ul class="offers" role="listbox" id="offers" aria-label="Commands">${offers.map(
        (one, index) =>
          html`<li role="option" id="offer-${index}" aria-selected=${index === pick} onMouseDown=${(event: Event) => {
            event.preventDefault();
            complete(one);
          }}><strong>${one.command}</strong> <span class="usage">${one.usage_hint}</span><span class="about">${one.description}</span></li>`,
      )}</ul>`
    }
    ${running !== undefined && html`<p class="usage running">${running.command} ${running.usage_hint}</p>`}
    <div class="line">
      <textarea ref=${box} rows="1" aria-label=${label} placeholder=${label} value=${text} disabled=${disabled} onInput=${input} onKeyDown=${key}
        aria-autocomplete="list" aria-controls=${offers.length > 0 ? 'offers' : undefined}
        aria-activedescendant=${offers.length > 0 ? `offer-${pick}` : undefined}></textarea>
      <button type="submit" class="button primary send" disabled=${disabled || text.trim() === ''}>Send</button>
    </div>
  </form>`;
}
