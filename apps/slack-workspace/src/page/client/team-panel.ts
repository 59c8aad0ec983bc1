import type { VNode } from 'preact';
import { html } from './html.ts';
import type { Fields } from './shapes.ts';

/** A workspace as `/_slack/teams` tells it. */
export interface TeamSeen {
  readonly id: string;
  readonly name: string;
  readonly installed: boolean;
  readonly botUser: string;
  readonly channels: readonly {
    readonly id: string;
    readonly name: string;
    readonly archived: boolean;
    readonly withApp: boolean;
  }[];
  readonly people: readonly {
    readonly id: string;
    readonly realName: string;
    readonly deactivated: boolean;
    readonly guest: boolean;
  }[];
}

interface Props {
  readonly team: TeamSeen;
  order(name: string, body: Fields, done: string): void;
}

/** What can happen in one workspace: to the app, to channels, to people. */
export function TeamPanel({ team, order }: Props): VNode {
  const id = `team-${team.id}`;
  const small = (words: string, about: string, act: () => void) =>
    html`<button type="button" class="button" aria-label="${words}: ${about}, ${team.name}" onClick=${act}>${words}</button>`;
  return html`<section aria-labelledby=${id}><h2 id=${id}>${team.name}</h2>
    <p>${team.installed ? 'The app is installed here.' : 'The app is not installed here.'}</p>
    ${
      team.installed &&
      html`<div class="buttons">
        <button type="button" class="button danger" onClick=${() => order('uninstall', { team: team.id }, `Removed from ${team.name}.`)}>Remove the app</button>
        <button type="button" class="button" onClick=${() => order('revoke', { team: team.id }, 'Its token is dead.')}>Revoke its token</button>
      </div>`
    }
    <h3>Channels</h3>
    <ul>${team.channels.map(
      ({
        id: channel,
        name,
        archived,
        withApp,
      }) => html`<li><span>#${name} <small>${archived ? 'archived' : withApp ? 'with the app' : 'without the app'}</small></span>
        <span class="buttons">${small(archived ? 'Restore' : 'Archive', `#${name}`, () => order('archive', { channel, archived: !archived }, 'Done.'))}
        ${small(withApp ? 'Remove app' : 'Invite app', `#${name}`, () => order('membership', { channel, user: team.botUser, member: !withApp }, 'Done.'))}</span></li>`,
    )}</ul>
    <h3>People</h3>
    <ul>${team.people.map(
      ({
        id: user,
        realName,
        deactivated,
        guest,
      }) => html`<li><span>${realName} <small>${deactivated ? 'deactivated' : guest ? 'guest' : ''}</small></span>
        <span class="buttons">${small(deactivated ? 'Reactivate' : 'Deactivate', realName, () => order('person', { user, deactivated: !deactivated }, 'Done.'))}</span></li>`,
    )}</ul>
  </section>`;
}
