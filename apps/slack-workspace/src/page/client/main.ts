import { render, type VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Channel } from './channel.ts';
import { Home } from './home.ts';
import { html } from './html.ts';
import { Modal } from './modal.ts';
import { readSnapshot } from './server.ts';
import type { Snapshot } from './shapes.ts';
import { Sidebar } from './sidebar.ts';

const firstUser = 'U0OLIVIA';
const firstPlace = 'C0OPS';

/** Who one is stands in the address, so that two tabs can be two people. */
function userOfAddress(): string {
  return new URLSearchParams(location.search).get('as') ?? firstUser;
}

function placeOfAddress(): { place: string; wanted: string | undefined } {
  const [place = '', wanted] = decodeURIComponent(location.hash.slice(1)).split('/');
  return { place: place === '' ? firstPlace : place, wanted };
}

/** What the person sees, renewed after each change on the server. */
function useSnapshot(user: string): { snapshot: Snapshot | undefined; connected: boolean } {
  const [snapshot, setSnapshot] = useState<Snapshot | undefined>(undefined);
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    let current = true;
    let asked = 0;
    const renew = async () => {
      asked += 1;
      const mine = asked;
      const next = await readSnapshot(user).catch(() => undefined);
      // An answer that was overtaken by a later question is stale.
      if (current && next !== undefined && mine === asked) setSnapshot(next);
    };
    const events = new EventSource('/_slack/live');
    events.addEventListener('changed', () => void renew());
    events.addEventListener('open', () => setConnected(true));
    events.addEventListener('error', () => setConnected(false));
    void renew();
    return () => {
      current = false;
      events.close();
    };
  }, [user]);
  return { snapshot, connected };
}

function App(): VNode {
  const [user, setUser] = useState(userOfAddress);
  const [{ place, wanted }, setPlace] = useState(placeOfAddress);
  const { snapshot, connected } = useSnapshot(user);
  useEffect(() => {
    const moved = () => setPlace(placeOfAddress());
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  const become = (id: string) => {
    history.replaceState(null, '', `?as=${encodeURIComponent(id)}${location.hash}`);
    setUser(id);
  };
  const name = snapshot?.team.name;
  useEffect(() => {
    if (name !== undefined) document.title = `${name} · local Slack`;
  }, [name]);
  if (snapshot === undefined) return html`<p class="nothing">Opening the workspace…</p>`;
  const here = snapshot.channels.find((one) => one.id === place) ?? snapshot.channels[0];
  const { view, stack } = snapshot.modal;
  return html`<div class="app">
    <${Sidebar} snapshot=${snapshot} user=${user} place=${place === 'home' ? 'home' : (here?.id ?? '')} become=${become} />
    ${
      place === 'home' || here === undefined
        ? html`<${Home} user=${user} snapshot=${snapshot} />`
        : html`<${Channel} key=${`${user}/${here.id}`} channel=${here} user=${user} snapshot=${snapshot} wanted=${wanted} />`
    }
    ${view !== null && html`<${Modal} key=${`${user}/${view.id}`} view=${view} stack=${stack} user=${user} snapshot=${snapshot} />`}
    ${!connected && html`<p class="offline" role="status">The workspace does not answer. Trying again…</p>`}
  </div>`;
}

const root = document.getElementById('root');
if (root !== null) render(html`<${App} />`, root);
