import type { Secret } from '../secret.ts';

/** What the messaging server said to a request that asks for nothing. `cannot be told`: it looks at something else before the key. */
export type MessagingKeyAnswer = 'accepted' | 'refused' | 'unknown cloudId' | 'cannot be told' | 'not the messaging API';

/** The Acrobits messaging server, looked at without provisioning anything. Throws `Unreachable` when nobody answers. */
export interface MessagingInspection {
  /** @param host `host[:port]` */
  key(host: string, cloudId: string, apiKey: Secret): Promise<MessagingKeyAnswer>;
}
