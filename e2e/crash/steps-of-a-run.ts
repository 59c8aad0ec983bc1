import { DOMAIN, type RunOfADomain } from './run-of-a-domain.ts';

export interface Step {
  readonly name: string;
  /** Which time in the life of a bot; a step that was cut off inside is done again first. */
  readonly before?: number;
  /** What a person does that brings the run to this step. */
  readonly after?: (run: RunOfADomain) => Promise<unknown>;
}

const solve = (name: string): readonly Step[] => [{ name: `${name}: begin` }, { name }];

/** Every journalled step of the three workflows, in order, where approvals are asked for. Who waits looks twice: before there is something, and when woken. */
export const STEPS: readonly Step[] = [
  { name: 'Prerequisites gathered: begin', after: (run) => run.ask() },
  { name: 'Prerequisites gathered' },
  { name: 'Client secret received: look' },
  { name: 'Client secret received: look', before: 2, after: (run) => run.enterClientSecret() },
  ...solve('Prerequisites checked'),
  // It asks the approvers, and when they have agreed it looks again and sends.
  ...solve('Acrobits contacted'),
  { name: 'Acrobits contacted', before: 2, after: (run) => run.approve('Approve') },
  { name: 'Acrobits answered: look' },
  ...solve('Values stored'),
  ...solve('Base enablement complete'),
  { name: 'Office Manager credentials received: look', after: (run) => run.addDomain() },
  // A value is corrected, and the letter that says so has to be approved, too.
  { name: 'Letter to Acrobits sent', after: (run) => run.correct() },
  { name: 'Letter to Acrobits: explain' },
  { name: 'Letter to Acrobits sent', after: (run) => run.approve('Approve') },
  { name: 'Office Manager credentials received: look', before: 2, after: (run) => run.enterCredentials() },
  ...solve('Office Manager credentials proved'),
  ...solve('Domain provisioned at Acrobits'),
  { name: 'Domain provisioned at Acrobits', before: 2, after: (run) => run.approve(`Approve: ${DOMAIN}`) },
  ...solve('Both subscriptions seen in NetSapiens'),
  ...solve('Office Manager password destroyed'),
  { name: 'Domain synchronized' },
];

/** What the bot runs with. */
export const POLICY = { APPROVE_CONTACT: '1', APPROVE_DOMAINS: '1' };
