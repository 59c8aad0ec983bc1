import type { Workflow } from '../ports/engine.ts';
import { checkPrerequisites } from './check-prerequisites.ts';
import { contactAcrobits, keepPlan } from './contact-acrobits.ts';
import { ENABLE_CLOUD_SOFTPHONE } from './names.ts';
import type { Ports } from './ports.ts';
import { domainRun, type Enablement } from './state.ts';
import { BASE } from './steps.ts';
import { storeAnswer } from './store-answer.ts';
import { Cancelled, ToldRun } from './told-run.ts';

export type EnablementInput = { readonly enablement: string };

/**
 * The Enablement Sequence (Acrobits marketplace requirements). Base enablement ends when Acrobits' values are stored;
 * messaging synchronization is a workflow of its own for each domain, so that neither waits for the other.
 */
export function enableCloudSoftphone(ports: Ports): Workflow<EnablementInput> {
  return {
    name: ENABLE_CLOUD_SOFTPHONE,
    async run(engine, { enablement: id }) {
      const run = new ToldRun(engine, ports, id);
      const { every, everyForAcrobits } = ports.policy.reminders;
      try {
        // 1. Repeatable: it only looks. From here on the card shows what will be sent to whom.
        await run.step(BASE.gathered, async () => {
          const enablement = await wanted(ports, id);
          await keepPlan(ports, enablement);
          return { done: gathered(enablement) };
        });

        // 2. The client secret comes by a one-time page, never through Slack.
        await run.until(
          BASE.secret,
          {
            waitsFor: 'whoever holds the client secret',
            every,
            text: 'The OAuth client secret is still missing. Press “Enter client secret”.',
          },
          async () => {
            await keepPlan(ports, await wanted(ports, id));
            return fingerprint(await ports.vault.look({ owner: id, field: 'client secret' }));
          },
        );

        // 3. Repeatable: it only looks. Values that were corrected since they were gathered are told as they are now.
        await run.solve(BASE.checked, async () => {
          const enablement = await wanted(ports, id);
          await ports.register.note(id, BASE.gathered, { status: 'done', detail: gathered(enablement) });
          const checked = await checkPrerequisites(ports, enablement.prerequisites, id);
          if ('done' in checked) await keepPlan(ports, enablement, [checked.done]);
          return checked;
        });

        // 4. Once: Message-ID and link are derived from the enablement's id. Whether it may leave is asked in this very step.
        await run.solve(BASE.contacted, async () => contactAcrobits(ports, run, await wanted(ports, id)), {
          approval: BASE.approved,
        });

        // 5. Days, if need be.
        await run.until(
          BASE.answered,
          {
            waitsFor: 'Acrobits',
            every: everyForAcrobits,
            text: `Acrobits (${ports.settings.acrobitsContact}) has not answered yet. Press “Write to Acrobits” to ask them.`,
          },
          async () => ((await ports.register.answered(id)) === undefined ? undefined : 'values returned'),
        );

        // 6. Repeatable: it stores the same values again. A new answer wakes it.
        await run.solve(BASE.stored, () => storeAnswer(ports, id));

        // 7. Storing the values started one `synchronizeMessaging` for each wanted domain; nobody waits for them here.

        // 8. Repeatable: it only looks.
        await run.step(BASE.summary, async () => ({ done: summary(await wanted(ports, id)) }));
      } catch (error) {
        if (!(error instanceof Cancelled)) throw error;
        await engine.step('Cancelled: secrets destroyed', async () => {
          await ports.vault.destroy({ owner: id, field: 'client secret' });
          await ports.vault.destroy({ owner: id, field: 'API key' });
          // Passwords that came before there was a run for their domain.
          const domains = (await ports.register.get(id))?.domains ?? [];
          for (const { domain } of domains)
            await ports.vault.destroy({ owner: domainRun(id, domain), field: 'Office Manager password' });
        });
      }
    },
  };
}

async function wanted(ports: Pick<Ports, 'register'>, id: string): Promise<Enablement> {
  const enablement = await ports.register.get(id);
  if (enablement === undefined) throw new Error(`no enablement ${id}`);
  return enablement;
}

function gathered({ prerequisites }: Enablement): string {
  return `portal ${prerequisites.portalUrl}, core ${prerequisites.coreHost}, client ID ${prerequisites.clientId}`;
}

const fingerprint = (kept: { readonly fingerprint: string; readonly destroyed: boolean } | undefined): string | undefined =>
  kept === undefined || kept.destroyed ? undefined : `fingerprint ${kept.fingerprint}`;

function summary({ answer, domains }: Enablement): string {
  const count =
    domains.length === 0
      ? 'no domain wants messaging yet'
      : `${domains.length} ${domains.length === 1 ? 'domain wants' : 'domains want'} messaging`;
  return `Cloud Softphone is enabled under cloudId ${answer?.cloudId}; ${count}`;
}
