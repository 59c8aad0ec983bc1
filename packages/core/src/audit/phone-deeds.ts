import type { Json } from '../ports/engine.ts';
import type { PhoneApp } from '../ports/phone-installations.ts';
import type { Person } from '../ports/register.ts';
import type { PhoneUser } from '../provisioning/sign-in-code.ts';
import { actorOf } from './deeds.ts';
import type { Actor, Audited } from './entry.ts';

/** `page` names a page without giving its address away. */
type OfPage = { readonly page: string; readonly who: PhoneUser; readonly person: Person };

const SERVICE: Actor = { kind: 'program', id: 'provisioning' };

const about = ({ cloudId, user, domain }: PhoneUser, details: Readonly<Record<string, Json>> = {}) => ({
  subject: { domain },
  details: { cloudId, user, ...details },
});

export const codePageIssued = ({ page, who, person }: OfPage, expires: Date): Audited => ({
  ...about(who, { page, expires: expires.toISOString() }),
  actor: actorOf(person),
  action: 'sign-in code page issued',
  outcome: 'done',
});

export const codePageRefused = (who: PhoneUser, person: Person, of: string): Audited => ({
  ...about(who, { why: `too many for ${of}` }),
  actor: actorOf(person),
  action: 'sign-in code page issued',
  outcome: 'refused',
});

export function codeShown(
  { page, who, person }: OfPage,
  { outcome, ...left }: { readonly outcome: string; readonly left?: number },
): Audited {
  if (outcome === 'revealed')
    return { ...about(who, { page }), actor: actorOf(person), action: 'sign-in code shown', outcome: 'done' };
  return {
    ...about(who, { page, why: outcome, ...left }),
    actor: { kind: 'link holder' },
    action: 'sign-in code shown',
    outcome: 'refused',
    key: ['sign-in code refused', page, outcome, { ...left }],
  };
}

/** `installation` names it; nobody gets from it to what lets it in. */
export const phoneInstalled = (who: PhoneUser, app: PhoneApp, installation: string): Audited => ({
  ...about(who, { app, installation }),
  actor: SERVICE,
  action: 'phone signed in by code',
  outcome: 'done',
});

/** A code that exists was tried after its time; one entry a code and reason, however often. */
export const codeRefused = (who: PhoneUser, why: string, code: string): Audited => ({
  ...about(who, { why }),
  actor: SERVICE,
  action: 'phone signed in by code',
  outcome: 'refused',
  key: ['code refused', code, why],
});

export const phonesSignedOut = (who: PhoneUser, by: Person, installations: readonly string[]): Audited => ({
  ...about(who, { installations }),
  actor: actorOf(by),
  action: 'phones signed out',
  outcome: 'done',
});
