/** Somebody who can be called. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  /** As NetSapiens has them, each with its kind: `work`, `cell`, `home`. */
  readonly numbers: readonly { readonly kind: string; readonly number: string }[];
}

/** A tile of Quick Dial, in Acrobits' words. */
export type QuickDial =
  | { readonly id: string; readonly action: 'remove' }
  | { readonly id: string; readonly displayName: string; readonly uri: string; readonly priority?: number | undefined };

/** Externally provisioned tiles have priority 20, the user's own 40: this clears the former and keeps the latter. */
export const REPLACES_EARLIER = 21;

/**
 * The tiles of a user: what is configured (park slots, the front desk), then contacts by name. The first of an id stays, so that
 * configuration goes before contacts.
 */
export function quickDialsOf(configured: readonly QuickDial[], contacts: readonly Contact[]): readonly QuickDial[] {
  const tiles = new Map<string, QuickDial>();
  for (const tile of [...configured, ...contacts.toSorted(byName).flatMap(tilesOf)]) {
    if (!tiles.has(tile.id)) tiles.set(tile.id, tile);
  }
  return [...tiles.values()];
}

/** A tile for each number; the kind stands behind the name when there are several. */
const tilesOf = ({ id, name, numbers }: Contact): QuickDial[] => {
  const dialled = numbers.flatMap(({ kind, number }) => {
    const uri = dialable(number);
    return uri === '' ? [] : [{ kind, uri }];
  });
  return dialled.map(({ kind, uri }) => ({
    id: `contact-${id}-${kind}`,
    displayName: dialled.length > 1 ? `${name || uri} (${kind})` : name || uri,
    uri,
  }));
};

const byName = (one: Contact, other: Contact) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0);

/** What can be dialled of a number that people have written with blanks, brackets and hyphens. */
const dialable = (number: string) => {
  const bare = number.replace(/[\s().\-/]/g, '');
  return /^[+*#\w]{1,64}$/.test(bare) ? bare : '';
};
