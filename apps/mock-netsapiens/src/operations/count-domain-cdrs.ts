import { countCalls } from '../calls.ts';
import { inDomains } from '../places.ts';

export const countDomainCdrs = inDomains('Office Manager', countCalls);
