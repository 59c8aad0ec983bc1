import { useState } from 'preact/hooks';
import type { Draft } from '../../views.ts';
import { enteredOf } from './fields.ts';
import { act } from './server.ts';
import type { Acted, Entered, Fields, Open, Snapshot, Surroundings } from './shapes.ts';

interface Form {
  readonly around: Surroundings;
  /** Everything that stands in the view now. */
  values(): Draft;
}

/** The inputs of a modal or Home tab: what the server knows, and over it what the person has typed since. */
export function useForm(view: Open, user: string, snapshot: Snapshot): Form {
  const [typed, setTyped] = useState<Draft>({});

  const entered = (blockId: string, actionId: string): Entered => {
    const mine = typed[blockId]?.[actionId];
    return mine === undefined ? enteredOf(view.values[blockId]?.[actionId]) : mine;
  };
  const values = (): Draft => {
    const blocks = Object.entries(view.values).map(([blockId, entries]) => {
      const pairs = Object.keys(entries).map((actionId) => [actionId, entered(blockId, actionId)] as const);
      return [blockId, Object.fromEntries(pairs)] as const;
    });
    return Object.fromEntries(blocks);
  };
  return {
    values,
    around: {
      snapshot,
      errors: view.errors,
      entered: (blockId: string, element: Fields) => entered(blockId, String(element.action_id)),
      enter: (blockId: string, element: Fields, value: Entered) =>
        setTyped((before) => ({ ...before, [blockId]: { ...before[blockId], [String(element.action_id)]: value } })),
      act: (acted: Acted) => void act('click', { user, view: true, ...acted, values: values() }),
    },
  };
}
