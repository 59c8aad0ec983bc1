import { html, type Markup } from './html.ts';

export interface Field {
  readonly name: string;
  readonly label: string;
  /** Gives way to a problem, which says what was expected as well. */
  readonly hint?: string;
  /** What stands in the field already. Never a secret. */
  readonly value?: string | undefined;
  readonly problem?: string | undefined;
  /** The first field with a problem gets the focus. */
  readonly focus?: boolean;
  /** Hidden while typing, with a button to show it. */
  readonly secret?: boolean;
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'text' | 'url';
  readonly width?: 'short';
}

/** A labelled input; its hint, or its problem, belongs to it for screen readers too. */
export function field(of: Field): Markup {
  const hintId = of.hint && !of.problem ? `${of.name}-hint` : undefined;
  const problemId = of.problem ? `${of.name}-problem` : undefined;
  return html`
    <div class=${of.problem ? 'field wrong' : 'field'}>
      <label for=${of.name}>${of.label}</label>
      ${hintId && html`<p class="hint" id=${hintId}>${of.hint}</p>`}
      ${problemId && html`<p class="problem" id=${problemId} data-error-for=${of.name}>${of.problem}</p>`}
      <div class="entry">
        <input
          id=${of.name}
          name=${of.name}
          class=${of.width}
          type=${of.secret ? 'password' : 'text'}
          value=${of.secret ? undefined : of.value}
          required
          autocomplete=${of.autocomplete ?? 'off'}
          autocapitalize="none"
          spellcheck=${false}
          inputmode=${of.inputmode}
          data-hideable=${of.secret ? '' : undefined}
          autofocus=${of.focus === true}
          aria-invalid=${of.problem ? 'true' : undefined}
          aria-describedby=${problemId ?? hintId}
        />
      </div>
    </div>
  `;
}

/** Says once, above the form, how many fields need another look. */
export function problemSummary(problems: Readonly<Record<string, string>>): Markup {
  const count = Object.keys(problems).length;
  if (count === 0) return null;
  return html`<p class="summary" role="alert">
    ${count === 1 ? 'One field needs another look.' : `${count} fields need another look.`}${' '} Secrets are never sent back to the page, so enter them again.
  </p>`;
}
