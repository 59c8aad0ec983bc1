import type { Clock } from './clock.ts';

interface Rule {
  readonly calls: number;
  readonly within: number;
  /** Counted apart for each channel. */
  readonly perChannel?: boolean;
}

const minute = 60_000;
/** Slack's published floors (docs.slack.dev, rate limits): it promises at least these, and bursts beyond them are its grace, which is not played here. */
const tier2 = { calls: 20, within: minute };
const tier3 = { calls: 50, within: minute };
const tier4 = { calls: 100, within: minute };
const rules: { readonly [method: string]: Rule } = {
  'chat.postMessage': { calls: 1, within: 1000, perChannel: true },
  'chat.update': tier3,
  'chat.delete': tier3,
  'chat.postEphemeral': tier4,
  'conversations.history': tier3,
  'conversations.replies': tier3,
  'conversations.info': tier3,
  'conversations.members': tier4,
  'conversations.open': tier3,
  'users.info': tier4,
  'users.lookupByEmail': tier3,
  'usergroups.users.list': tier2,
  'views.open': tier4,
  'views.push': tier4,
  'views.update': tier4,
  'views.publish': tier4,
  'files.info': tier4,
};

/** Counts calls by method and workspace. */
export interface Limits {
  /** Seconds until the call may be made again, or undefined when it may be made now, and is counted. */
  take(method: string, team: string, channel: string): number | undefined;
  reset(): void;
}

export function createLimits(clock: Clock): Limits {
  const made = new Map<string, number[]>();
  return {
    take(method, team, channel) {
      const rule = Object.hasOwn(rules, method) ? rules[method] : undefined;
      if (rule === undefined) return undefined;
      const key = [method, team, rule.perChannel === true ? channel : ''].join('/');
      const recent = (made.get(key) ?? []).filter((at) => clock.now() - at < rule.within);
      const [oldest] = recent;
      if (oldest !== undefined && recent.length >= rule.calls) return Math.ceil((oldest + rule.within - clock.now()) / 1000);
      made.set(key, [...recent, clock.now()]);
      return undefined;
    },
    reset: () => made.clear(),
  };
}
