import type { Clock, Duration } from '@enablement/core';

interface Known<T> {
  readonly value: T;
  readonly at: number;
}

/**
 * Asks once for several at the same time, and uses an answer for as long as it is `fresh`. When asking fails, the last answer still
 * counts until it is `most` old; after that the failure is thrown.
 */
export function remembering<T>(
  ask: (key: string) => Promise<T>,
  { clock, fresh, most }: { readonly clock: Clock; readonly fresh: Duration; readonly most: Duration },
): (key: string) => Promise<T> {
  const known = new Map<string, Known<T>>();
  const asking = new Map<string, Promise<T>>();
  const now = () => clock.now().getTime();

  const askAgain = async (key: string): Promise<T> => {
    try {
      // The answer is as old as the question: what changes meanwhile may not be in it.
      const at = now();
      const value = await ask(key);
      known.set(key, { value, at });
      return value;
    } catch (error) {
      const last = known.get(key);
      if (last !== undefined && now() - last.at <= most) return last.value;
      known.delete(key);
      throw error;
    }
  };

  return async (key) => {
    const last = known.get(key);
    if (last !== undefined && now() - last.at < fresh) return last.value;
    const asked = asking.get(key) ?? askAgain(key).finally(() => asking.delete(key));
    asking.set(key, asked);
    return asked;
  };
}
