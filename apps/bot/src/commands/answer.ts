import type { KnownBlock } from '@slack/types';

/** What somebody who typed a command is told, alone. */
export type Answer = string | { readonly text: string; readonly blocks: KnownBlock[] };
