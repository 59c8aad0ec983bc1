import type { Doorkeeper, Operation } from '@enablement/mock-kit';
import { z } from 'zod';
import { findCloudAt } from '../regions.ts';
import { findDomain, newDomain, type ProvisionedDomain, type State } from '../state.ts';
import type { Subscriber } from '../subscriptions/subscribe.ts';
import type { Switches } from '../switches.ts';

const provisioning = z.object({ domainName: z.string(), officeManagerName: z.string(), officeManagerPassword: z.string() });

/**
 * `POST /netsapiens/callbacks/{cloudId}/domains` (Acrobits marketplace requirements, Messaging Provisioning Endpoint).
 * 201 the first time, 200 afterwards are documented there; the rest is as the switches say. That a domain belongs either to the live
 * or to the editable version of a cloudId (`NSACME*`), whichever was provisioned last, follows Acrobits' own subscription tool.
 */
export function provisionDomain(subscriber: Pick<Subscriber, 'subscribe'>, changed: () => void): Operation<State> {
  return ({ params, headers, body, state, now }) => {
    const cloudId = params.cloudId ?? '';
    const cloud = findCloudAt(state, cloudId, headers.host ?? '');
    // The doorkeeper has let it in, with the key of this cloud.
    if (cloud === undefined) return refuseKey();
    const asked = provisioning.parse(body);
    const known = findDomain(cloud, asked.domainName);
    const domain = known ?? newDomain(asked.domainName, false);
    if (known === undefined) cloud.domains.push(domain);
    domain.editable = cloudId.endsWith('*');
    delete domain.excluded;
    takeOfficeManager(domain, asked, state.switches, now());
    changed();
    // Acrobits' answer does not wait for NetSapiens.
    if (state.switches.subscriptions === 'created') subscriber.subscribe(cloud, domain);
    return { status: known === undefined ? 201 : 200 };
  };
}

/** The key is looked at before the body, as most servers do; that Acrobits' does is inferred. */
export const refuseStranger: Doorkeeper<State> = ({ params, headers, state }) => {
  const cloud = findCloudAt(state, params.cloudId ?? '', headers.host ?? '');
  const key = headers['x-ntspns-api-key'];
  // Without any key the contract itself says no.
  if (key === undefined || (cloud !== undefined && key === cloud.apiKey)) return undefined;
  if (cloud === undefined && state.switches.unknownCloud === '404')
    return { status: 404, body: { error: 'not_found', message: 'There is no such cloudId here' } };
  return refuseKey(cloud && state.switches.wrongKey);
};

const refuseKey = (status: Switches['wrongKey'] = '401') => ({
  status: Number(status),
  body: {
    error: status === '401' ? 'unauthorized' : 'forbidden',
    message: 'The API key is not the one of this cloudId',
  },
});

/** Provisioning again is the only documented way to tell Acrobits a new password; whether it is one, a switch says. */
function takeOfficeManager(
  domain: ProvisionedDomain,
  { officeManagerName: name, officeManagerPassword: password }: z.infer<typeof provisioning>,
  { changedOfficeManager }: Pick<Switches, 'changedOfficeManager'>,
  now: Date,
): void {
  const { officeManager: current } = domain;
  if (current?.name === name && current.password === password) return;
  if (current === undefined || changedOfficeManager === 'taken over') {
    domain.officeManager = { name, password, since: now.toISOString() };
  }
}
