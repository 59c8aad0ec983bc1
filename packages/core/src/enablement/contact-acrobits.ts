import { canonical } from '../audit/chain.ts';
import { days } from '../duration.ts';
import { lostRight } from '../people/lost-right.ts';
import type { Letter } from '../ports/mail.ts';
import { notApproved } from './gate.ts';
import { type Plan, planLetter } from './plan.ts';
import type { Ports } from './ports.ts';
import type { Enablement } from './state.ts';
import { BASE } from './steps.ts';
import type { Done, Problem, ToldRun, Waiting } from './told-run.ts';

/** How long Acrobits' page stays open. */
export const HAND_OFF_OPEN = days(30);

/** Under which a mailbox knows the first letter of an enablement. */
export const firstLetter = (enablement: string): string => `${enablement}.contact`;

/**
 * Step 4: contacts Acrobits with the technical prerequisites and the CSP's contact (Acrobits marketplace requirements,
 * Enablement Sequence 2). The client secret is not in the letter: it is behind the link. Nothing leaves for somebody who lost the
 * right to order it, and, where the policy wants that, nothing that was not approved as it is.
 * May run twice: what is told is noted before it leaves, and Message-ID and link come out the same, so the mailbox keeps one letter.
 */
export async function contactAcrobits(ports: Ports, run: ToldRun, enablement: Enablement): Promise<Done | Problem | Waiting> {
  const { id, prerequisites } = enablement;
  const { acrobitsContact, publicUrl } = ports.settings;
  const { approval } = ports.policy;
  const lost = await lostRight(ports, { person: enablement.responsible, team: enablement.team }, 'enable an environment');
  if (lost !== undefined) return lost;
  let { plan } = enablement;
  if (enablement.told === undefined || plan === undefined) {
    plan = await keepPlan(ports, enablement);
    const held = approval.contact ? await notApproved(ports, enablement, id, plan) : undefined;
    if (held !== undefined) return held;
    if (approval.contact) await run.note(BASE.approved, { status: 'done', detail: `of ${plan.fingerprint}` });
    if (!(await ports.register.tell(id, prerequisites)))
      return { problem: 'The values changed in the very moment of sending.', todo: 'It is looked at again by itself.', again: 1 };
  }
  const expires = new Date(enablement.requestedAt.getTime() + HAND_OFF_OPEN);
  const token = await ports.links.acrobits(id, expires);
  await ports.mail.send(writeLetter(id, plan, `${publicUrl}/acrobits/${token.reveal()}`, expires));
  return { done: `mail sent to ${acrobitsContact}` };
}

/** The plan of the letter as the values are now, kept for everybody to see. */
export async function keepPlan(
  { register, settings }: Pick<Ports, 'register' | 'settings'>,
  enablement: Enablement,
  checks?: readonly string[],
): Promise<Plan> {
  const { id, prerequisites } = enablement;
  const earlier = await register.provisionedEarlier(prerequisites.portalUrl, id);
  const plan = await planLetter(enablement, settings.acrobitsContact, earlier, checks);
  if (canonical(plan) !== canonical(enablement.plan ?? null)) await register.plan(id, plan);
  return plan;
}

/** The letter says what the plan says; the secret alone is not in it. */
function writeLetter(id: string, { to, sends }: Plan, link: string, expires: Date): Letter {
  const facts = sends.filter(({ name }) => name !== 'OAuth client secret');
  const csp = facts.find(({ name }) => name === 'CSP company name')?.value;
  const text = [
    'Hello,',
    '',
    `${csp} enables Acrobits Cloud Softphone on the NetSapiens platform.`,
    'These are the technical prerequisites and the contact for onboarding:',
    '',
    ...facts.map(({ name, value }) => `  ${name}: ${value}`),
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
  return { id: firstLetter(id), to, subject: `Cloud Softphone for ${csp}: technical prerequisites`, text };
}
