import type { Clock } from '@enablement/core';
import { sql } from 'kysely';
import { type Database, reaching } from './connect.ts';

export type Vendor = 'NetSapiens' | 'Acrobits' | 'Mail server';

export interface VendorContact {
  readonly vendor: Vendor;
  readonly host: string;
  readonly answeredAt: Date | undefined;
  readonly failedAt: Date | undefined;
  /** What was seen then; never a secret. */
  readonly failure: string | undefined;
}

/** How the vendors answered last, as the workflows saw it. */
export interface VendorContacts {
  answered(vendor: Vendor, host: string): Promise<void>;
  failed(vendor: Vendor, host: string, failure: string): Promise<void>;
  /** Those that were spoken to last come first. */
  latest(most: number): Promise<readonly VendorContact[]>;
}

export function createVendorContacts({ db, clock }: { db: Database; clock: Clock }): VendorContacts {
  const note = async (vendor: Vendor, host: string, news: { answered_at: Date } | { failed_at: Date; failure: string }) => {
    await db
      .insertInto('vendor_contacts')
      .values({ vendor, host, ...news })
      .onConflict((conflict) => conflict.columns(['vendor', 'host']).doUpdateSet(news))
      .execute();
  };
  return {
    answered: (vendor, host) => reaching(() => note(vendor, host, { answered_at: clock.now() })),
    failed: (vendor, host, failure) =>
      reaching(() => note(vendor, host, { failed_at: clock.now(), failure: failure.slice(0, 500) })),
    latest: (most) =>
      reaching(async () => {
        const rows = await db
          .selectFrom('vendor_contacts')
          .selectAll()
          .orderBy(sql`greatest(failed_at, answered_at)`, 'desc')
          .limit(most)
          .execute();
        return rows.map(({ vendor, host, answered_at, failed_at, failure }) => ({
          vendor,
          host,
          answeredAt: answered_at ?? undefined,
          failedAt: failed_at ?? undefined,
          failure: failure ?? undefined,
        }));
      }),
  };
}
