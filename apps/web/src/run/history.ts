import type { Happening } from '@enablement/core';
import { html, type Markup } from '../pages/html.ts';
import { moment } from '../pages/time.ts';
import { sign } from './marks.ts';
import { nameOf } from './people.ts';

const SIGNS = { done: 'done', failed: 'problem', deed: 'running' } as const;

export const history = (happened: readonly Happening[], names: ReadonlyMap<string, string>): Markup =>
  happened.length === 0
    ? html`<p class="next">Nothing yet: the run has just been asked for.</p>`
    : html`<ol class="history">${happened.map((one) => html`<li>${sign(SIGNS[one.kind])}<div>${line(one, names)}</div></li>`)}</ol>`;

function line({ title, said, todo, domains, actor, at }: Happening, names: ReadonlyMap<string, string>): Markup {
  const who =
    actor.kind === 'person' ? nameOf(names, actor.id ?? '') : actor.kind === 'Acrobits' ? 'whoever has Acrobits’ link' : '';
  const about =
    domains.length > 3 ? `${domains.slice(0, 3).join(', ')} and ${domains.length - 3} more domains` : domains.join(', ');
  return html`<strong>${title}</strong>${said && `: ${said}`}
    ${todo && html`<p class="todo">${todo}</p>`}
    <p class="when">${[about, who].filter(Boolean).map((part) => `${part} · `)}${moment(at)}</p>`;
}
