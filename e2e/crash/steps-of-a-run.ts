import { DOMAIN, type RunOfADomain } from './run-of-a-domain.ts';

export interface Step {
  readonly name: string;
  /** Which time in the life of a bot; a step that was cut off inside is done again first. */
  readonly before?: number;
  /** Before that, a bot that nobody kills comes to rest where the card says so, with everything up to there in the journal. */
  readonly rests?: string;
  /** What a person does that brings the run to this step. */
  readonly after?: (run: RunOfADomain) => Promise<unknown>;
}

const solve = (name: string): readonly Step[] => [{ name: `${name}: begin` }, { name }];

/** Every journalled step of a run and of its domain, in order. Who waits looks twice: before there is something, and when woken. */
export const STEPS: readonly Step[] = [
  { name: 'Prerequisites gathered: begin', after: (run) => run.ask() },
  { name: 'Prerequisites gathered' },
  { name: 'Client secret received: look' },
  { name: 'Client secret received: look', before: 2, after: (run) => run.enterClientSecret() },
  ...solve('Prerequisites checked'),
  ...solve('Acrobits contacted'),
  { name: 'Acrobits answered: look' },
  ...solve('Values stored'),
  ...solve('Base enablement complete'),
  { name: 'Office Manager credentials received: look', after: (run) => run.addDomain() },
  { name: 'Office Manager credentials received: look', before: 2, after: (run) => run.enterCredentials() },
  ...solve('Office Manager credentials proved'),
  ...solve('Domain provisioned at Acrobits'),
  ...solve('Both subscriptions seen in NetSapiens'),
  ...solve('Office Manager password destroyed'),
  { name: 'Domain synchronized' },
];

/**
 * What is added where approvals are asked for: the step that sends comes twice, before and after the approvers said yes, and a value
 * that is corrected goes to Acrobits in a letter, which is approved as the first one was.
 */
export const STEPS_WITH_APPROVAL: readonly Step[] = [
  {
    name: 'Acrobits contacted',
    after: async (run) => {
      await run.ask();
      await run.enterClientSecret();
    },
  },
  { name: 'Acrobits contacted', rests: 'an approver', after: (run) => run.approve('Approve') },
  {
    name: 'Letter to Acrobits sent',
    after: async (run) => {
      await run.addDomain();
      await run.correct();
    },
  },
  { name: 'Letter to Acrobits: explain' },
  { name: 'Letter to Acrobits sent', after: (run) => run.approve('Approve') },
  { name: 'Domain provisioned at Acrobits', after: (run) => run.enterCredentials() },
  {
    name: 'Domain provisioned at Acrobits',
    rests: `Approve: ${DOMAIN}`,
    after: (run) => run.approve(`Approve: ${DOMAIN}`),
  },
];
