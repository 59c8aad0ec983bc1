import { render, type VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Fault } from '../../faults.ts';
import type { Switches } from '../../switches.ts';
import { FaultForm, inWords } from './fault-form.ts';
import { html } from './html.ts';
import { act } from './server.ts';
import type { Fields } from './shapes.ts';
import { TeamPanel, type TeamSeen } from './team-panel.ts';

interface Seen {
  readonly planned: readonly Fault[];
  readonly switches: Switches;
  readonly teams: readonly TeamSeen[];
  readonly connected: boolean;
}

async function read(): Promise<Seen> {
  const get = async (name: string) => (await fetch(`/_slack/${name}`)).json();
  const [faults, switches, teams, sockets] = await Promise.all(['faults', 'switches', 'teams', 'sockets'].map(get));
  return { planned: faults.planned, switches, teams: teams.teams, connected: sockets.connected };
}

const jumps: readonly (readonly [words: string, ms: number])[] = [
  ['3 seconds', 3_000],
  ['30 minutes', 30 * 60_000],
  ['A day', 24 * 3_600_000],
];

/** What can go wrong and what can change, ordered by hand: the same doors that tests use. */
function BadDays(): VNode {
  const [seen, see] = useState<Seen | undefined>(undefined);
  const [said, say] = useState('');
  const renew = () => read().then(see, () => say('The local Slack does not answer. Is it still running?'));
  useEffect(() => {
    void renew();
    const timer = setInterval(() => void renew(), 2000);
    return () => clearInterval(timer);
  }, []);
  const order = async (name: string, body: Fields, done: string) => {
    const answer = await act(name, body);
    say(typeof answer.error === 'string' ? answer.error : done);
    await renew();
  };
  if (seen === undefined) return html`<main class="bad-days"><h1>Bad days</h1><p>${said || 'Looking…'}</p></main>`;
  const { planned, switches, teams, connected } = seen;
  const turn = (name: keyof Switches, words: string) => (event: Event) =>
    void order('switches', { [name]: (event.target as HTMLInputElement).checked }, words);
  return html`<main class="bad-days">
    <header><h1>Bad days</h1><p>Order what goes wrong between Slack and the app, and what changes in the workspaces. Tests use the same doors.</p></header>
    <div class="board">
      <section aria-labelledby="fault"><h2 id="fault">Something fails</h2>
        <${FaultForm} plan=${(fault: Fields) => order('faults', fault, 'Planned.')} />
        <h3>Still to come</h3>
        ${
          planned.length === 0
            ? html`<p>Nothing is planned: everything works.</p>`
            : html`<ul>${planned.map((fault) => html`<li>${inWords(fault)}</li>`)}</ul>
              <div class="buttons"><button type="button" class="button" onClick=${() => order('faults/clear', {}, 'Everything works again.')}>Everything works again</button></div>`
        }
      </section>
      <section aria-labelledby="ways"><h2 id="ways">What this Slack is like</h2>
        <label class="tick"><input type="checkbox" checked=${switches.plan} onChange=${turn('plan', 'Turned.')} />
          <span>Messages may hold plans<small>Off: plan and task_card are invalid_blocks, as in a workspace that does not have them yet.</small></span></label>
        <label class="tick"><input type="checkbox" checked=${switches.limits} onChange=${turn('limits', 'Turned.')} />
          <span>Calls are counted<small>Beyond Slack’s published limits: 429 with Retry-After. One message a second in a channel, fifty edits a minute.</small></span></label>
        <h3>Time passes</h3>
        <p>Triggers, response_urls and repeated events follow this clock.</p>
        <div class="buttons">${jumps.map(([words, advanceMs]) => html`<button type="button" class="button" onClick=${() => order('clock', { advanceMs }, `${words} later.`)}>${words}</button>`)}</div>
        <h3>The connection</h3>
        <p>${connected ? 'The app is connected over Socket Mode.' : 'The app is called by signed HTTP.'}</p>
        <div class="buttons">
          <button type="button" class="button" onClick=${() => order('redeliver', {}, 'Delivered once more.')}>Deliver the last payload again</button>
          ${connected && html`<button type="button" class="button" onClick=${() => order('sockets/disconnect', { how: 'kill' }, 'Cut.')}>Cut the sockets</button>`}
          <button type="button" class="button danger" onClick=${() => order('reset', {}, 'As on the first day.')}>Start afresh</button>
        </div>
      </section>
      ${teams.map((team) => html`<${TeamPanel} key=${team.id} team=${team} order=${order} />`)}
    </div>
    <p class="said" role="status">${said}</p>
  </main>`;
}

const root = document.getElementById('root');
if (root !== null) render(html`<${BadDays} />`, root);
