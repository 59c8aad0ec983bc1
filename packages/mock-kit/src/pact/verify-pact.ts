import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Verifier, type VerifierOptions } from '@pact-foundation/pact';
import { z } from 'zod';

export interface Verification {
  /** A pact file, written by a client's tests. */
  readonly pact: URL;
  /** Where the provider answers. */
  readonly url: string;
  /** By the name of the state. */
  readonly stateHandlers: NonNullable<VerifierOptions['stateHandlers']>;
  /** Only the interactions that this lets through; without it all of them. */
  readonly only?: (interaction: { readonly description: string; readonly states: readonly string[] }) => boolean;
}

const pactShape = z.looseObject({
  provider: z.object({ name: z.string() }),
  interactions: z.array(
    z.looseObject({
      description: z.string(),
      providerStates: z.array(z.looseObject({ name: z.string() })).default([]),
    }),
  ),
});

const failuresShape = z.object({
  errors: z.array(z.looseObject({ interaction: z.string().optional(), mismatch: z.unknown() })),
});

export interface Failure {
  /** Its description. */
  readonly interaction: string;
  /** What Pact says about it. */
  readonly mismatch: unknown;
}

/**
 * Holds a provider to a pact. Gives the interactions that it did not keep. Throws when there was nothing to verify or nothing could be,
 * and when a state has no handler: Pact itself would go on without it.
 */
export async function verifyPact({ pact, url, stateHandlers, only = () => true }: Verification): Promise<readonly Failure[]> {
  const whole = pactShape.parse(JSON.parse(await readFile(pact, 'utf8')));
  const interactions = whole.interactions.filter(({ description, providerStates }) =>
    only({ description, states: providerStates.map(({ name }) => name) }),
  );
  if (interactions.length === 0) throw new Error(`There is nothing to verify in ${pact.pathname}.`);
  for (const { name } of interactions.flatMap(({ providerStates }) => providerStates)) {
    if (!Object.hasOwn(stateHandlers, name)) throw new Error(`Nobody knows how to get to the state "${name}".`);
  }
  const dir = await mkdtemp(join(tmpdir(), 'verify-pact-'));
  const file = join(dir, 'pact.json');
  await writeFile(file, JSON.stringify({ ...whole, interactions }));
  try {
    const options = { provider: whole.provider.name, providerBaseUrl: url, pactUrls: [file], stateHandlers };
    await new Verifier({ ...options, logLevel: 'error' }).verifyProvider();
    return [];
  } catch (error) {
    const told = error instanceof Error ? readFailures(error.message) : undefined;
    if (told === undefined) throw error;
    // Pact writes "Verifying a pact between … Given … - " before it.
    const shorten = (text: string) =>
      interactions.find(({ description }) => text.endsWith(` ${description}`))?.description ?? text;
    return told.map(({ interaction, mismatch }) => ({ interaction: shorten(interaction), mismatch }));
  } finally {
    await rm(dir, { recursive: true });
  }
}

/** Pact puts its whole report, as JSON, into the message. */
function readFailures(message: string): readonly Failure[] | undefined {
  try {
    const { errors } = failuresShape.parse(JSON.parse(message));
    return errors.map(({ interaction = '', mismatch }) => ({ interaction, mismatch }));
  } catch {
    return undefined;
  }
}
