import { document } from '@enablement/contracts/netsapiens';
import { createMock, type Mock } from '@enablement/mock-kit';
import express from 'express';
import { refuse } from './answers.ts';
import { operations } from './operations.ts';
import { portal } from './portal.ts';
import { seed } from './seed.ts';
import { addSeed } from './seeding.ts';
import { showState } from './show.ts';
import type { State } from './state.ts';
import { createV1 } from './v1.ts';

/** A small NetSapiens platform of the 44.4 line, in memory. */
export async function createNetsapiens({
  now = () => new Date(),
  stateFile,
}: {
  now?: () => Date;
  stateFile?: string | undefined;
} = {}): Promise<Mock<State>> {
  const v1: express.Router = express.Router().use(
    '/ns-api/oauth2/token',
    createV1(() => ({ state: mock.state(), now })),
  );
  const mock: Mock<State> = await createMock<State>({
    name: 'mock-netsapiens',
    contract: document,
    operations,
    state: seed,
    seed: addSeed,
    show: showState,
    before: [portal, v1],
    refuse,
    redact: ['device-sip-registration-password'],
    now,
    stateFile,
  });
  return mock;
}
