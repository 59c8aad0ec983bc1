import { html } from './html.ts';
import type { Page } from './page.ts';

/** For somebody who typed the address without a link. */
export const homePage = (): Page => ({
  status: 200,
  title: 'What this is',
  body: html`
    <section class="card">
      <h1>What this is</h1>
      <p>Operations teams enable Acrobits Cloud Softphone on their NetSapiens platform from Slack. This is where the things happen that do not belong in Slack:</p>
      <ul>
        <li>a secret is entered once, through a link that Slack gives to one person;</li>
        <li>Acrobits takes the values for a new environment, and returns its own.</li>
      </ul>
      <p class="next">There is nothing to see without a link. In Slack, start with the app’s command,${' '}<code>/enable-acrobits</code> unless your team calls it otherwise.</p>
    </section>
  `,
});
