import { type Duration, seconds } from '../duration.ts';
import { Refused, Unreachable } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Timer } from '../ports/timer.ts';
import type { Check, Ruling } from './check.ts';
import { type Looks, type Observation, type Observed, Unseen } from './observation.ts';
import type { Finding, Report } from './report.ts';

/** Of a whole report. People and scripts are promised 20 seconds; the rest is for starting, judging and printing. */
export const REPORT_LIMIT: Duration = seconds(17);
/** Of one look. */
export const LOOK_LIMIT: Duration = seconds(6);

/** What is looked at for one target, and the rules for it. */
export interface Examination<Seen> {
  readonly target: string;
  readonly looks: Looks<Seen>;
  readonly checks: readonly Check<Seen>[];
  /** The looks that are taken; all unless given. What is not looked at is unknown. */
  readonly only?: readonly (keyof Seen & string)[];
}

export interface ExaminePorts {
  readonly clock: Clock;
  readonly timer: Timer;
  /** `REPORT_LIMIT` and `LOOK_LIMIT` unless given. */
  readonly limits?: { readonly report: Duration; readonly look: Duration };
  /** Hears of errors of ours, which make a check unknown and a report no shorter. */
  readonly onBug?: (error: unknown) => void;
}

/** Runs all looks at the same time, and judges them when the last one ended or time is up. Never takes longer than `REPORT_LIMIT`. */
export async function examine<Seen>(
  { target, looks, checks, only = Object.keys(looks) as (keyof Seen & string)[] }: Examination<Seen>,
  { clock, timer, limits = { report: REPORT_LIMIT, look: LOOK_LIMIT }, onBug }: ExaminePorts,
): Promise<readonly Finding[]> {
  const seen = await observe(looks, only, timer, limits, onBug);
  return checks.map((check) => {
    const { id, title, severity, owner, expected } = check;
    const ruling = check.judge(seen);
    return {
      target,
      check: id,
      title,
      severity,
      owner,
      status: ruling.status,
      expected,
      seen: printable(ruling.seen),
      fix: fixOf(ruling),
      at: clock.now(),
    };
  });
}

/** What hosts say may be quoted in it, and it is shown on terminals. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
const printable = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');

const fixOf = (ruling: Ruling): string =>
  ruling.status === 'passed' ? '' : (ruling.fix ?? 'Mend what failed, if anything did, and check again.');

/** One report of any number of targets, examined at the same time. */
export async function reportOn(
  { kind, name }: Pick<Report, 'kind' | 'name'>,
  parts: readonly ((ports: ExaminePorts) => Promise<readonly Finding[]>)[],
  ports: ExaminePorts,
): Promise<Report> {
  const startedAt = ports.clock.now();
  const findings = (await Promise.all(parts.map((part) => part(ports)))).flat();
  return { kind, name, startedAt, endedAt: ports.clock.now(), findings };
}

async function observe<Seen>(
  looks: Looks<Seen>,
  wanted: readonly (keyof Seen & string)[],
  timer: Timer,
  limits: Required<ExaminePorts>['limits'],
  onBug: ExaminePorts['onBug'],
): Promise<Observed<Seen>> {
  const started = new Map<keyof Seen, Promise<Observation<Seen[keyof Seen]>>>();
  const enough = new AbortController();

  const other = <K extends keyof Seen>(name: K): Promise<Observation<Seen[K]>> => {
    // Noted before it runs, so that whoever asks meanwhile waits for the same look.
    const running = started.get(name) ?? Promise.resolve(name).then(look);
    started.set(name, running);
    return running as Promise<Observation<Seen[K]>>;
  };
  const need = async <K extends keyof Seen>(name: K): Promise<Seen[K]> => {
    const found = await other(name);
    if (!found.known) throw new Unseen(found.why);
    return found.value;
  };
  const look = async <K extends keyof Seen>(name: K): Promise<Observation<Seen[K]>> => {
    try {
      return { known: true, value: await looks[name]({ limit: limits.look, signal: enough.signal, other, need }) };
    } catch (error) {
      if (!isTold(error)) onBug?.(error);
      return { known: false, why: whyNot(error) };
    }
  };

  const late = Promise.withResolvers<void>();
  const cancel = timer.after(limits.report, () => {
    enough.abort(new Unreachable('Time was up before it could be seen.', 'Check again.'));
    late.resolve();
  });
  const settled = new Map<string, Observation<Seen[keyof Seen]>>();
  const all = wanted.map(async (name) => settled.set(name, await other(name)));
  await Promise.race([Promise.all(all), late.promise]);
  cancel();
  const why = (name: string) =>
    wanted.some((one) => one === name) ? 'Time was up before it could be seen.' : 'It was not looked at.';
  const entries = Object.keys(looks).map((name) => [name, settled.get(name) ?? { known: false, why: why(name) }]);
  return Object.fromEntries(entries) as Observed<Seen>;
}

const isTold = (error: unknown): error is Error =>
  error instanceof Unseen || error instanceof Unreachable || error instanceof Refused;

/** Whatever a host does to a look, there is a report; what went wrong within us is said to be so. */
function whyNot(error: unknown): string {
  if (isTold(error)) return error.message;
  return `It could not be looked at, because of an error in this program (${error instanceof Error ? error.name : typeof error}).`;
}
