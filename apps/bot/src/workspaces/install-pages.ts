import { createHash } from 'node:crypto';
import { Refused, Unreachable } from '@enablement/core';

/** A page as it is sent. */
export interface Page {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}

const STYLE = `
:root { color-scheme: light dark; font: 17px/1.5 system-ui, sans-serif; }
body { margin: 0; color: light-dark(#1e1b24, #e6e5ea); background: light-dark(#f4f2f6, #15161a); }
main { max-width: 34rem; margin: 12vh auto; padding: 2rem; border-radius: 12px; background: light-dark(#fff, #24262b); }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; }
p { margin: .5rem 0 0; }
a { color: light-dark(#1b5e9e, #82bdf3); }
@media (max-width: 600px) { main { margin: 1rem; padding: 1.25rem; } }
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function page(status: number, title: string, ...paragraphs: readonly string[]): Page {
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title>
<link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body><main><h1>${escaped(title)}</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('')}</main></body>
</html>
`;
  return { status, headers: HEADERS, html };
}

export const installedPage = (workspace: string): Page =>
  page(
    200,
    `Enablement is installed in ${workspace}`,
    'Go back to Slack, invite the app to a channel and type its command there. You can close this page.',
    'Nobody may do anything yet who has no role: whoever runs this app gives roles to people and user groups of your workspace.',
  );

const AGAIN = '<a href="/slack/install">Start again</a>';

/** What went wrong on the way, and what to do; never the library's own words. */
export function failurePage(error: Error): Page {
  const code = 'code' in error ? String(error.code) : '';
  if (error instanceof Refused) return page(400, 'Enablement was not installed', escaped(error.message), escaped(error.todo));
  if (error instanceof Unreachable)
    return page(503, 'Not just now', 'Our database does not answer, so nothing was installed.', `Wait a minute. ${AGAIN}.`);
  switch (code) {
    case 'slack_oauth_installer_authorization_error':
      return page(
        400,
        'Enablement was not installed',
        'You cancelled on Slack’s page, so nothing has changed.',
        `${AGAIN}, if that was a mistake.`,
      );
    case 'slack_oauth_invalid_state':
    case 'slack_oauth_missing_state':
    case 'slack_oauth_missing_code':
      return page(
        400,
        'Enablement was not installed',
        'This answer of Slack does not belong to an installation that was started in this browser within the last ten minutes.',
        `${AGAIN} and stay in this browser.`,
      );
    default:
      return page(
        502,
        'Enablement was not installed',
        'Slack did not accept the exchange that ends an installation.',
        `${AGAIN}. If it fails again, whoever runs this app finds the reason in the bot’s log; most often it is SLACK_CLIENT_ID or SLACK_CLIENT_SECRET.`,
      );
  }
}
