import type { Team } from '../ports/register.ts';
import type { SecretField } from '../ports/vault.ts';
import type { Report } from '../readiness/report.ts';
import { ownerKey } from '../secret-owner.ts';
import type { XimaValues } from './request.ts';

/** `waiting`: for the secrets. `closed`: nobody wants it any more, and its secrets are destroyed. */
export type XimaStatus = 'waiting' | 'checking' | 'checked' | 'closed';

/** One domain on its way to Xima: all that a card or a page shows. Holds no secret, only fingerprints. */
export interface XimaCheck {
  readonly id: string;
  /** The workspace where it was asked for. */
  readonly team: Team;
  readonly status: XimaStatus;
  readonly values: XimaValues;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  /** 1, and one more each time that it is made again. */
  readonly round: number;
  readonly clientSecretFingerprint?: string | undefined;
  readonly passwordFingerprint?: string | undefined;
  /** Of the last round that came to an end. */
  readonly report?: Report | undefined;
  readonly handOverRevealedAt?: Date | undefined;
}

/** The secrets, in the order of Xima's list. */
export const XIMA_SECRETS = ['api_client_secret', 'api_password'] as const satisfies readonly SecretField[];
export type XimaSecret = (typeof XIMA_SECRETS)[number];

export const ximaPlace = (id: string, field: XimaSecret) => ({ owner: ownerKey({ xima: id }), field });

/** The secrets that are still to be entered. */
export const missingSecrets = (
  check: Pick<XimaCheck, 'clientSecretFingerprint' | 'passwordFingerprint'>,
): readonly XimaSecret[] =>
  XIMA_SECRETS.filter((field) =>
    field === 'api_client_secret' ? check.clientSecretFingerprint === undefined : check.passwordFingerprint === undefined,
  );

/** A secret of a check that is not closed is always wanted: a new one makes the check again. */
export const wantsXimaSecret = (check: Pick<XimaCheck, 'status'> | undefined): boolean =>
  check !== undefined && check.status !== 'closed';

/** The engine's key of a round. */
export const ximaRun = (id: string, round: number): string => `${id}/${round}`;
export const CHECK_FOR_XIMA = 'checkForXima';
