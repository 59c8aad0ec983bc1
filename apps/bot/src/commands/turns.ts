/**
 * Lets so many act at a time and the others wait, in order. What is waited for costs no processor time: fifty people who ask at once
 * must not keep Slack waiting for an acknowledgement, or a workflow for its turn.
 */
export function turns(most: number): <T>(act: () => Promise<T>) => Promise<T> {
  let free = most;
  const waiting: (() => void)[] = [];
  return async (act) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await act();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
