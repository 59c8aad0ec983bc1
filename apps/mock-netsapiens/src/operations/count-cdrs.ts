import { countCalls } from '../calls.ts';
import { onPlatform } from '../places.ts';

export const countCdrs = onPlatform('Reseller', countCalls);
