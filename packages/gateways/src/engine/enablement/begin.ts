import {
  deliver,
  enableCloudSoftphone,
  type Json,
  minutes,
  type Policy,
  Secret,
  synchronizeMessaging,
  type Workflow,
  writeToAcrobits,
} from '@enablement/core';
import { createMemoryWorld } from '@enablement/core/testing';
import { expect } from 'vitest';
import { createMemoryEngine, type MemoryEngine } from '../memory/index.ts';

/** The workflows as people meet them, in virtual time. */
export async function begin(options: { domains?: string[]; policy?: Partial<Policy>; dieAt?: string } = {}) {
  const engine = createMemoryEngine();
  const world = createMemoryWorld({ clock: engine.clock, ...(options.policy ? { policy: options.policy } : {}) });
  const dying = diesOnce(engine, options.dieAt);
  await engine.serve([
    dying.workflow(enableCloudSoftphone(world)),
    dying.workflow(synchronizeMessaging(world)),
    dying.workflow(writeToAcrobits(world)),
  ]);
  const requested = await world.register.request(
    {
      cspCompany: 'Northwind Telecom',
      contactName: 'Alex Example',
      contactEmail: 'ops@northwind.example',
      contactPhone: undefined,
      portalUrl: 'https://portal.northwind.example',
      coreHost: 'core1.northwind.example',
      clientId: 'acrobits-softphone',
      domains: options.domains ?? [],
    },
    'U0OLIVIA',
    'C0OPS',
    'form-1',
  );
  const { id } = requested;
  const pass = async (duration = 0) => {
    await engine.advance(duration);
    // What happened may have put something into the outbox, and delivering that may do so again.
    while ((await deliver(world.register, engine)) > 0) await engine.advance(0);
  };
  const look = async () => {
    const enablement = await world.register.get(id);
    if (enablement === undefined) throw new Error('gone');
    return enablement;
  };
  const steps = async (domain?: string) => {
    const enablement = await look();
    const found = domain === undefined ? enablement.steps : enablement.domains.find((known) => known.domain === domain)?.steps;
    return (found ?? []).map(({ name, status }) => `${name}: ${status}`);
  };
  const enter = async (field: 'client secret' | 'API key' | 'Office Manager password', secret: string, domain?: string) => {
    const expires = new Date(engine.clock.now().getTime() + minutes(15));
    const { token, code } = await world.links.issue({ enablement: id, field, domain, person: 'U0OLIVIA', expires });
    const login = domain === undefined ? undefined : 'integration-office-manager';
    expect(await world.links.accept(token, code, new Secret(secret), login)).toMatchObject({ outcome: 'accepted' });
    await pass();
  };
  const answer = async (values = { cloudId: 'NSACME', messagingHost: 'api-us.messaging.acrobits.example' }) => {
    await world.register.answer(id, values, new Secret('mock-cloud-api-key'));
    await pass();
  };
  await pass();
  return { engine, world, id, died: dying.died, pass, look, steps, enter, answer };
}

/** The process dies once, `before <step>` or `inside <step>`: with its deed done, and the journal not knowing it. */
function diesOnce(engine: MemoryEngine, at: string | undefined) {
  let dead = at === undefined;
  const die = (moment: string): boolean => {
    if (dead || moment !== at) return false;
    dead = true;
    engine.crash();
    return true;
  };
  return {
    died: () => dead,
    workflow: <I extends Json>({ name, run: body }: Workflow<I>): Workflow<I> => ({
      name,
      run: (run, input) =>
        body(
          {
            key: run.key,
            waitFor: (signal, within) => run.waitFor(signal, within),
            sleep: (duration) => run.sleep(duration),
            step: (step, act, retry) =>
              run.step(
                step,
                async () => {
                  // What a dead process does is not heard of again.
                  if (die(`before ${step}`)) throw new Error('dead');
                  const result = await act();
                  die(`inside ${step}`);
                  return result;
                },
                retry,
              ),
          },
          input,
        ),
    }),
  };
}
