import { signedInAs, visibleDomains } from '../callers.ts';

export const countDomains = signedInAs('Reseller', ({ state }, caller) => ({
  status: 200,
  body: { total: visibleDomains(state, caller).length },
}));
