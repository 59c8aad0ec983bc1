import type { DomainGlance, StepStatus } from '@enablement/core';
import { html, type Markup } from '../pages/html.ts';

/** What a sign means, in words, for those who do not see it. */
export const STEP_WORDS: Readonly<Record<StepStatus, string>> = {
  done: 'done',
  running: 'under way',
  waiting: 'waiting',
  problem: 'needs attention',
  ahead: 'to come',
};

export const DOMAIN_STATUS: Readonly<Record<DomainGlance, StepStatus>> = {
  failed: 'problem',
  waiting: 'waiting',
  working: 'running',
  ahead: 'ahead',
  skipped: 'ahead',
  cancelled: 'ahead',
  'already existed': 'done',
  created: 'done',
};

const SIGNS: Readonly<Record<StepStatus, string>> = { done: '✓', running: '●', waiting: '◔', problem: '!', ahead: '○' };

/** The words stand beside it, so it is for the eye alone. */
export const sign = (status: StepStatus): Markup =>
  html`<span class=${`sign ${status}`} aria-hidden="true">${SIGNS[status]}</span>`;
