import { PASSWORD } from '../stage.ts';

export interface Answer {
  readonly status: number;
  readonly xml: string;
}

/** What Cloud Softphone asks for at its start, by a user of `acme.example`. */
export async function askForAccount(url: string, user: string, more: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const fields = { cloud_id: 'NSACME', cloud_username: `${user}@acme.example`, cloud_password: PASSWORD, ...more };
  const answer = await fetch(`${url}/acrobits/provisioning`, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: answer.status, xml: await answer.text() };
}

export const hostIn = ({ xml }: Answer): string | undefined => /<host>([^<]*)<\/host>/.exec(xml)?.[1];
