import type { Broken, ChainVerdict, Head } from '@enablement/core';

/** What was found, where, and what to do, as sentences. */
export function report({ entries, head, broken }: ChainVerdict, anchors: readonly Head[]): readonly string[] {
  const known = anchors.length === 1 ? '1 anchor' : `${anchors.length} anchors`;
  if (broken === undefined)
    return [
      `The audit is whole: ${entries} ${entries === 1 ? 'entry' : 'entries'}, none changed, none missing (${known} compared).`,
      ...(anchors.length === 0
        ? [
            'Without an anchor, nobody can tell whether all of it was made anew. Run “anchor” now and then, and keep what it prints elsewhere.',
          ]
        : []),
    ];
  return [
    `The audit was tampered with: ${describe(broken)}`,
    head.seq === 0 ? 'Nothing before that can be relied on.' : `Up to entry ${head.seq} it holds.`,
    'Keep this database as it is, and look who could write to it past the programs (superusers, owners of the tables, restored backups). Compare it with a backup and with exports that were downloaded earlier: each holds the hashes of its entries.',
  ];
}

function describe({ seq, why, last = seq }: Broken): string {
  const range = last > seq ? `entries ${seq} to ${last}` : `entry ${seq}`;
  switch (why) {
    case 'changed':
      return `entry ${seq} is not what was recorded; its text or its hash was changed.`;
    case 'missing':
      return `${range} ${last > seq ? 'are' : 'is'} missing.`;
    case 'moved':
      return `at place ${seq} stands an entry that was recorded at another place.`;
    case 'replaced':
      return `entry ${seq} was replaced by one with a hash of its own; what comes after does not follow it.`;
    case 'cut off':
      return `the end was cut off: ${range} existed, and ${last > seq ? 'are' : 'is'} gone.`;
    case 'unknown end':
      return `${range} ${last > seq ? 'were' : 'was'} added past the programs.`;
    case 'rewritten':
      return `all hashes fit one another, but entry ${seq} is not the one that an anchor tells of: what stands up to it was made anew.`;
  }
}
