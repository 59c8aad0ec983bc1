import * as deeds from '../audit/approval-deeds.ts';
import type { Audited } from '../audit/entry.ts';
import { draft, type LetterKind, type SentLetter } from '../enablement/letters.ts';
import { WRITE_TO_ACROBITS } from '../enablement/names.ts';
import type { Clock } from '../ports/clock.ts';
import type { Correspondence, OrderedLetter } from '../ports/correspondence.ts';
import type { MemoryRegister } from './memory-rows.ts';

export function createMemoryCorrespondence({ clock, register }: { clock: Clock; register: MemoryRegister }): Correspondence {
  const texts = new Map<string, OrderedLetter>();
  const keyOf = (id: string, kind: LetterKind, number: number) => `${id}/${kind}/${number}`;
  const alter = (id: string, kind: LetterKind, number: number, change: Partial<SentLetter>, ...audited: readonly Audited[]) =>
    register.alter(
      id,
      (_, row) => {
        row.letters = row.letters.map((letter) =>
          letter.kind === kind && letter.number === number ? { ...letter, ...change } : letter,
        );
      },
      ...audited,
    );
  return {
    async order(id, wanted, by) {
      const { kind, number } = wanted;
      const enablement = await register.get(id);
      if (enablement === undefined) throw new Error(`no enablement ${id}`);
      if (texts.has(keyOf(id, kind, number))) return 'already ordered';
      if (JSON.stringify(draft(enablement, kind)) !== JSON.stringify(wanted)) return 'changed';
      texts.set(keyOf(id, kind, number), { ...wanted, ...(kind === 'correction' ? { told: enablement.prerequisites } : {}) });
      register.alter(
        id,
        (_, row) => {
          row.letters = [...row.letters, { kind, number, by, orderedAt: clock.now() }];
        },
        deeds.letterOrdered(id, wanted, by),
      );
      register.start(WRITE_TO_ACROBITS, keyOf(id, kind, number), { enablement: id, kind, number });
      return 'ordered';
    },
    async get(id, kind, number) {
      const sentAt = (await register.get(id))?.letters.find((one) => one.kind === kind && one.number === number)?.sentAt;
      const text = texts.get(keyOf(id, kind, number));
      return text && { ...text, sentAt };
    },
    async telling(id, kind, number) {
      const told = texts.get(keyOf(id, kind, number))?.told;
      register.alter(id, (_, row) => {
        if (told !== undefined) row.told = { values: told, at: clock.now() };
      });
    },
    async sent(id, kind, number) {
      alter(id, kind, number, { sentAt: clock.now(), trouble: undefined }, deeds.letterSent(id, { kind, number }));
    },
    async trouble(id, kind, number, why, failed) {
      alter(id, kind, number, { trouble: why }, ...(failed ? [deeds.letterHeld(id, { kind, number }, why)] : []));
    },
  };
}
