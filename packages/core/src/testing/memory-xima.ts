import * as deeds from '../audit/xima-deeds.ts';
import { decide, missed } from '../enablement/link-rules.ts';
import type { Clock } from '../ports/clock.ts';
import type { Vault } from '../ports/vault.ts';
import type { XimaHandOver, XimaRegister } from '../ports/xima.ts';
import { Secret } from '../secret.ts';
import { CHECK_FOR_XIMA, type XimaCheck, ximaPlace, ximaRun } from '../xima/state.ts';
import type { MemoryAudit } from './memory-audit.ts';
import type { MemoryRegister } from './memory-rows.ts';

export interface MemoryXima extends XimaRegister {
  /** A secret has come. */
  take(id: string): void;
  readonly reminders: readonly string[];
}

type Row = { -readonly [K in keyof XimaCheck]: XimaCheck[K] } & { requestId: string };

export function createMemoryXima({
  clock,
  vault,
  audit,
  register,
}: {
  clock: Clock;
  vault: Vault;
  audit: MemoryAudit;
  register: Pick<MemoryRegister, 'start' | 'nudgeKey'>;
}): MemoryXima {
  const rows = new Map<string, Row>();
  const pages = new Map<string, { -readonly [K in keyof XimaHandOver]: XimaHandOver[K] } & { code: string }>();
  const reminders: string[] = [];
  let serial = 0;

  const live = (id: string) => {
    const row = rows.get(id);
    return row?.status === 'closed' ? undefined : row;
  };
  const start = ({ id, round }: Row) => register.start(CHECK_FOR_XIMA, ximaRun(id, round), { check: id, round });
  const newRound = (row: Row) => {
    row.round += 1;
    row.status = 'waiting';
    start(row);
  };
  async function view({ requestId: _, ...row }: Row): Promise<XimaCheck> {
    const print = async (field: 'api_client_secret' | 'api_password') => {
      const kept = await vault.look(ximaPlace(row.id, field));
      return kept?.destroyed ? undefined : kept?.fingerprint;
    };
    return {
      ...row,
      clientSecretFingerprint: await print('api_client_secret'),
      passwordFingerprint: await print('api_password'),
    };
  }

  return {
    reminders,
    async remind(id, number) {
      const key = `${id} ${number}`;
      if (live(id) && !reminders.includes(key)) reminders.push(key);
    },
    async request(values, by, _room, requestId, team) {
      for (const row of rows.values()) {
        if (row.requestId === requestId) return { outcome: 'already asked', id: row.id };
        const same = row.values.apiUrl === values.apiUrl && row.values.domain === values.domain;
        if (same && row.status !== 'closed') return { outcome: 'known', id: row.id };
      }
      const id = `x${++serial}`;
      const row: Row = { id, team, status: 'waiting', values, requestedBy: by, requestedAt: clock.now(), round: 1, requestId };
      rows.set(id, row);
      start(row);
      audit.write(deeds.requested(id, by, values));
      return { outcome: 'created', id };
    },
    async get(id) {
      const row = rows.get(id);
      return row && view(row);
    },
    async list() {
      return Promise.all(
        [...rows.values()]
          .filter(({ status }) => status !== 'closed')
          .toReversed()
          .map(view),
      );
    },
    async correct(id, values, by) {
      const row = live(id);
      if (row === undefined) return false;
      audit.write(deeds.corrected(id, by, row.values, values));
      row.values = values;
      newRound(row);
      return true;
    },
    async again(id, by) {
      const row = live(id);
      if (row === undefined) return false;
      newRound(row);
      audit.write(deeds.madeAgain(id, by));
      return true;
    },
    async close(id, by) {
      const row = live(id);
      if (row === undefined) return false;
      newRound(row);
      row.status = 'closed';
      for (const [token, { check }] of pages) if (check === id) pages.delete(token);
      audit.write(deeds.closed(id, by));
      return true;
    },
    async begin(id, round) {
      const row = live(id);
      if (row?.round !== round) return false;
      row.status = 'checking';
      return true;
    },
    async report(id, round, report) {
      const row = live(id);
      if (row?.round !== round) return;
      row.status = 'checked';
      row.report = report;
      audit.write(deeds.reported(id, round, report));
    },
    async handOver(id, by, expires) {
      for (const [token, { check }] of pages) if (check === id) pages.delete(token);
      const token = `xima${++serial}-${'0'.repeat(43)}`.slice(0, 43);
      const code = String(100_000 + serial);
      pages.set(token, { check: id, expires, misses: 0, code });
      const row = live(id);
      if (row) row.handOverRevealedAt = undefined;
      audit.write(deeds.pageGiven(id, by, expires));
      return { token: new Secret(token), code };
    },
    async lookHandOver(token) {
      const page = pages.get(token.reveal());
      if (page === undefined) return undefined;
      const { code: _, ...shown } = page;
      return shown;
    },
    async openedHandOver(token) {
      const page = pages.get(token.reveal());
      if (page) audit.write(deeds.pageOpened(page.check, token.reveal().slice(0, 12)));
    },
    async claimHandOver(token, code) {
      const page = pages.get(token.reveal());
      if (page === undefined) return { outcome: 'unknown' };
      const row = live(page.check);
      const decision = decide({ ...page, usedAt: page.revealedAt }, page.code === code, row !== undefined, clock.now());
      const accepted = decision.outcome === 'accept';
      audit.write(
        accepted ? deeds.secretsRevealed(page.check) : deeds.revealRefused(page.check, token.reveal().slice(0, 12), decision),
      );
      if (missed(decision, page.misses)) page.misses += 1;
      if (accepted) page.revealedAt = clock.now();
      if (accepted && row) row.handOverRevealedAt = page.revealedAt;
      return decision;
    },
    take(id) {
      const row = live(id);
      if (row === undefined) return;
      if (row.status !== 'waiting') newRound(row);
      else register.nudgeKey(CHECK_FOR_XIMA, ximaRun(id, row.round));
    },
  };
}
