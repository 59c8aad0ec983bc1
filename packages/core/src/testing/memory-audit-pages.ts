import { auditDownloaded, auditPageIssued, auditPageRefused } from '../audit/page-deeds.ts';
import { decide, missed } from '../enablement/link-rules.ts';
import type { AuditPage, AuditPages } from '../ports/audit.ts';
import type { Clock } from '../ports/clock.ts';
import { Secret } from '../secret.ts';
import type { MemoryAudit } from './memory-audit.ts';

export function createMemoryAuditPages({ clock, audit }: { clock: Clock; audit: MemoryAudit }): AuditPages {
  const pages = new Map<string, { page: AuditPage; code: string }>();
  return {
    async issue(wanted) {
      const token = new Secret(`audit${pages.size}-${'0'.repeat(43)}`.slice(0, 43));
      const code = String(200_000 + pages.size);
      pages.set(token.reveal(), { page: { ...wanted, misses: 0 }, code });
      audit.write(auditPageIssued({ ...wanted, page: token.reveal() }));
      return { token, code };
    },
    async look(token) {
      return pages.get(token.reveal())?.page;
    },
    async open(token, code, format) {
      const found = pages.get(token.reveal());
      const decision = decide(found?.page, found?.code === code, true, clock.now());
      if (found === undefined) return decision;
      const { page } = found;
      if (missed(decision, page.misses)) found.page = { ...page, misses: page.misses + 1 };
      const of = { ...page, page: token.reveal() };
      audit.write(decision.outcome === 'accept' ? auditDownloaded(of, format) : auditPageRefused(of, decision));
      return decision;
    },
  };
}
