import { elementsOf, findOption, keepsValue } from '../blocks/inputs.ts';
import { fieldsAt, isFields, textAt } from '../json.ts';
import type { Draft, Entered, View } from '../views.ts';
import { NotPossible } from './person.ts';

/** Adds what a person has entered to what they had before. */
export function mergeDraft(view: View, more: Draft): void {
  for (const [blockId, entries] of Object.entries(more)) view.draft[blockId] = { ...view.draft[blockId], ...entries };
}

/** Values as a test gives them: by block_id and action_id, or by the visible label. */
export type Given = { readonly [blockOrLabel: string]: Entered | { readonly [actionId: string]: Entered } };

/** Turns given values into a draft; a name or an option that the view does not have is refused, so that no test fills in thin air. */
export function readGiven(view: View, given: Given): Draft {
  const inputs = elementsOf(view.blocks).filter(({ element }) => keepsValue(element));
  const draft: Draft = {};
  for (const [name, value] of Object.entries(given)) {
    const ofBlock = inputs.filter(({ block }) => block.block_id === name);
    const found =
      ofBlock.length > 0 ? ofBlock : inputs.filter(({ block }) => textAt(fieldsAt(block, 'label') ?? {}, 'text') === name);
    if (found.length === 0) throw new NotPossible(`The view has no input "${name}".`);
    for (const [actionId, entered] of Object.entries(
      isFields(value) ? value : { [String(found[0]?.element.action_id)]: value },
    )) {
      const placed = found.find(({ element }) => element.action_id === actionId);
      if (placed === undefined) throw new NotPossible(`The input "${name}" has no action_id "${actionId}".`);
      for (const option of Array.isArray(entered) ? entered : [entered ?? '']) {
        const chosen = 'options' in placed.element || 'option_groups' in placed.element;
        if (chosen && option !== '' && findOption(placed.element, option) === undefined)
          throw new NotPossible(`The input "${name}" offers no option "${option}".`);
      }
      draft[placed.block.block_id] = { ...draft[placed.block.block_id], [actionId]: entered as Entered };
    }
  }
  return draft;
}
