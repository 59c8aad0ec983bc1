import { days, minutes, seconds } from '../duration.ts';
import type { Environment, XimaTarget } from '../environments/environment.ts';
import type { Retry, Workflow } from '../ports/engine.ts';
import type { Register } from '../ports/register.ts';
import type { Vault } from '../ports/vault.ts';
import type { XimaRegister } from '../ports/xima.ts';
import type { ExaminePorts } from '../readiness/examine.ts';
import type { Report } from '../readiness/report.ts';
import { tallyOf } from '../readiness/report.ts';
import { reportOnXima } from '../readiness/xima/examination.ts';
import type { KnownClient, XimaLookPorts } from '../readiness/xima/look.ts';
import { CHECK_FOR_XIMA, XIMA_SECRETS, type XimaCheck, ximaPlace } from './state.ts';

export type XimaInput = { readonly check: string; readonly round: number };

export interface XimaPorts extends ExaminePorts, XimaLookPorts {
  readonly xima: XimaRegister;
  readonly vault: Vault;
  readonly register: Pick<Register, 'list'>;
  /** Environments of the file, if there is one: their OAuth clients are other applications' too. */
  readonly declared: readonly Environment[];
}

const A_DAY = days(1);

/** Rounds do not share numbers: nobody waits for a thousand days. */
const reminderNumber = (round: number, day: number): number => round * 1000 + day;

/** Our own database may be away for long; nothing else makes these steps fail. */
const UNTIL_IT_WORKS: Retry = { times: 10_000, first: seconds(1), most: minutes(5) };

/** One round of a check for Xima: both secrets, then everything at once, then the report. */
export function checkForXima(ports: XimaPorts): Workflow<XimaInput> {
  return {
    name: CHECK_FOR_XIMA,
    async run(engine, { check: id, round }) {
      // 1. The secrets come by one-time pages. Looking may be repeated; each that comes wakes this run.
      for (let here = false, waited = 0; !here; ) {
        const seen = await engine.step('Secrets looked for', () => lookForSecrets(ports, id, round), UNTIL_IT_WORKS);
        if (seen === 'void') break;
        here = seen === 'here';
        if (here || (await engine.waitFor('nudge', A_DAY)) !== undefined) continue;
        waited += 1;
        // Once: the reminder has a number, and a number is reminded of once.
        await engine.step(`Reminded ${waited}`, () => ports.xima.remind(id, reminderNumber(round, waited)), UNTIL_IT_WORKS);
      }
      // 2. Repeatable: it logs in, looks, and writes what it found over what this round found before.
      await engine.step(
        'Examined',
        async () => {
          if (!(await ports.xima.begin(id, round))) return 'void';
          const report = await examineNow(ports, id);
          if (report === undefined) return 'void';
          await ports.xima.report(id, round, report);
          return { ...tallyOf(report.findings) };
        },
        UNTIL_IT_WORKS,
      );
      // 3. Repeatable: destroying what is gone changes nothing. Whoever closes a check starts a round that comes straight here.
      await engine.step(
        'Secrets destroyed, if it was closed',
        async () => {
          if ((await ports.xima.get(id))?.status !== 'closed') return;
          for (const field of XIMA_SECRETS) await ports.vault.destroy(ximaPlace(id, field));
        },
        UNTIL_IT_WORKS,
      );
    },
  };
}

async function lookForSecrets({ xima, vault }: XimaPorts, id: string, round: number): Promise<'here' | 'missing' | 'void'> {
  const check = await xima.get(id);
  if (check === undefined || check.status === 'closed' || check.round !== round) return 'void';
  const kept = await Promise.all(XIMA_SECRETS.map((field) => vault.look(ximaPlace(id, field))));
  return kept.every((one) => one !== undefined && !one.destroyed) ? 'here' : 'missing';
}

/** `undefined` when the check or a secret of it is gone. */
export async function examineNow(
  ports: Omit<XimaPorts, 'xima'> & { xima: Pick<XimaRegister, 'get'> },
  id: string,
): Promise<Report | undefined> {
  const check = await ports.xima.get(id);
  const target = check && (await targetOf(ports.vault, check));
  if (target === undefined) return undefined;
  return reportOnXima(target, ports, await clientsInUse(ports));
}

async function targetOf(vault: Vault, { id, values }: XimaCheck): Promise<XimaTarget | undefined> {
  const [apiClientSecret, apiPassword] = await Promise.all(XIMA_SECRETS.map((field) => vault.open(ximaPlace(id, field))));
  return apiClientSecret && apiPassword && { ...values, apiClientSecret, apiPassword };
}

/** OAuth clients that Acrobits uses, from the register and from the file. */
export async function clientsInUse({
  register,
  declared,
}: Pick<XimaPorts, 'register' | 'declared'>): Promise<readonly KnownClient[]> {
  const running = (await register.list()).filter(({ status }) => status !== 'cancelled');
  return [
    ...running.map(({ prerequisites: { portalUrl, clientId, cspCompany } }) => ({
      application: `Acrobits Cloud Softphone of ${cspCompany}`,
      portalUrl,
      clientId,
    })),
    ...clientsDeclared(declared),
  ];
}

export const clientsDeclared = (environments: readonly Environment[]): readonly KnownClient[] =>
  environments.map(({ cloudId, portalUrl, clientId }) => ({
    application: `Acrobits Cloud Softphone (${cloudId})`,
    portalUrl,
    clientId,
  }));
