import { readTemplates as read, type Templates } from '@enablement/gateways/environments';
import { parseDialActions } from './global/dial-actions.ts';

/** As the gateway reads them, with dial actions seen to be XML. Throws one sentence that names file, place and what was expected. */
export async function readTemplates(file: string | undefined): Promise<Templates> {
  const templates = await read(file);
  for (const [cloudId, { dialActions }] of templates.all) {
    const wrong = dialActions === undefined ? undefined : parseDialActions(dialActions);
    if (wrong !== undefined) throw new Error(`${file}: dialActions of ${cloudId}: ${wrong}.`);
  }
  return templates;
}
