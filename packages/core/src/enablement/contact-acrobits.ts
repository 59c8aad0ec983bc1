import { days } from '../duration.ts';
import type { Letter } from '../ports/mail.ts';
import type { Ports } from './ports.ts';
import type { Enablement } from './state.ts';
import type { Done } from './told-run.ts';

/** How long Acrobits' page stays open. */
export const HAND_OFF_OPEN = days(30);

/**
 * Step 4: contacts Acrobits with the technical prerequisites and the CSP's contact (Acrobits marketplace requirements,
 * Enablement Sequence 2). The client secret is not in the letter: it is behind the link.
 * May run twice: Message-ID and link come out the same, so the mailbox keeps one letter.
 */
export async function contactAcrobits(ports: Pick<Ports, 'links' | 'mail' | 'settings'>, enablement: Enablement): Promise<Done> {
  const expires = new Date(enablement.requestedAt.getTime() + HAND_OFF_OPEN);
  const token = await ports.links.acrobits(enablement.id, expires);
  await ports.mail.send(
    writeLetter(enablement, ports.settings.acrobitsContact, `${ports.settings.publicUrl}/acrobits/${token.reveal()}`, expires),
  );
  return { done: `mail sent to ${ports.settings.acrobitsContact}` };
}

function writeLetter(enablement: Enablement, to: string, link: string, expires: Date): Letter {
  const { prerequisites: values, domains } = enablement;
  const facts: readonly (readonly [string, string])[] = [
    ['CSP company name', values.cspCompany],
    ['CSP contact name', values.contactName],
    ['CSP contact e-mail', values.contactEmail],
    ...(values.contactPhone ? [['CSP contact phone', values.contactPhone] as const] : []),
    ['NetSapiens portal URL', values.portalUrl],
    ['Primary core hostname', values.coreHost],
    ['OAuth client ID', values.clientId],
    ...(domains.length > 0 ? [['Domains that want messaging', domains.map((d) => d.domain).join(', ')] as const] : []),
  ];
  const text = [
    'Hello,',
    '',
    `${values.cspCompany} enables Acrobits Cloud Softphone on the NetSapiens platform.`,
    'These are the technical prerequisites and the contact for onboarding:',
    '',
    ...facts.map(([name, value]) => `  ${name}: ${value}`),
    '',
    'The OAuth client secret is not in this message. Open this page to reveal it, once,',
    'and to return the cloudId, its API key and the messaging server host:',
    '',
    `  ${link}`,
    '',
    `The page is open until ${expires.toISOString().slice(0, 10)}. Please do not forward it outside of Acrobits.`,
    '',
    'NetSapiens Enablement',
  ].join('\n');
  return {
    id: `${enablement.id}.contact`,
    to,
    subject: `Cloud Softphone for ${values.cspCompany}: technical prerequisites`,
    text,
  };
}
