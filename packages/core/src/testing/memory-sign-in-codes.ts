import * as deeds from '../audit/phone-deeds.ts';
import { decide, missed } from '../enablement/link-rules.ts';
import type { Clock } from '../ports/clock.ts';
import type { CodeStanding, PhoneInstallation, PhoneInstallations } from '../ports/phone-installations.ts';
import type { SignInPage, SignInPages } from '../ports/sign-in-pages.ts';
import {
  CODE_ALPHABET,
  CODE_LIFE,
  CODE_WINDOW,
  deviceToken,
  loginNameOf,
  MOST_PAGES,
  type PhoneUser,
  writeCode,
  writeToken,
} from '../provisioning/sign-in-code.ts';
import { Secret } from '../secret.ts';
import type { MemoryAudit } from './memory-audit.ts';

interface Issued {
  page: SignInPage;
  readonly confirmation: string;
  readonly issuedAt: number;
  code?: { readonly text: string; expires: Date; used: boolean };
}

/** Pages, codes and installations that know each other, as the tables do. */
export function createMemorySignInCodes({ clock, audit }: { clock: Clock; audit: MemoryAudit }): {
  readonly signInPages: SignInPages;
  readonly phoneInstallations: PhoneInstallations;
} {
  const pages = new Map<string, Issued>();
  const installed: { installation: PhoneInstallation; readonly token: string }[] = [];
  const keyOf = (who: PhoneUser) => `${who.cloudId} ${loginNameOf(who)}`;
  const now = () => clock.now();

  const open = (who: PhoneUser) => [...pages.values()].filter(({ page }) => keyOf(page.who) === keyOf(who));
  const close = (who: PhoneUser) => {
    for (const issued of open(who)) {
      if (issued.page.expires > now()) issued.page = { ...issued.page, expires: now() };
      if (issued.code !== undefined && issued.code.expires > now()) issued.code.expires = now();
    }
  };
  const codeOf = (who: PhoneUser, code: Secret) => open(who).find((issued) => issued.code?.text === code.reveal())?.code;
  const standingOf = (code: ReturnType<typeof codeOf>): CodeStanding =>
    code === undefined ? 'unknown' : code.expires <= now() ? 'expired' : code.used ? 'used' : 'good';

  return {
    signInPages: {
      async issue({ who, person, expires }) {
        const recent = [...pages.values()].filter(({ issuedAt }) => issuedAt > now().getTime() - CODE_WINDOW);
        const of =
          recent.filter(({ page }) => page.person === person).length >= MOST_PAGES.aPerson
            ? 'a person'
            : recent.filter(({ page }) => keyOf(page.who) === keyOf(who)).length >= MOST_PAGES.aUser
              ? 'a user'
              : undefined;
        if (of !== undefined) {
          audit.write(deeds.codePageRefused(who, person, of));
          return { outcome: 'too many', of };
        }
        close(who);
        const token = new Secret(`phone${pages.size}-${'0'.repeat(43)}`.slice(0, 43));
        const confirmation = String(300_000 + pages.size);
        pages.set(token.reveal(), { page: { who, person, expires, misses: 0 }, confirmation, issuedAt: now().getTime() });
        audit.write(deeds.codePageIssued({ page: token.reveal(), who, person }, expires));
        return { outcome: 'issued', token, code: confirmation };
      },
      async look(token) {
        return pages.get(token.reveal())?.page;
      },
      async reveal(token, confirmation) {
        const issued = pages.get(token.reveal());
        if (issued === undefined) return { outcome: 'unknown' };
        const { page } = issued;
        const decision = decide(page, issued.confirmation === confirmation, true, now());
        if (missed(decision, page.misses)) issued.page = { ...page, misses: page.misses + 1 };
        const of = { page: token.reveal(), who: page.who, person: page.person };
        if (decision.outcome !== 'accept') {
          audit.write(deeds.codeShown(of, decision));
          return decision;
        }
        issued.page = { ...page, usedAt: now() };
        const last = CODE_ALPHABET[pages.size % CODE_ALPHABET.length] ?? '0';
        const code = writeCode(`7K3MQ0AZ9TR${last}`);
        const expires = new Date(now().getTime() + CODE_LIFE);
        issued.code = { text: code.reveal(), expires, used: false };
        audit.write(deeds.codeShown(of, { outcome: 'revealed' }));
        return { outcome: 'revealed', code, expires };
      },
    },
    phoneInstallations: {
      judge: async (who, code) => standingOf(codeOf(who, code)),
      async install(who, code, app, device) {
        const found = codeOf(who, code);
        const standing = standingOf(found);
        if (found !== undefined && standing !== 'good') audit.write(deeds.codeRefused(who, standing, code.reveal()));
        if (found === undefined || standing !== 'good') return { outcome: standing === 'good' ? 'unknown' : standing };
        found.used = true;
        const id = String(installed.length).padStart(16, '0');
        const token = device === undefined ? writeToken(id, 'A'.repeat(43)) : deviceToken(code, device);
        installed.push({ installation: { id, who }, token: token.reveal() });
        audit.write(deeds.phoneInstalled(who, app, id));
        return { outcome: 'installed', token };
      },
      async find(who, token) {
        const fits = (one: (typeof installed)[number]) =>
          one.token === token.reveal() && keyOf(one.installation.who) === keyOf(who);
        return installed.find(fits)?.installation;
      },
      async revoke(who, by) {
        close(who);
        const out = installed.filter(
          ({ installation }) => keyOf(installation.who) === keyOf(who) && installation.revokedAt === undefined,
        );
        for (const one of out) one.installation = { ...one.installation, revokedAt: now() };
        audit.write(
          deeds.phonesSignedOut(
            who,
            by,
            out.map(({ installation }) => installation.id),
          ),
        );
        return out.map(({ installation }) => installation);
      },
    },
  };
}
