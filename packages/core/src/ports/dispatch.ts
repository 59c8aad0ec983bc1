import type { Json } from './engine.ts';

/** Something for the engine, written in the same transaction as the fact that causes it. */
export type Dispatch =
  | { readonly id: string; readonly kind: 'start'; readonly workflow: string; readonly key: string; readonly input: Json }
  | { readonly id: string; readonly kind: 'nudge'; readonly workflow: string; readonly key: string };

/** The outbox towards the engine, oldest first. */
export interface Dispatches {
  pending(): Promise<readonly Dispatch[]>;
  /** Delivered; it is not offered again. */
  settle(id: string): Promise<void>;
}
