import { failed } from '../answers.ts';
import { ofReseller } from '../groups.ts';
import type { Resource } from '../resource.ts';
import type { Row } from '../state.ts';
import { sizeOf } from '../tables.ts';

/** Territories. Reads show the SMTP password in clear, as published. */
export const resellers: Resource<Row> = {
  table: 'resellers',
  noun: 'Reseller',
  id: 'reseller',
  create: 'NewReseller',
  change: 'ResellerChange',
  read: 'Reseller',
  // The spelling is the platform's.
  taken: failed(409, 'Reseller with name already exits'),
  key: ({ reseller }) => String(reseller),
  groups: () => [],
  make: (said) => ({ description: '', ...said }),
  show: (row, { tables }) => ({
    ...row,
    'domains-total': sizeOf(tables.domains, ofReseller(String(row.reseller))),
    'users-total': sizeOf(tables.users, ofReseller(String(row.reseller))),
    'active-calls-against-license-count': 0,
    'active-calls-offnet-current': 0,
  }),
};
