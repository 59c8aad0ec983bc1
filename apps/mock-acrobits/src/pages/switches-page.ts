import type { VNode } from 'preact';
import { SWITCHES, type Switches, switchNames } from '../switches.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';

/** How this Acrobits is where nobody has told how the real one is. */
export function switchesPage(switches: Switches, saved: boolean): VNode {
  const content = html`
    <h1>Switches</h1>
    <p>What nobody has published about Acrobits, this mock assumes. Each assumption can be turned; it stays until it is turned back.</p>
    ${saved && html`<p class="note" role="status">Saved.</p>`}
    <form class="fields" method="post" action="/switches">
      ${switchNames.map((name) => {
        const { label, why, choices } = SWITCHES[name];
        return html`<fieldset class="field" data-switch=${name}>
          <legend>${label}</legend>
          ${choices.map(
            ([value, words]) => html`<label class="choice">
              <input type="radio" name=${name} value=${value} checked=${switches[name] === value} /> ${words}
            </label>`,
          )}
          <p class="quiet">${why}</p>
        </fieldset>`;
      })}
      <button>Save</button>
    </form>`;
  return layout({ title: 'Switches', at: '/switches', live: false, content });
}
