import * as deeds from '../audit/page-deeds.ts';
import { decide, missed, stillWanted } from '../enablement/link-rules.ts';
import type { Clock } from '../ports/clock.ts';
import type { Acceptance, Links, SecretLink } from '../ports/links.ts';
import type { Vault } from '../ports/vault.ts';
import { Secret } from '../secret.ts';
import { ownerKey } from '../secret-owner.ts';
import { wantsXimaSecret } from '../xima/state.ts';
import type { MemoryAudit } from './memory-audit.ts';
import type { MemoryRegister } from './memory-rows.ts';
import type { MemoryXima } from './memory-xima.ts';

export function createMemoryLinks({
  clock,
  vault,
  register,
  xima,
  audit,
}: {
  clock: Clock;
  vault: Vault;
  register: MemoryRegister;
  xima: MemoryXima;
  audit: MemoryAudit;
}): Links {
  const secretLinks = new Map<string, { link: SecretLink; code: string }>();
  const handOffs = new Map<string, string>();
  let serial = 0;
  const pageOf = (key: Secret) => key.reveal().slice(0, 12);
  const token = (name: string) => new Secret(`${name}-${'0'.repeat(43)}`.slice(0, 43));

  /** What a secret is for: whether somebody still waits for it, and what happens when it comes. */
  function ownerOfLink({ owner, renewal, person }: SecretLink) {
    if ('xima' in owner)
      return {
        wanted: async () => wantsXimaSecret(await xima.get(owner.xima)),
        take: async () => xima.take(owner.xima),
      };
    const { enablement: id, domain } = owner;
    return {
      wanted: async () => stillWanted(await register.get(id), { owner, renewal }),
      async take(officeManagerLogin?: string) {
        if (domain !== undefined && officeManagerLogin !== undefined) register.setLogin(id, domain, officeManagerLogin);
        const known = (await register.get(id))?.domains.find((one) => one.domain === domain);
        if (domain !== undefined && known?.status === 'synchronized') register.beginAgain(id, domain, person);
        else register.wake(id, domain);
      },
    };
  }

  return {
    async issue(wanted) {
      for (const [key, { link }] of secretLinks)
        if (ownerKey(link.owner) === ownerKey(wanted.owner) && link.field === wanted.field && !link.usedAt)
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
      const owner = found && ownerOfLink(found.link);
      const wanted = (await owner?.wanted()) ?? false;
      const decision = decide(found?.link, found !== undefined && found.code === code, wanted, clock.now());
      if (found === undefined || owner === undefined || decision.outcome === 'unknown') return { outcome: 'unknown' };
      if (missed(decision, found.link.misses)) found.link = { ...found.link, misses: found.link.misses + 1 };
      const { link } = found;
      const told = (taken: Acceptance) => {
        audit.write(deeds.secretSubmitted({ page: pageOf(key), link }, taken));
        return taken;
      };
      if (decision.outcome !== 'accept') return told(decision);
      found.link = { ...link, usedAt: clock.now() };
      const kept = await vault.keep({ owner: ownerKey(link.owner), field: link.field }, secret);
      await owner.take(officeManagerLogin);
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
