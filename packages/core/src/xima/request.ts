import { z } from 'zod';
import { unfitHost } from '../enablement/check-prerequisites.ts';
import { clientId, coreHost, domainName, isAddressLiteral, officeManagerLogin, portalUrl } from '../enablement/fields.ts';
import type { Ports } from '../enablement/ports.ts';
import { type FieldProblems, type Reading, readForm } from '../enablement/request.ts';
import type { XimaTarget } from '../environments/environment.ts';
import type { Person } from '../ports/register.ts';
import type { PeoplesXima, XimaRequested } from '../ports/xima.ts';

/** What people type. Both secrets come by one-time pages. */
export type XimaValues = Omit<XimaTarget, 'apiClientSecret' | 'apiPassword'>;

const PORT = 'Expected a port from 1 to 65535; it usually is 5060.';
const port = z
  .string()
  .trim()
  .regex(/^\d{1,5}$/, PORT)
  .transform(Number)
  .refine((number) => number >= 1 && number <= 65535, PORT);

const did = z
  .string({ error: 'Enter the number for test calls.' })
  .transform((text) => text.replace(/[\s().+-]/g, ''))
  .pipe(z.string().regex(/^\d{3,20}$/, 'Expected digits, country code first, for example 15551230100.'));

/** In the words and the order of Xima's own list. */
const XimaForm = z
  .object({
    domain: z.string({ error: 'Enter the NetSapiens domain, for example acme.example.' }).pipe(domainName),
    sip_proxy_server_host: z.string({ error: 'Enter the SIP proxy, for example portal.northwind.example.' }).pipe(coreHost),
    sip_proxy_server_port: port.default(5060),
    api_url: portalUrl,
    api_client_id: clientId,
    api_username: z
      .string({ error: 'Enter the login name of the API user, for example xima@acme.example.' })
      .pipe(officeManagerLogin),
    did,
  })
  .transform(
    (form): XimaValues => ({
      domain: form.domain,
      sipProxyServerHost: form.sip_proxy_server_host,
      sipProxyServerPort: form.sip_proxy_server_port,
      apiUrl: form.api_url,
      apiClientId: form.api_client_id,
      apiUsername: form.api_username,
      did: form.did,
    }),
  );

/** The values as a form holds them, by Xima's names. */
export const asXimaForm = (values: XimaValues): Readonly<Record<string, string>> => ({
  domain: values.domain,
  sip_proxy_server_host: values.sipProxyServerHost,
  sip_proxy_server_port: String(values.sipProxyServerPort),
  api_url: values.apiUrl,
  api_client_id: values.apiClientId,
  api_username: values.apiUsername,
  did: values.did,
});

type Form = Readonly<Record<string, string | null | undefined>>;
type Needs = Pick<Ports, 'network' | 'settings'> & { readonly xima: PeoplesXima };

/** Takes a request for a check. `requestId` is the form's own id: submitted twice, it counts once. */
export async function requestXimaCheck(
  ports: Needs,
  form: Form,
  by: Person,
  room: string,
  requestId: string,
): Promise<XimaRequested | { readonly outcome: 'problems'; readonly problems: FieldProblems }> {
  const reading = await readXimaForm(ports, form);
  if (!reading.ok) return { outcome: 'problems', problems: reading.problems };
  return ports.xima.request(reading.value, by, room, requestId);
}

/** Corrects the values of a check, which is then made again. */
export async function correctXimaCheck(
  ports: Needs,
  id: string,
  form: Form,
  by: Person,
): Promise<{ readonly outcome: 'corrected' | 'closed' } | { readonly outcome: 'problems'; readonly problems: FieldProblems }> {
  const reading = await readXimaForm(ports, form);
  if (!reading.ok) return { outcome: 'problems', problems: reading.problems };
  return { outcome: (await ports.xima.correct(id, reading.value, by)) ? 'corrected' : 'closed' };
}

/** An address literal can be judged without asking DNS, so its problem stands under its field at once. */
async function readXimaForm(ports: Needs, form: Form): Promise<Reading<XimaValues>> {
  const reading = readForm(XimaForm, form);
  if (!reading.ok) return reading;
  const hosts = { api_url: new URL(reading.value.apiUrl).hostname, sip_proxy_server_host: reading.value.sipProxyServerHost };
  const problems: Record<string, string> = {};
  for (const [field, host] of Object.entries(hosts)) {
    const unfit = isAddressLiteral(host) ? await unfitHost(ports, host, field === 'api_url' ? 'portal' : 'core') : undefined;
    if (unfit !== undefined) problems[field] = unfit.problem;
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : reading;
}
