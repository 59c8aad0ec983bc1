import { z } from 'zod';
import * as fields from './fields.ts';

/** What NetSapiens' side gathers before Acrobits is contacted; the client secret comes separately, out of band. */
export const Prerequisites = z.object({
  cspCompany: fields.cspCompany,
  contactName: fields.contactName,
  contactEmail: fields.contactEmail,
  contactPhone: fields.contactPhone,
  portalUrl: fields.portalUrl,
  coreHost: fields.coreHost,
  clientId: fields.clientId,
});
export type Prerequisites = z.infer<typeof Prerequisites>;

export const EnablementRequest = Prerequisites.extend({ domains: fields.domainList });
export type EnablementRequest = z.infer<typeof EnablementRequest>;

/** What Acrobits returns; the API key goes straight to the vault. */
export const Answer = z.object({ cloudId: fields.cloudId, messagingHost: fields.messagingHost });
export type Answer = z.infer<typeof Answer>;

export type FieldProblems = Readonly<Record<string, string>>;
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: FieldProblems };

/** Reads a form; empty fields count as not given. Each problem stands under the name of its field. */
export function readForm<T>(schema: z.ZodType<T>, form: Readonly<Record<string, string | null | undefined>>): Reading<T> {
  const given = Object.fromEntries(Object.entries(form).filter(([, value]) => typeof value === 'string' && value.trim() !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems: Record<string, string> = {};
  for (const issue of parsed.error.issues) problems[String(issue.path[0] ?? 'form')] ??= issue.message;
  return { ok: false, problems };
}
