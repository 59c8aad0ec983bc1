import { ownerOf, type XimaRegister } from '@enablement/core';
import { detailsOf } from '@enablement/gateways/postgres';
import { ximaCard, ximaDetails } from '../xima/card.ts';
import type { Drawn } from './projector.ts';

/** What each post shows, by its subject. */
export function drawPost({ xima }: { readonly xima: XimaRegister }) {
  return async (subject: string): Promise<Drawn | undefined> => {
    const [about = subject] = subject.split('#');
    const owner = ownerOf(about);
    if (!('xima' in owner)) return undefined;
    const check = await xima.get(owner.xima);
    const card = check && (subject === detailsOf(about) ? ximaDetails(check) : ximaCard(check));
    return check && card && { card, answersFor: check.requestedBy };
  };
}
