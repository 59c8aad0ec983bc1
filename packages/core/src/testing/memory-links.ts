import * as deeds from '../audit/page-deeds.ts';
import { decide, missed, stillWanted } from '../enablement/link-rules.ts';
import { domainRun } from '../enablement/state.ts';
import type { Clock } from '../ports/clock.ts';
import type { Acceptance, Links, SecretLink } from '../ports/links.ts';
import type { Vault } from '../ports/vault.ts';
import { Secret } from '../secret.ts';
import type { MemoryAudit } from './memory-audit.ts';
import type { MemoryRegister } from './memory-rows.ts';

export function createMemoryLinks({
  clock,
  vault,
  register,
  audit,
}: {
  clock: Clock;
  vault: Vault;
  register: MemoryRegister;
  audit: MemoryAudit;
}): Links {
  const secretLinks = new Map<string, { link: SecretLink; code: string }>();
  const handOffs = new Map<string, string>();
  let serial = 0;
  const pageOf = (key: Secret) => key.reveal().slice(0, 12);
  const token = (name: string) => new Secret(`${name}-${'0'.repeat(43)}`.slice(0, 43));

  return {
    async issue(wanted) {
      for (const [key, { link }] of secretLinks)
        if (link.enablement === wanted.enablement && link.domain === wanted.domain && link.field === wanted.field && !link.usedAt)
          secretLinks.delete(key);
      serial += 1;
      const made = { token: token(`link${serial}`), code: String(100_000 + serial) };
      secretLinks.set(made.token.reveal(), { link: { ...wanted, misses: 0 }, code: made.code });
      audit.write(deeds.pageIssued({ page: pageOf(made.token), link: wanted }));
      return made;
    },
    async look(key) {
      return secretLinks.get(key.reveal())?.link;
    },
    async opened(key) {
      const link = secretLinks.get(key.reveal())?.link;
      if (link) audit.write(deeds.pageOpened({ page: pageOf(key), link }));
    },
    async accept(key, code, secret, officeManagerLogin) {
      const found = secretLinks.get(key.reveal());
      const enablement = found && (await register.get(found.link.enablement));
      const decision = decide(
        found?.link,
        found !== undefined && found.code === code,
        stillWanted(enablement, found?.link),
        clock.now(),
      );
      if (found === undefined || decision.outcome === 'unknown') return { outcome: 'unknown' };
      if (missed(decision, found.link.misses)) found.link = { ...found.link, misses: found.link.misses + 1 };
      const { link } = found;
      const told = (taken: Acceptance) => {
        audit.write(deeds.secretSubmitted({ page: pageOf(key), link }, taken));
        return taken;
      };
      if (decision.outcome !== 'accept') return told(decision);
      found.link = { ...link, usedAt: clock.now() };
      const owner = link.domain === undefined ? link.enablement : domainRun(link.enablement, link.domain);
      if (link.domain !== undefined && officeManagerLogin !== undefined)
        register.setLogin(link.enablement, link.domain, officeManagerLogin);
      const kept = await vault.keep({ owner, field: link.field }, secret);
      const { enablement: id, domain } = link;
      const done = enablement?.domains.some((known) => known.domain === domain && known.status === 'synchronized');
      if (domain !== undefined && done) register.beginAgain(id, domain, link.person);
      else register.wake(id, domain);
      return told({ outcome: 'accepted', fingerprint: kept.fingerprint });
    },
    async acrobits(enablement, expires) {
      const made = token(`acrobits-${enablement}`);
      handOffs.set(made.reveal(), enablement);
      register.handOff(enablement).expires = expires;
      return made;
    },
    async lookAcrobits(key) {
      const enablement = handOffs.get(key.reveal());
      if (enablement === undefined) return undefined;
      const { expires, revealedAt, answeredAt } = register.handOff(enablement);
      return expires && { enablement, expires, revealedAt, answeredAt };
    },
    async openedAcrobits(key) {
      const enablement = handOffs.get(key.reveal());
      if (enablement !== undefined) audit.write(deeds.handOffOpened(enablement));
    },
    async claimReveal(key) {
      const enablement = handOffs.get(key.reveal());
      if (enablement === undefined) return false;
      const handOff = register.handOff(enablement);
      if (handOff.revealedAt !== undefined) audit.write(deeds.revealRefused(enablement, handOff.revealedAt));
      if (handOff.revealedAt !== undefined || handOff.expires === undefined || handOff.expires <= clock.now()) return false;
      handOff.revealedAt = clock.now();
      audit.write(deeds.secretRevealed(enablement));
      return true;
    },
    async reopen(enablement, by) {
      const handOff = register.handOff(enablement);
      handOff.revealedAt = undefined;
      handOff.answeredAt = undefined;
      audit.write(deeds.reopened(enablement, by));
    },
  };
}
