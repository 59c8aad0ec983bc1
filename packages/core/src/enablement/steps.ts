/** The Enablement Sequence as the operator sees it, the log prints it and the tests name it. */
export const BASE = {
  gathered: 'Prerequisites gathered',
  secret: 'Client secret received',
  checked: 'Prerequisites checked',
  contacted: 'Acrobits contacted',
  answered: 'Acrobits answered',
  stored: 'Values stored',
  summary: 'Base enablement complete',
} as const;

/** Messaging synchronization of one domain. */
export const DOMAIN = {
  credentials: 'Office Manager credentials received',
  proved: 'Office Manager credentials proved',
  provisioned: 'Domain provisioned at Acrobits',
  subscriptions: 'Both subscriptions seen in NetSapiens',
  destroyed: 'Office Manager password destroyed',
} as const;

export type BaseStep = (typeof BASE)[keyof typeof BASE];
export type DomainStep = (typeof DOMAIN)[keyof typeof DOMAIN];
export type StepName = BaseStep | DomainStep;

export const BASE_STEPS: readonly BaseStep[] = Object.values(BASE);
export const DOMAIN_STEPS: readonly DomainStep[] = Object.values(DOMAIN);
