/** The Enablement Sequence as the operator sees it, the log prints it and the tests name it. */
export const BASE = {
  gathered: 'Prerequisites gathered',
  secret: 'Client secret received',
  checked: 'Prerequisites checked',
  /** Only where the policy wants it. */
  approved: 'Letter to Acrobits approved',
  contacted: 'Acrobits contacted',
  answered: 'Acrobits answered',
  stored: 'Values stored',
  summary: 'Base enablement complete',
} as const;

/** Messaging synchronization of one domain. */
export const DOMAIN = {
  credentials: 'Office Manager credentials received',
  proved: 'Office Manager credentials proved',
  /** Only where the policy wants it. */
  approved: 'Provisioning approved',
  provisioned: 'Domain provisioned at Acrobits',
  subscriptions: 'Both subscriptions seen in NetSapiens',
  destroyed: 'Office Manager password destroyed',
} as const;

export type BaseStep = (typeof BASE)[keyof typeof BASE];
export type DomainStep = (typeof DOMAIN)[keyof typeof DOMAIN];
export type StepName = BaseStep | DomainStep;

/** What every run goes through; an approval is one more step of those that need it. */
export const BASE_STEPS: readonly BaseStep[] = Object.values(BASE).filter((name) => name !== BASE.approved);

/** The steps of this run, in order: an approval stands among them once it was asked for. */
export function baseStepsOf(steps: readonly { readonly name: StepName }[]): readonly BaseStep[] {
  return Object.values(BASE).filter((name) => name !== BASE.approved || steps.some((step) => step.name === name));
}

export const DOMAIN_STEPS: readonly DomainStep[] = Object.values(DOMAIN);
