import { parseTemplates as parse, readTemplates as read, type Templates } from '@enablement/gateways/environments';
import { parseDialActions } from './global/dial-actions.ts';

/** As the gateway reads them, with dial actions seen to be XML. Throws one sentence that names file, place and what was expected. */
export const readTemplates = async (file: string | undefined): Promise<Templates> => checked(await read(file), file ?? '');

export const parseTemplates = (given: unknown, file: string): Templates => checked(parse(given, file), file);

function checked(templates: Templates, file: string): Templates {
  for (const [cloudId, { dialActions }] of templates.all) {
    const wrong = dialActions === undefined ? undefined : parseDialActions(dialActions);
    if (wrong !== undefined) throw new Error(`${file}: dialActions of ${cloudId}: ${wrong}.`);
  }
  return templates;
}
