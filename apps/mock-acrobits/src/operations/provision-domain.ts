import type { Operation } from '@enablement/mock-kit';
import { z } from 'zod';
import { findCloud, findDomain, newDomain, type State } from '../state.ts';
import type { Subscriber } from '../subscriptions/subscribe.ts';

const provisioning = z.object({ domainName: z.string(), officeManagerName: z.string(), officeManagerPassword: z.string() });

/**
 * `POST /netsapiens/callbacks/{cloudId}/domains` (Acrobits marketplace requirements, Messaging Provisioning Endpoint).
 * 201 the first time, 200 afterwards are documented there; that a wrong key is 401 and an unknown cloudId 404 is our assumption,
 * as is that a 200 takes over a changed Office Manager and repairs missing subscriptions.
 */
export function provisionDomain(subscriber: Pick<Subscriber, 'subscribe'>, changed: () => void): Operation<State> {
  return ({ params, headers, body, state }) => {
    const cloudId = params.cloudId ?? '';
    const cloud = findCloud(state, cloudId);
    if (cloud === undefined) return { status: 404, body: { error: 'not_found', message: 'There is no such cloudId' } };
    if (headers['x-ntspns-api-key'] !== cloud.apiKey)
      return { status: 401, body: { error: 'unauthorized', message: 'The API key is not the one of this cloudId' } };
    const asked = provisioning.parse(body);
    const known = findDomain(cloud, asked.domainName);
    const domain = known ?? newDomain(asked.domainName, cloudId.endsWith('*'));
    if (known === undefined) cloud.domains.push(domain);
    domain.editable = cloudId.endsWith('*');
    domain.officeManager = { name: asked.officeManagerName, password: asked.officeManagerPassword };
    changed();
    // Acrobits' answer does not wait for NetSapiens.
    subscriber.subscribe(cloud, domain);
    return { status: known === undefined ? 201 : 200 };
  };
}
