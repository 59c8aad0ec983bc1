import type { Holder, RoleBook } from '@enablement/core';
import { z } from 'zod';

/** `U0OLIVIA,S0OPS`: ids of people and of user groups, as Slack shows them under “Copy member ID” and in a group's address. */
export const Holders = z
  .string()
  .default('')
  .transform((text, context): readonly Holder[] => {
    const ids = text.split(/[\s,]+/).filter(Boolean);
    const wrong = ids.find((id) => !/^[UWS][A-Z0-9]{2,}$/.test(id));
    if (wrong === undefined) return ids.map((id) => (id.startsWith('S') ? { group: id } : { person: id }));
    context.addIssue({
      code: 'custom',
      message: `Slack ids of people (U…) and user groups (S…), separated by commas, and “${wrong.slice(0, 40)}” is neither`,
    });
    return z.NEVER;
  });

/** The variables, and the roles that they give. */
export function roleBook(env: {
  readonly ROLE_VIEWER: readonly Holder[];
  readonly ROLE_OPERATOR: readonly Holder[];
  readonly ROLE_APPROVER: readonly Holder[];
  readonly ROLE_ADMIN: readonly Holder[];
}): RoleBook {
  return { viewer: env.ROLE_VIEWER, operator: env.ROLE_OPERATOR, approver: env.ROLE_APPROVER, admin: env.ROLE_ADMIN };
}
