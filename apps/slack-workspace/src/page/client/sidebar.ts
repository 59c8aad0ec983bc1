import type { VNode } from 'preact';
import { html } from './html.ts';
import type { Channel, Snapshot } from './shapes.ts';

interface Props {
  readonly snapshot: Snapshot;
  readonly user: string;
  readonly place: string;
  become(user: string): void;
}

/** Drawn, since the same signs as characters come out in different sizes. */
const sign = (path: string) =>
  html`<svg viewBox="0 0 12 14" width="11" height="13"><path fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" d=${path} /></svg>`;
const signs = {
  public: sign('M4.5 2l-1 10M8.5 2l-1 10M1.5 5h9.5M1 9h9.5'),
  private: sign('M3.5 6V4a2.5 2.5 0 0 1 5 0v2M1.5 6h9v7h-9z'),
  home: sign('M1 7l5-5 5 5M2.5 6v6.5h7V6'),
  app: sign('M1.5 3h9v7.5h-5L3 13v-2.5H1.5z'),
};

function row(id: string, sign: VNode, name: string, place: string): VNode {
  return html`<li><a href="#${id}" aria-current=${place === id ? 'page' : undefined}><span class="sign" aria-hidden="true">${sign}</span>${name}</a></li>`;
}

const channelRow = (one: Channel, place: string) =>
  row(one.id, one.kind === 'private' ? signs.private : signs.public, one.name, place);

/** Channels, the app, and who one is at the moment. */
export function Sidebar({ snapshot, user, place, become }: Props): VNode {
  const rooms = snapshot.channels.filter((one) => one.kind !== 'im');
  const direct = snapshot.channels.find((one) => one.kind === 'im');
  const choose = (event: Event) => become((event.target as HTMLSelectElement).value);
  return html`<nav class="sidebar" aria-label="Workspace">
    <p class="team">${snapshot.team.name}<small>local workspace</small></p>
    <div class="as"><label for="act-as">Act as</label>
      <select id="act-as" onChange=${choose}>
        ${snapshot.cast.map(
          ({ team, people }) =>
            html`<optgroup label=${team}>${people.map(
              (one) => html`<option value=${one.id} selected=${one.id === user}>${one.realName} · ${one.title}</option>`,
            )}</optgroup>`,
        )}
      </select></div>
    <h2 id="nav-channels">Channels</h2>
    <ul aria-labelledby="nav-channels">${rooms.map((one) => channelRow(one, place))}</ul>
    <h2 id="nav-app">App</h2>
    ${
      !snapshot.installed &&
      html`<p class="missing">Not installed in this workspace. <a href=${snapshot.installAt}>Install ${snapshot.app.name}</a></p>`
    }
    <ul aria-labelledby="nav-app">
      ${snapshot.installed && row('home', signs.home, `${snapshot.app.name} home`, place)}
      ${direct !== undefined && row(direct.id, signs.app, direct.name, place)}
    </ul>
    <ul class="foot" aria-label="This stand-in for Slack">
      <li><a href="/bad-days" target="_blank" rel="noopener">Bad days</a></li>
      <li><a href="/inspector" target="_blank" rel="noopener">Traffic inspector</a></li>
    </ul>
  </nav>`;
}
