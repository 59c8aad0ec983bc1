import { documentAt } from '@enablement/contracts/netsapiens';
import { createMock, type Mock } from '@enablement/mock-kit';
import { refuse } from './answers.ts';
import { operations } from './operations.ts';
import { portal } from './portal.ts';
import { seed } from './seed.ts';
import { addSeed } from './seeding.ts';
import { showState } from './show.ts';
import type { State } from './state.ts';

const contract = documentAt('44.4');

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

/** A small NetSapiens platform of the 44.4 line, in memory. */
export async function createNetsapiens({
  now = () => new Date(),
  stateFile,
}: {
  now?: () => Date;
  stateFile?: string | undefined;
} = {}): Promise<Mock<State>> {
  return createMock<State>({
    name: 'mock-netsapiens',
    contract,
    operations,
    state: seed,
    seed: addSeed,
    show: showState,
    before: [portal],
    refuse,
    redact: secretMembers,
    now,
    stateFile,
  });
}
