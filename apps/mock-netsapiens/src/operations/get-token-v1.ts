import { createTokenV1 } from './create-token-v1.ts';

/** With everything in the query: v1 makes no difference. */
export const getTokenV1: typeof createTokenV1 = createTokenV1;
