import {
  Answer,
  type FieldProblems,
  hostOnly,
  type Ports,
  type Reading,
  Refused,
  readForm,
  Secret,
  secretText,
  Unreachable,
  unfitHost,
} from '@enablement/core';
import type { z } from 'zod';

/** Acrobits Response Values (Acrobits marketplace requirements): cloudId, its API key, messaging server host. */
const Returned = Answer.extend({ apiKey: secretText.transform((text) => new Secret(text)) });
export type Returned = z.infer<typeof Returned>;

type Needs = Pick<Ports, 'register' | 'network' | 'settings'>;

/** Reads what Acrobits typed. Each problem stands under the name of its field. */
export async function readAnswer(
  ports: Needs,
  enablement: string,
  form: Readonly<Record<string, string>>,
): Promise<Reading<Returned>> {
  const reading = readForm(Returned, form);
  if (!reading.ok) return reading;
  const problems: Record<string, string> = {};
  const { cloudId, messagingHost } = reading.value;
  if ((await ports.register.holderOfCloudId(cloudId, enablement)) !== undefined)
    problems.cloudId = `${cloudId} already belongs to another NetSapiens environment; each environment has its own.`;
  const unfit = await whyUnfit(ports, messagingHost);
  if (unfit !== undefined) problems.messagingHost = unfit;
  return Object.keys(problems).length > 0 ? { ok: false, problems: problems satisfies FieldProblems } : reading;
}

/** Why the messaging host cannot be called, or `undefined`. Name servers that do not answer now are no reason: it is looked up again later. */
async function whyUnfit(ports: Needs, messagingHost: string): Promise<string | undefined> {
  try {
    const unfit = await unfitHost(ports, hostOnly(messagingHost), 'messaging');
    return unfit && `${unfit.problem} ${unfit.todo}`;
  } catch (error) {
    if (error instanceof Refused) return `${error.message} ${error.todo}`;
    if (!(error instanceof Unreachable)) throw error;
    return undefined;
  }
}
