import { document, type Release } from '@enablement/contracts/netsapiens';
import { createMock, describeSwitches, type Mock, type Operation, turnSwitches } from '@enablement/mock-kit';
import { refuse } from './answers.ts';
import { BAD_DAYS } from './bad-days.ts';
import { settle } from './bus.ts';
import { type Clock, machineClock } from './events/clock.ts';
import { createPoster, type Poster } from './events/poster.ts';
import { createReach } from './events/reach.ts';
import { createGuard } from './guard.ts';
import { operations } from './operations.ts';
import { createOwnDocument } from './own-document.ts';
import { createPortal } from './portal.ts';
import { hasOperation } from './release.ts';
import { seed } from './seed.ts';
import { addSeed } from './seeding.ts';
import { showState } from './show.ts';
import type { Spec } from './spec/spec.ts';
import type { State } from './state.ts';
import { SWITCHES } from './switches.ts';

/** Members of the contract that hold secrets, besides those that are secret everywhere. */
const secretMembers = [
  'connection-sip-registration-password',
  'device-provisioning-password',
  'device-sip-registration-password',
  'email-send-smtp-password',
  'refresh',
  'smtp_pwd',
  'voicemail-login-pin',
];

export interface Netsapiens extends Mock<State> {
  readonly poster: Poster;
}

/**
 * A small NetSapiens platform in memory, of the 44.4 line unless another is named. With the document of a core, the operations are
 * those that it describes, and what we do not know of them answers its examples.
 */
export async function createNetsapiens({
  clock = machineClock,
  postTo = [],
  stateFile,
  release,
  spec,
}: {
  clock?: Clock;
  /** Hosts besides this machine that events may be posted to. */
  postTo?: readonly string[];
  stateFile?: string | undefined;
  release?: Release | undefined;
  spec?: Spec | undefined;
} = {}): Promise<Netsapiens> {
  const state = (): State => mock.state();
  const poster = createPoster({ state, clock, reach: createReach(postTo) });
  const guard = createGuard();

  /** Writes whose moment has come show before anybody is answered; what has happened is on its way before the answer is. */
  const work =
    (operation: Operation<State>): Operation<State> =>
    async (call) => {
      const refused = guard(call);
      if (refused !== undefined) return refused;
      settle(call.state, call.now());
      const reply = await operation(call);
      if (call.method !== 'get') poster.wake();
      return reply;
    };

  const mock = await createMock<State>({
    name: 'mock-netsapiens',
    contract: spec?.contract ?? document,
    foreign: spec && [spec.foreign],
    operations: Object.fromEntries(handlersOf(spec).map(([id, operation]) => [id, work(operation)])),
    has: spec === undefined ? hasOperation : () => true,
    state: () => seed(release),
    seed: (platform, body) => {
      addSeed(platform, body, clock.now());
      poster.wake();
    },
    show: (platform) => {
      settle(platform, clock.now());
      return showState(platform, clock.now());
    },
    switches: {
      show: ({ switches }) => describeSwitches(SWITCHES, switches),
      turn: ({ switches }, wanted) => turnSwitches(SWITCHES, switches, wanted),
    },
    presets: BAD_DAYS,
    before: [createPortal(state), createOwnDocument(state, spec)],
    refuse,
    redact: secretMembers,
    now: () => clock.now(),
    stateFile,
  });
  // What was on its way when the last process ended.
  poster.wake();
  return { ...mock, poster };
}

const handlersOf = (spec: Spec | undefined): [string, Operation<State>][] =>
  Object.entries(operations).filter(([id]) => spec === undefined || spec.stateful.includes(id));
