import { countCalls } from '../calls.ts';
import { ofUser } from '../places.ts';

export const countUserCdrs = ofUser('Basic User', countCalls);
