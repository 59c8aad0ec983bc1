import type { PeoplesRegister, Person, Requested } from '../ports/register.ts';
import { unfitHost } from './check-prerequisites.ts';
import { isAddressLiteral } from './fields.ts';
import type { Ports } from './ports.ts';
import { EnablementRequest, type FieldProblems, Prerequisites, readForm } from './request.ts';

type Form = Readonly<Record<string, string | null | undefined>>;
type NeedsForForm = Pick<Ports, 'network' | 'settings'> & { readonly register: PeoplesRegister };

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

/** Corrects the values of a run that has not contacted Acrobits yet, and lets it go on. */
export async function correctPrerequisites(
  ports: NeedsForForm,
  id: string,
  form: Form,
  by: Person,
): Promise<{ readonly outcome: 'corrected' | 'too late' } | { readonly outcome: 'problems'; readonly problems: FieldProblems }> {
  const reading = readForm(Prerequisites, form);
  const problems = { ...(reading.ok ? await privateLiterals(ports, reading.value) : reading.problems) };
  if (!reading.ok || Object.keys(problems).length > 0) return { outcome: 'problems', problems };
  return { outcome: (await ports.register.correct(id, reading.value, by)) ? 'corrected' : 'too late' };
}

/** An address literal can be judged without asking DNS, so its problem stands under its field at once. */
async function privateLiterals(ports: NeedsForForm, values: Prerequisites): Promise<FieldProblems> {
  const hosts = { portalUrl: new URL(values.portalUrl).hostname, coreHost: values.coreHost };
  const found: Record<string, string> = {};
  for (const [field, host] of Object.entries(hosts)) {
    if (!isAddressLiteral(host)) continue;
    const unfit = await unfitHost(ports, host, field === 'coreHost' ? 'core' : 'portal');
    if (unfit !== undefined) found[field] = unfit.problem;
  }
  return found;
}
