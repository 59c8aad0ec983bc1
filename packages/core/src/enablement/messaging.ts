import { hours, seconds } from '../duration.ts';
import { lostRight } from '../people/lost-right.ts';
import type { Workflow } from '../ports/engine.ts';
import type { OfficeManager, PlatformAccess, Proof, Unproved } from '../ports/platform.ts';
import { acrobitsPace } from './acrobits-pace.ts';
import { notApproved } from './gate.ts';
import { SYNCHRONIZE_MESSAGING } from './names.ts';
import { foundOut, planProvisioning } from './plan.ts';
import type { Ports } from './ports.ts';
import { type DomainState, domainRun, type Enablement } from './state.ts';
import { DOMAIN } from './steps.ts';
import { type Busy, Cancelled, type Done, type Problem, ToldRun, type Waiting } from './told-run.ts';
import { troubleWith } from './trouble-with-subscriptions.ts';

export type MessagingInput = { readonly enablement: string; readonly domain: string };

/** So long it is tried again every few seconds, whatever others wait for. */
const PATIENT_ANYWAY = seconds(20);
/** How long an Office Manager password may wait in the vault for something to be mended before it is destroyed unused. */
const KEEP_PASSWORD = hours(24);

/**
 * Optional Messaging Synchronization Provisioning (Acrobits marketplace requirements) of one domain. Runs until the domain is
 * synchronized: when credentials turn out to be useless they are destroyed, and new ones are waited for.
 */
export function synchronizeMessaging(ports: Ports): Workflow<MessagingInput> {
  return {
    name: SYNCHRONIZE_MESSAGING,
    async run(engine, { enablement: id, domain }) {
      const key = domainRun(id, domain);
      const run = new ToldRun(engine, ports, id, key);
      const { every } = ports.policy.reminders;
      const { domains, within } = ports.policy.approval;
      // Approvers have their time.
      const longest = domains ? Math.max(KEEP_PASSWORD, within) : KEEP_PASSWORD;
      const password = { owner: key, field: 'Office Manager password' } as const;
      // Destroying what is gone is harmless.
      const destroy = async (): Promise<Done> => {
        await ports.vault.destroy(password);
        return { done: 'nothing of it is kept' };
      };
      try {
        for (let synchronized = false; !synchronized; ) {
          await run.until(
            DOMAIN.credentials,
            {
              waitsFor: 'whoever manages the domain',
              every,
              text: `${domain} waits for its Office Manager credentials. Press “Enter credentials”.`,
            },
            async () => {
              const kept = await ports.vault.look(password);
              return kept === undefined || kept.destroyed ? undefined : `fingerprint ${kept.fingerprint}`;
            },
          );
          synchronized =
            // Repeatable: it logs in and looks.
            (await run.solve(DOMAIN.proved, () => prove(ports, id, domain), { longest: KEEP_PASSWORD })) &&
            // Repeatable: the specification calls it idempotent (201, then 200).
            (await run.solve(DOMAIN.provisioned, () => provision(ports, run, id, domain), {
              longest,
              approval: DOMAIN.approved,
            })) &&
            // Repeatable: it only looks.
            (await run.solve(DOMAIN.subscriptions, () => seeSubscriptions(ports, id, domain), { longest: KEEP_PASSWORD }));
          await run.step(DOMAIN.destroyed, destroy);
        }
        await engine.step('Domain synchronized', () => ports.register.settleDomain(id, domain, { status: 'synchronized' }));
      } catch (error) {
        if (!(error instanceof Cancelled)) throw error;
        await engine.step('Cancelled: password destroyed', () => ports.vault.destroy(password));
      }
    },
  };
}

interface Known {
  readonly access: PlatformAccess;
  readonly manager: OfficeManager;
  readonly cloudId: string;
  readonly messagingHost: string;
  readonly enablement: Enablement;
  readonly state: DomainState;
}

/** All that is known about a domain's credentials and its environment, or what is missing. */
async function gather(ports: Pick<Ports, 'register' | 'vault'>, id: string, domain: string): Promise<Known | Problem> {
  const enablement = await ports.register.get(id, domain);
  const [clientSecret, password] = await Promise.all([
    ports.vault.open({ owner: id, field: 'client secret' }),
    ports.vault.open({ owner: domainRun(id, domain), field: 'Office Manager password' }),
  ]);
  const wanted = enablement?.domains.find((d) => d.domain === domain);
  const login = wanted?.officeManagerLogin;
  if (enablement?.answer === undefined || wanted === undefined || clientSecret === undefined)
    return {
      problem: 'The environment’s values are not complete.',
      todo: 'Enter a new client secret (menu “…” on the card), then press “Try again”.',
    };
  if (password === undefined || login === undefined)
    return {
      problem: 'The Office Manager credentials are gone.',
      todo: 'Press “Enter credentials” and enter them again.',
      final: true,
    };
  return {
    access: { portalUrl: enablement.prerequisites.portalUrl, clientId: enablement.prerequisites.clientId, clientSecret },
    manager: { domain, login: login.includes('@') ? login : `${login}@${domain}`, password },
    ...enablement.answer,
    enablement,
    state: wanted,
  };
}

