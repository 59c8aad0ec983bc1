import type { Contact } from '@enablement/core';

const KINDS = ['work', 'cell', 'home'] as const;
type Row = { readonly [name: string]: unknown };

/** A row of an address book; `undefined` when there is nothing to recognise it by. Most of its members are blank as a rule. */
export function contactOf(row: object): Contact | undefined {
  const given = row as Row;
  const text = (name: string) => {
    const value = given[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const id = text('unique-id');
  if (id === '') return undefined;
  const names = ['name-first-name', 'name-middle-name', 'name-last-name'].map(text).filter((name) => name !== '');
  return {
    id,
    name: names.join(' ') || text('company'),
    numbers: KINDS.map((kind) => ({ kind, number: text(`phonenumber-${kind}`) })).filter(({ number }) => number !== ''),
  };
}
