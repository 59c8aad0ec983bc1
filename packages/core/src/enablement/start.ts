import type { PeoplesRegister, Person, Requested } from '../ports/register.ts';
import { unfitHost } from './check-prerequisites.ts';
import { isAddressLiteral } from './fields.ts';
import type { Ports } from './ports.ts';
import { EnablementRequest, type FieldProblems, type Prerequisites, readForm } from './request.ts';

export type Form = Readonly<Record<string, string | null | undefined>>;
export type NeedsForForm = Pick<Ports, 'network' | 'settings'> & { readonly register: PeoplesRegister };

/** Takes a request for enablement. `requestId` is the form's own id: submitted twice, it counts once. */
export async function requestEnablement(
  ports: NeedsForForm,
  form: Form,
  by: Person,
  room: string,
  requestId: string,
): Promise<Requested | { readonly outcome: 'problems'; readonly problems: FieldProblems }> {
  const reading = readForm(EnablementRequest, form);
  const problems = { ...(reading.ok ? await privateLiterals(ports, reading.value) : reading.problems) };
  if (!reading.ok || Object.keys(problems).length > 0) return { outcome: 'problems', problems };
  return ports.register.request(reading.value, by, room, requestId);
}

/** An address literal can be judged without asking DNS, so its problem stands under its field at once. */
export async function privateLiterals(ports: NeedsForForm, values: Prerequisites): Promise<FieldProblems> {
  const hosts = { portalUrl: new URL(values.portalUrl).hostname, coreHost: values.coreHost };
  const found: Record<string, string> = {};
  for (const [field, host] of Object.entries(hosts)) {
    if (!isAddressLiteral(host)) continue;
    const unfit = await unfitHost(ports, host, field === 'coreHost' ? 'core' : 'portal');
    if (unfit !== undefined) found[field] = unfit.problem;
  }
  return found;
}
