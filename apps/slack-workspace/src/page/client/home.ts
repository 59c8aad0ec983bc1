import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Blocks } from './blocks.ts';
import { html } from './html.ts';
import { act } from './server.ts';
import type { Open, Snapshot } from './shapes.ts';
import { useForm } from './use-form.ts';

function Published({ view, user, snapshot }: { view: Open; user: string; snapshot: Snapshot }): VNode {
  const { around } = useForm(view, user, snapshot);
  return html`<${Blocks} blocks=${view.blocks} around=${around} />`;
}

/** The app's Home tab; opening it tells the app, which may then publish it. */
export function Home({ user, snapshot }: { user: string; snapshot: Snapshot }): VNode {
  useEffect(() => {
    if (snapshot.installed) void act('home', { user, tab: 'home' });
  }, [user, snapshot.installed]);
  const view = snapshot.home;
  return html`<main class="channel" aria-labelledby="place">
    <header class="top"><h1 id="place">${snapshot.app.name}</h1><p class="topic">Home</p></header>
    <div class="home">${
      view === null
        ? html`<div class="nothing"><h2>Nothing here yet</h2>
          <p>${snapshot.installed ? `${snapshot.app.name} has not published a Home tab for you.` : `${snapshot.app.name} is not installed in ${snapshot.team.name}.`}</p></div>`
        : html`<${Published} key=${view.id} view=${view} user=${user} snapshot=${snapshot} />`
    }</div>
  </main>`;
}
