import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Blocks } from './blocks.ts';
import { html } from './html.ts';
import { act } from './server.ts';
import type { Open, Snapshot } from './shapes.ts';
import { plain } from './text.ts';
import { useForm } from './use-form.ts';

interface Props {
  readonly view: Open;
  readonly stack: number;
  readonly user: string;
  readonly snapshot: Snapshot;
}

/** The modal on top of the person's stack. The browser's own dialog keeps the focus inside. */
export function Modal({ view, stack, user, snapshot }: Props): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const leaving = useRef(false);
  const [busy, setBusy] = useState(false);
  const form = useForm(view, user, snapshot);
  useEffect(() => dialog.current?.showModal(), []);
  const wrong = Object.keys(view.errors).join();
  useEffect(() => {
    if (wrong !== '') dialog.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [wrong]);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    await act('submit', { user, values: form.values() });
    setBusy(false);
  };
  const close = async (all: boolean) => {
    if (leaving.current) return;
    leaving.current = true;
    await act('close', { user, all });
    leaving.current = false;
  };
  const cancel = (event: Event) => {
    if (event.target !== dialog.current) return;
    // The modal goes when the server says so.
    event.preventDefault();
    void close(false);
  };
  // A browser lets a page hold back only the first Escape.
  const closed = (event: Event) => {
    if (event.target === dialog.current) void close(false);
  };
  return html`<dialog ref=${dialog} class="modal" aria-labelledby="modal-title" onCancel=${cancel} onClose=${closed}>
    <form onSubmit=${submit} noValidate>
      <header>
        <h2 id="modal-title">${plain(view.title)}</h2>
        <button type="button" class="close" aria-label="Close" onClick=${() => close(true)}>✕</button>
      </header>
      <div class="body">
        ${view.trouble !== undefined && html`<p class="trouble" role="alert">${view.trouble}</p>`}
        <${Blocks} blocks=${view.blocks} around=${form.around} />
      </div>
      <footer>
        <button type="button" class="button" onClick=${() => close(false)}>${plain(view.close) || (stack > 1 ? 'Back' : 'Cancel')}</button>
        ${
          view.submit !== null &&
          html`<button type="submit" class="button primary" disabled=${busy} aria-busy=${busy}>${plain(view.submit)}</button>`
        }
      </footer>
    </form>
  </dialog>`;
}
