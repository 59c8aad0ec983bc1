import { type Finding, type Report, tallyOf, worstFirst } from '@enablement/core';
import { html, type Markup } from './html.ts';
import { briefly, moment } from './time.ts';

const WORD = { passed: 'Passed', failed: 'Failed', unknown: 'Could not be told' } as const;

/** A readiness report as a page shows and prints it: what asks for somebody first, in sentences, and then everything. */
export function reportMarkup(report: Report): Markup {
  const { passed, failed, unknown } = tallyOf(report.findings);
  const worst = worstFirst(report.findings);
  const open = worst.filter(({ status }) => status !== 'passed');
  return html`
    <p class="tally" id="tally">
      <strong>${passed} passed</strong>, <strong>${failed} failed</strong>, <strong>${unknown} could not be told</strong>.
      ${' '}Checked on ${moment(report.endedAt)}.
    </p>
    ${
      open.length === 0
        ? html`<p class="all-well">Everything that was checked is as it should be. There is nothing to do.</p>`
        : html`<h3>What to do</h3><ol class="repairs">${open.map(todo)}</ol>`
    }
    <h3>Everything that was checked</h3>
    <table class="checks">
      <thead><tr><th scope="col">Check</th><th scope="col">Result, when (UTC)</th><th scope="col">Expected</th><th scope="col">Seen</th></tr></thead>
      <tbody>${worst.map(row)}</tbody>
    </table>
  `;
}

const resultOf = ({ status, severity }: Finding): string =>
  status === 'failed' && severity === 'warning' ? 'Warning' : WORD[status];

const todo = (finding: Finding): Markup => html`
  <li data-check=${finding.check}>
    <p class="repair"><strong>${finding.title}.</strong> ${resultOf(finding)}: ${finding.seen}</p>
    ${finding.fix !== '' && html`<p class="repair fix">${finding.fix}${finding.status === 'failed' && html`${' '}<em>For: ${finding.owner}.</em>`}</p>`}
  </li>
`;

const row = (finding: Finding): Markup => html`
  <tr data-check=${finding.check} data-status=${finding.status}>
    <th scope="row">${finding.title}</th>
    <td><span class=${`result ${finding.status}`}>${resultOf(finding)}</span> <span class="when">${briefly(finding.at)}</span></td>
    <td class="told">${finding.expected}</td>
    <td class="told">${finding.seen}</td>
  </tr>
`;
