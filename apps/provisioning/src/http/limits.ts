/** Larger than anything a phone sends. */
export const MOST_BYTES = 16_384;
export const MOST_PARAMETERS = 30;
