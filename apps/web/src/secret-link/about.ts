import { type Ports, type SecretLink, stillWanted, wantsXimaSecret, type XimaRegister } from '@enablement/core';
import { enablementFacts, enablementWording, suggestedLogin } from './enablement.ts';
import { ximaFacts, ximaWording } from './xima.ts';

/** What a page says about its secret, and what it says when it has come. */
export interface Wording {
  readonly label: string;
  readonly heading: string;
  readonly destination: string;
  readonly received: string;
}

/** What a one-time page shows of the thing that its secret belongs to. */
export interface About {
  /** Whether somebody still waits for the secret. */
  readonly wanted: boolean;
  readonly words: Wording;
  /** Names and values, as they stand on the page. */
  readonly facts: readonly (readonly [string, string])[];
  /** Who handed the link on, where it was handed to a customer. */
  readonly from?: string | undefined;
  /** The login name that is filled in already, where the page asks for one. */
  readonly login?: string | undefined;
}

/** `undefined` when what the secret belonged to is not there. */
export async function about(
  ports: Pick<Ports, 'register'> & { readonly xima: XimaRegister },
  link: SecretLink,
): Promise<About | undefined> {
  const { owner } = link;
  if ('xima' in owner) {
    const check = await ports.xima.get(owner.xima);
    return check && { wanted: wantsXimaSecret(check), words: ximaWording(link.field), facts: ximaFacts(link.field, check) };
  }
  const enablement = await ports.register.get(owner.enablement);
  return (
    enablement && {
      wanted: stillWanted(enablement, link),
      words: enablementWording(link.field, enablement),
      facts: enablementFacts(link.field, owner.domain, enablement),
      ...(link.handed ? { from: enablement.prerequisites.cspCompany } : {}),
      login: suggestedLogin(owner.domain, enablement),
    }
  );
}
