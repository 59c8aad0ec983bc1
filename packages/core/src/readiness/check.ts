import type { Observation, Observed } from './observation.ts';

/** Who mends it. */
export type Owner = 'CSP' | 'NetSapiens operator' | 'Acrobits' | 'Xima';

/** `blocking`: it does not work before this is mended. `warning`: it works, and not for long, or not for everybody. */
export type Severity = 'blocking' | 'warning';

export type Status = 'passed' | 'failed' | 'unknown';

/** What a rule makes of what was seen. `fix` is one or two sentences for the owner. */
export type Ruling =
  | { readonly status: 'passed'; readonly seen: string }
  | { readonly status: 'failed'; readonly seen: string; readonly fix: string }
  | { readonly status: 'unknown'; readonly seen: string; readonly fix?: string | undefined };

/**
 * One thing that has to be so, as a pure rule over what was seen. Where one value is wrong, one check fails, and those that could not
 * be judged because of it are unknown.
 */
export interface Check<Seen> {
  /** Stable, kebab-case: `portal-certificate`. */
  readonly id: string;
  /** For people who do not know SIP: `The portal’s certificate can be trusted`. */
  readonly title: string;
  readonly severity: Severity;
  readonly owner: Owner;
  /** `a certificate for portal.northwind.example that is valid for 14 days and more`. */
  readonly expected: string;
  judge(seen: Observed<Seen>): Ruling;
}

export const passed = (seen: string): Ruling => ({ status: 'passed', seen });
export const failed = (seen: string, fix: string): Ruling => ({ status: 'failed', seen, fix });
export const unknown = (seen: string, fix?: string): Ruling => ({ status: 'unknown', seen, fix });

/** Judges what was seen; what was not seen is unknown. */
export const given = <T>(observation: Observation<T>, judge: (value: T) => Ruling): Ruling =>
  observation.known ? judge(observation.value) : unknown(observation.why);
