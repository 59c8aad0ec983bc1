import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { html } from './html.ts';
import type { Fields, Snapshot } from './shapes.ts';
import { plain, textOf } from './text.ts';

interface Props {
  readonly confirm: Fields;
  readonly snapshot: Snapshot;
  done(agreed: boolean): void;
}

/** The question before an act that asks for one. */
export function Confirm({ confirm, snapshot, done }: Props): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const danger = confirm.style === 'danger' ? 'danger' : 'primary';
  return html`<dialog ref=${dialog} class="confirm" aria-labelledby="confirm-title" onClose=${() => done(false)} onCancel=${(
    event: Event,
  ) => {
    event.preventDefault();
    event.stopPropagation();
    done(false);
  }}>
    <h2 id="confirm-title">${plain(confirm.title)}</h2>
    <p>${textOf(confirm.text, snapshot)}</p>
    <footer>
      <button type="button" class="button" autofocus=${danger === 'danger'} onClick=${() => done(false)}>${plain(confirm.deny)}</button>
      <button type="button" class="button ${danger}" autofocus=${danger !== 'danger'} onClick=${() => done(true)}>${plain(confirm.confirm)}</button>
    </footer>
  </dialog>`;
}
