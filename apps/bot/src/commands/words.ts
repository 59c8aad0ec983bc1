import { judge, type Right, type Standing } from '@enablement/core';

export interface Word {
  readonly word: string;
  /** What may follow it. */
  readonly takes: string;
  readonly about: string;
  readonly right: Right;
}

/** What can be typed after the command, but for `help`. Help, hint, manifest and who may what are read from here. */
export const WORDS = [
  {
    word: 'new',
    takes: '',
    about: 'opens the form that enables Acrobits Cloud Softphone for a NetSapiens environment',
    right: 'enable an environment',
  },
  {
    word: 'status',
    takes: '[search]',
    about: 'shows what is under way, who is waited for and since when',
    right: 'look at runs',
  },
  { word: 'list', takes: '[page]', about: 'lists all runs, the newest first', right: 'look at runs' },
  {
    word: 'domain',
    takes: '<name> [search]',
    about: 'adds messaging synchronization for a domain, for example `domain acme.example`',
    right: 'add a domain',
  },
  { word: 'retry', takes: '[search]', about: 'tries again what is stuck', right: 'let a run try again' },
  {
    word: 'skip',
    takes: '<domain> [search]',
    about: 'ends one domain that is not done; the others go on',
    right: 'skip a domain',
  },
  {
    word: 'snooze',
    takes: '<days> [search]',
    about: 'puts off reminders for so many business days',
    right: 'snooze reminders',
  },
  {
    word: 'cancel',
    takes: '[search]',
    about: 'ends a run that is not enabled yet, or what is open of one that is; you are asked first',
    right: 'cancel a run',
  },
  {
    word: 'rotate',
    takes: '[search]',
    about: 'takes a new client secret, API key or Office Manager password',
    right: 'renew a secret',
  },
  {
    word: 'firewall',
    takes: '[table | plain | nftables | iptables | csv]',
    about: 'lists the addresses of Acrobits that the firewall has to let in, and what is new among them',
    right: 'look at runs',
  },
  {
    word: 'audit',
    takes: '[search]',
    about: 'opens a page to download who did what, when and with which outcome, as CSV or JSON',
    right: 'read the audit',
  },
] as const satisfies readonly Word[];
export type WordName = (typeof WORDS)[number]['word'];

/** Slack shows the same hint to everybody; help shows a person's own words. */
export const HINT = `[${[...WORDS.map(({ word }) => word), 'help'].join(' | ')}]`;

export const wordsFor = (standing: Standing): readonly Word[] => WORDS.filter(({ right }) => judge(right, standing).may);
