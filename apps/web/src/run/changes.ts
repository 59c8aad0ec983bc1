/** Tells whoever follows a run's page that something somewhere has changed. */
export interface Changes {
  /** Gives the way to stop. */
  follow(heard: () => void): () => void;
}

export function createChanges(): Changes & { happened(): void } {
  const followers = new Set<() => void>();
  return {
    follow(heard) {
      followers.add(heard);
      return () => followers.delete(heard);
    },
    happened() {
      for (const heard of followers) heard();
    },
  };
}