async function prove(ports: Pick<Ports, 'register' | 'vault' | 'platform'>, id: string, domain: string): Promise<Done | Problem> {
  const known = await gather(ports, id, domain);
  if ('problem' in known) return known;
  const { access, manager, enablement, state } = known;
  const proof = await ports.platform.prove(access, manager);
  if (!proof.proved) return { ...unproved(proof, manager), ...finality(proof.why) };
  const done = `${manager.login}, ${proof.scope}`;
  // Only told beforehand: what cannot be found out now holds nothing up.
  const seen = await ports.platform.subscriptions(access, manager, known.messagingHost).catch(() => undefined);
  await ports.register.plan(
    domainRun(id, domain),
    await planProvisioning(enablement, state, manager.login, foundOut(state, done, seen)),
  );
  return { done };
}

/** A wrong OAuth client is mended without new Office Manager credentials; everything else needs new ones. */
const finality = (why: Unproved): Pick<Problem, 'final'> => (why === 'wrong client' ? {} : { final: true });

export function unproved({ why, seen }: Extract<Proof, { proved: false }>, { login, domain }: OfficeManager): Problem {
  const enterAgain = 'Then press “Enter credentials”.';
  switch (why) {
    case 'wrong client':
      return {
        problem: 'NetSapiens refused the OAuth client.',
        todo: 'Check client ID and secret in the OAuth Clients of the platform, enter a new client secret (menu “…” on the card), then press “Try again”.',
      };
    case 'wrong password':
      return { problem: `NetSapiens refused login name or password of ${login}.`, todo: `Check both. ${enterAgain}` };
    case 'no secure password':
      return {
        problem: `${login} has only a legacy password, which the API does not accept.`,
        todo: `Set a new portal password for it. ${enterAgain}`,
      };
    case 'MFA on':
      return {
        problem: `${login} has multi-factor authentication on, so Acrobits could not log in unattended.`,
        todo: `Use a dedicated Office Manager account without MFA. ${enterAgain}`,
      };
    case 'scope too low':
      return {
        problem: `${login} has scope ${seen}; at least Office Manager is needed.`,
        todo: `Raise its scope, or use another account. ${enterAgain}`,
      };
    case 'wrong domain':
      return {
        problem: `${login} belongs to ${seen}, not to ${domain}.`,
        todo: `Use an Office Manager of ${domain}. ${enterAgain}`,
      };
  }
}

async function provision(ports: Ports, run: ToldRun, id: string, domain: string): Promise<Done | Problem | Waiting> {
  const known = await gather(ports, id, domain);
  if ('problem' in known) return known;
  const { enablement, state } = known;
  const lost = await lostRight(ports, { person: state.wantedBy, team: enablement.team }, 'add a domain');
  if (lost !== undefined) return lost;
  if (ports.policy.approval.domains) {
    const plan = await planProvisioning(enablement, state, known.manager.login, state.plan ?? { checks: [], domains: [] });
    if (plan.fingerprint !== state.plan?.fingerprint) await ports.register.plan(domainRun(id, domain), plan);
    const held = await notApproved(ports, enablement, domainRun(id, domain), plan);
    if (held !== undefined) return held;
    await run.note(DOMAIN.approved, { status: 'done', detail: `values ${plan.fingerprint.slice(0, 4)}` });
  }
  const apiKey = await ports.vault.open({ owner: id, field: 'API key' });
  if (apiKey === undefined)
    return {
      problem: 'The cloudId API key is not here.',
      todo: 'Enter a new API key (menu “…” on the card), then press “Try again”.',
    };
  const outcome = await ports.messaging.provision({
    messagingHost: known.messagingHost,
    cloudId: known.cloudId,
    apiKey,
    domain,
    officeManagerLogin: known.manager.login,
    officeManagerPassword: known.manager.password,
  });
  await ports.register.settleDomain(id, domain, { status: 'running', outcome });
  if (outcome === 'created') return { done: 'created (201)' };
  // What Acrobits does with other credentials for a domain that it has is documented nowhere.
  const unproved = state.round > 1 ? ', which does not prove that Acrobits took the new password' : '';
  return { done: `already existed (200)${unproved}` };
}

async function seeSubscriptions(
  ports: Pick<Ports, 'register' | 'vault' | 'platform' | 'clock'>,
  id: string,
  domain: string,
): Promise<Done | Problem | Busy> {
  const known = await gather(ports, id, domain);
  if ('problem' in known) return known;
  const seen = await ports.platform.subscriptions(known.access, known.manager, known.messagingHost);
  const trouble = troubleWith(seen);
  if (trouble === undefined) return { done: 'message and messagesession' };
  const taken = known.state.steps.find(({ name }) => name === DOMAIN.provisioned)?.since;
  const ago = (date: Date) => ports.clock.now().getTime() - date.getTime();
  if (seen.useless === undefined && taken !== undefined && ago(taken) >= PATIENT_ANYWAY) {
    const { waiting, lastSeen = taken } = await ports.register.subscriptionsUnderWay(id);
    const pace = acrobitsPace({ waiting, quietFor: Math.min(ago(taken), ago(lastSeen)) });
    if (pace !== undefined) return { busy: pace.said, again: pace.again };
  }
  // Waiting helps: Acrobits may still be at it, or mend what is broken, and NetSapiens takes an error back by itself.
  throw trouble;
}
