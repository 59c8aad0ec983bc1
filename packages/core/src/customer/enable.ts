import type { CustomerRun } from '../ports/customer-runs.ts';
import type { Register } from '../ports/register.ts';

/**
 * Orders what a domain wants beyond the platform, in the environment that is enabled on the same portal. Ordering twice orders once.
 * A sentence for each thing that was ordered, or could not be.
 */
export async function enableWanted(
  { register }: { readonly register: Pick<Register, 'list' | 'want'> },
  run: CustomerRun,
): Promise<readonly string[]> {
  const { file, portalUrl, by } = run;
  const said: string[] = [];
  if (file.enable?.acrobitsMessaging) {
    const enabled = await register.list({ status: 'enabled' });
    const environment = enabled.find(({ prerequisites }) => prerequisites.portalUrl === portalUrl);
    if (environment === undefined)
      said.push(
        'Messaging was not ordered: Cloud Softphone is not enabled for this platform yet. Enable it, then add the domain there.',
      );
    else {
      const { added } = await register.want(environment.id, [file.domain], by);
      said.push(
        added.length > 0
          ? 'Messaging was ordered: enter the Office Manager’s credentials on the card of the environment.'
          : 'Messaging had been ordered before.',
      );
    }
  }
  if (file.enable?.xima) said.push(`Check readiness for Xima CCaaS next, with number ${file.enable.xima.did}.`);
  return said;
}
