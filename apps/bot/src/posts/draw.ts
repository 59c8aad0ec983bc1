import type { Drifts, Register, SecretOwner, XimaRegister } from '@enablement/core';
import { ownerKey, ownerOf } from '@enablement/core';
import { detailsOf, type ReadinessReports } from '@enablement/gateways/postgres';
import { type About, driftCard, driftDetails } from '../drift/card.ts';
import { ximaCard, ximaDetails, ximaReminder } from '../xima/card.ts';
import type { Drawn } from './projector.ts';

interface Known {
  readonly xima: Pick<XimaRegister, 'get'>;
  readonly register: Pick<Register, 'get'>;
  readonly drifts: Pick<Drifts, 'get'>;
  readonly reports: ReadinessReports;
}

/** What each post shows, by its subject: `xima/<id>` or `drift/<id>`, and the details of either. */
export function drawPost(known: Known) {
  return async (subject: string): Promise<Drawn | undefined> => {
    const [about = subject] = subject.split('#');
    const isDetails = subject === detailsOf(about);
    return about.startsWith('drift/')
      ? drawDrift(known, about.slice('drift/'.length), isDetails)
      : drawXima(known, about, isDetails, !isDetails && subject !== about);
  };
}

async function drawXima({ xima }: Known, subject: string, isDetails: boolean, isReminder: boolean): Promise<Drawn | undefined> {
  const owner = ownerOf(subject);
  const check = 'xima' in owner ? await xima.get(owner.xima) : undefined;
  if (check !== undefined && isReminder) return { card: ximaReminder(check), answersFor: check.requestedBy };
  return check && { card: isDetails ? ximaDetails(check) : ximaCard(check), answersFor: check.requestedBy };
}

async function drawDrift(known: Known, id: string, isDetails: boolean): Promise<Drawn | undefined> {
  const drift = await known.drifts.get(id);
  const about = drift && (await whatIs(known, drift.owner));
  if (drift === undefined || about === undefined) return undefined;
  const answersFor = 'xima' in about ? about.xima.requestedBy : about.enablement.responsible;
  const card = isDetails ? driftDetails(await known.reports.last(ownerKey(drift.owner))) : driftCard(drift, about);
  return { card, answersFor };
}

async function whatIs({ xima, register }: Known, owner: SecretOwner): Promise<About | undefined> {
  if ('xima' in owner) {
    const check = await xima.get(owner.xima);
    return check && { xima: check };
  }
  const enablement = await register.get(owner.enablement);
  return enablement && { enablement };
}
