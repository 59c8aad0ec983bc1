import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { FieldProps } from './fields.ts';
import { html } from './html.ts';
import { act } from './server.ts';
import type { Fields } from './shapes.ts';

/** As base64, which the control interface takes. */
async function encoded(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Files that a person chooses; each is uploaded at once, and goes to the app with the form. */
export function FileField(props: FieldProps): VNode {
  const { element, id, value, snapshot, change } = props;
  const [names, setNames] = useState<{ readonly [id: string]: string }>({});
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const chosen = Array.isArray(value) ? value : value === null ? [] : [value];
  const types = (element.filetypes ?? []) as string[];
  const most = Number(element.max_files ?? 10);

  const take = async (event: Event) => {
    const input = event.target as HTMLInputElement;
    const given = [...(input.files ?? [])];
    setTrouble('');
    setBusy(true);
    const added: string[] = [];
    for (const file of given) {
      const answer = await act('upload', { user: snapshot.user, name: file.name, content: await encoded(file) });
      if (typeof answer.error === 'string') setTrouble(answer.error);
      else {
        const stored = answer.file as Fields;
        added.push(String(stored.id));
        setNames((before) => ({ ...before, [String(stored.id)]: String(stored.name) }));
      }
    }
    input.value = '';
    setBusy(false);
    change([...chosen, ...added]);
  };
  const leaveOut = (gone: string) => change(chosen.filter((one) => one !== gone));
  return html`<div class="files">
    ${
      chosen.length > 0 &&
      html`<ul>${chosen.map(
        (one) => html`<li>${names[one] ?? 'A file'}
          <button type="button" aria-label="Leave out ${names[one] ?? 'the file'}" onClick=${() => leaveOut(one)}>✕</button></li>`,
      )}</ul>`
    }
    <input type="file" id=${id} multiple=${most > 1} accept=${types.map((type) => `.${type}`).join(',')} disabled=${busy}
      aria-describedby=${props.describedBy} aria-invalid=${props.invalid} autofocus=${props.focus} onChange=${take} />
    <p>${types.length > 0 ? `${types.join(', ')} · ` : ''}${most === 1 ? 'one file' : `up to ${most} files`}</p>
    ${trouble !== '' && html`<p class="error" role="alert">${trouble}</p>`}
  </div>`;
}
