import type { PortalAnswer } from '@enablement/core';
import { describeAnswer } from '../net/answer.ts';
import type { Calls } from './calls.ts';
import { vendorErrorShape, versionShape } from './shapes.ts';

/** Asks for the version: the connectivity probe. Version 44.0 lacks it and says so in the vendor's own error shape. */
export async function askPortal(calls: Calls): Promise<PortalAnswer> {
  const answer = await calls.send('get', '/version');
  if (answer.status === 200) {
    const version = versionShape.safeParse(answer.body);
    if (version.success) return { answer: 'speaks v2', version: version.data.apiversion.trim().slice(0, 40) };
  }
  if (answer.status === 404 && vendorErrorShape.safeParse(answer.body).success) return { answer: 'no version' };
  return { answer: 'not an API host', seen: describeAnswer(answer) };
}
