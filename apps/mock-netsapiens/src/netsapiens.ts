import { document, type Release } from '@enablement/contracts/netsapiens';
import { createMock, type Mock, type Operation } from '@enablement/mock-kit';
import { refuse } from './answers.ts';
import { settle } from './bus.ts';
import { operations } from './operations.ts';
import { portal } from './portal.ts';
import { hasOperation } from './release.ts';
import { seed } from './seed.ts';
import { addSeed } from './seeding.ts';
import { showState } from './show.ts';
import type { Spec } from './spec/spec.ts';
import type { State } from './state.ts';

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

/** Writes whose moment has come show before anybody is answered. */
const settled =
  (operation: Operation<State>): Operation<State> =>
  (call) => {
    settle(call.state, call.now());
    return operation(call);
  };

/** A small NetSapiens platform in memory, of the 44.4 line unless another is named. */
export async function createNetsapiens({
  now = () => new Date(),
  stateFile,
  release,
}: {
  now?: () => Date;
  stateFile?: string | undefined;
  release?: Release | undefined;
} = {}): Promise<Mock<State>> {
  return createMock<State>({
    name: 'mock-netsapiens',
    contract: document,
    operations: Object.fromEntries(Object.entries(operations).map(([id, operation]) => [id, settled(operation)])),
    has: hasOperation,
    state: () => seed(release),
    seed: addSeed,
    show: (state) => {
      settle(state, now());
      return showState(state);
    },
    before: [portal],
    refuse,
    redact: secretMembers,
    now,
    stateFile,
  });
}

/** Of what the document does not describe, nothing is answered. */
const handlersOf = ({ stateful }: Spec): Record<string, Operation<State>> =>
  Object.fromEntries(Object.entries(operations).filter(([id]) => stateful.includes(id)));
