import type { Desk } from '../desk.ts';
import { type Cloud, noteStep } from '../state.ts';
import { answerHandOff } from './answer-hand-off.ts';
import { openBrowser, VisitProblem } from './browser.ts';

/** The colleague who answers hand-off letters without being asked, when `state.staff.auto` says so. */
export interface Staff {
  /** Starts on every letter that has not been answered yet. Call it when a letter came or a setting changed. */
  look(): void;
  /** Puts everything down; what was not finished is begun anew at the next `look()`. */
  stop(): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

export interface StaffOptions {
  readonly desk: Desk;
  readonly messagingHostOf: (cloud: Cloud) => string;
  readonly filed: (cloud: Cloud) => void;
  /** The first pause after a page that could not be had, in milliseconds. It doubles, up to fifteen times as much. */
  readonly firstPauseMs?: number;
}

export function createStaff({ desk, messagingHostOf, filed, firstPauseMs = 1000 }: StaffOptions): Staff {
  let stopping = new AbortController();
  const underWay = new Map<string, Promise<void>>();

  async function handle(letterId: string, link: string, signal: AbortSignal): Promise<void> {
    const { state } = desk;
    const note = (text: string, went: 'well' | 'wrong' = 'well'): void => {
      if (signal.aborted) return;
      // A web server that stays away is told once, not at every try.
      const last = state.staff.steps.findLast((step) => step.letterId === letterId);
      if (went === 'wrong' && last?.text === text) return;
      noteStep(state, { at: desk.now().toISOString(), letterId, text, went });
      desk.changed();
    };
    const finish = (how: 'answered' | 'given up'): void => {
      if (signal.aborted) return;
      state.staff.done[letterId] = how;
      desk.changed();
    };
    await desk.rest(state.staff.delayMs, signal);
    for (let wait = firstPauseMs; !signal.aborted; wait = Math.min(wait * 2, firstPauseMs * 15)) {
      try {
        await answerHandOff({ link, browser: openBrowser(signal), state, messagingHostOf, filed, note });
        return finish('answered');
      } catch (error) {
        if (!(error instanceof VisitProblem)) throw error;
        note(error.again ? `${error.message}; trying again` : `Gave up: ${error.message}`, 'wrong');
        if (!error.again) return finish('given up');
        await desk.rest(Math.max(wait, error.waitMs ?? 0), signal);
      }
    }
  }

  const staff: Staff = {
    look() {
      const { state } = desk;
      if (!state.staff.auto) return;
      for (const letter of state.letters) {
        const link = letter.links.find(isHandOffLink);
        // Letters that lead to the same page, a reminder for instance, are read one after the other: the second visit sees what the
        // first has done.
        if (link === undefined || state.staff.done[letter.id] !== undefined || underWay.has(link)) continue;
        const job = handle(letter.id, link, stopping.signal).finally(() => {
          if (underWay.get(link) !== job) return;
          underWay.delete(link);
          staff.look();
        });
        underWay.set(link, job);
      }
    },
    stop() {
      stopping.abort();
      stopping = new AbortController();
      underWay.clear();
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
  return staff;
}

/** The address of a hand-off page ends in `/acrobits/<long token>`. */
export function isHandOffLink(link: string): boolean {
  const url = URL.parse(link);
  return url !== null && /^https?:$/.test(url.protocol) && /\/acrobits\/[\w-]{16,}\/?$/.test(url.pathname);
}
