import { render, type VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Exchange } from '../../traffic.ts';
import { html } from './html.ts';

const pause = 1000;

function useExchanges(): readonly Exchange[] {
  const [exchanges, setExchanges] = useState<readonly Exchange[]>([]);
  useEffect(() => {
    const renew = async () => {
      const response = await fetch('/_slack/requests').catch(() => undefined);
      if (response?.ok === true) setExchanges(((await response.json()) as { requests: Exchange[] }).requests);
    };
    const timer = setInterval(() => void renew(), pause);
    void renew();
    return () => clearInterval(timer);
  }, []);
  return exchanges;
}

/** JSON inside form fields is opened up, for that is how a person wants to read it. */
function opened(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, one]) => {
    if (typeof one !== 'string' || !/^[[{]/.test(one)) return [name, one];
    try {
      return [name, JSON.parse(one)];
    } catch {
      return [name, one];
    }
  });
  return Object.fromEntries(entries);
}

function failed(one: Exchange): boolean {
  const { response } = one;
  return one.status !== 200 || (typeof response === 'object' && response !== null && 'ok' in response && response.ok === false);
}

function outcome(one: Exchange): string {
  const { response } = one;
  if (typeof response === 'object' && response !== null && 'error' in response) return String(response.error);
  return one.status === 0 ? String(response) : String(one.status);
}

function Row({ one }: { one: Exchange }): VNode {
  return html`<li class="exchange ${failed(one) ? 'failed' : ''}"><details>
    <summary><time>${one.at.slice(11, 23)}</time>
      <span class="way">${one.from === 'app' ? 'app → Slack' : 'Slack → app'}</span>
      <strong>${one.what}</strong><span class="via">${one.via}</span><span class="outcome">${outcome(one)}</span></summary>
    <div class="both">
      <section><h2>Request</h2><pre tabindex="0">${JSON.stringify(opened(one.request), null, 2)}</pre></section>
      <section><h2>Answer</h2><pre tabindex="0">${typeof one.response === 'string' ? one.response || '(empty)' : JSON.stringify(one.response, null, 2)}</pre></section>
    </div></details></li>`;
}

/** Everything that went between the app and Slack, newest first; tokens are blotted out by the server. */
function Inspector(): VNode {
  const exchanges = useExchanges();
  const [wanted, want] = useState('');
  const [from, setFrom] = useState('');
  const fits = (one: Exchange) =>
    (from === '' || one.from === from) && (wanted === '' || JSON.stringify(one).toLowerCase().includes(wanted.toLowerCase()));
  const shown = exchanges.filter(fits).slice(-300).reverse();
  return html`<main class="inspector">
    <header><h1>Traffic</h1><p>What the app and the workspace said to each other. Tokens are blotted out.</p>
      <div class="filters"><label>Search <input type="search" value=${wanted} onInput=${(event: Event) => want((event.target as HTMLInputElement).value)} /></label>
        <label>Direction <select onChange=${(event: Event) => setFrom((event.target as HTMLSelectElement).value)}>
          <option value="">both</option><option value="app">app → Slack</option><option value="slack">Slack → app</option></select></label>
        <span role="status">${shown.length} of ${exchanges.length}</span></div></header>
    <ol>${shown.map((one) => html`<${Row} key=${one.id} one=${one} />`)}</ol>
    ${exchanges.length === 0 && html`<p class="nothing">Nothing has been said yet.</p>`}
  </main>`;
}

const root = document.getElementById('root');
if (root !== null) render(html`<${Inspector} />`, root);
