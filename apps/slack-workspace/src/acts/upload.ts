import { describeFile } from '../files.ts';
import { newId } from '../ids.ts';
import type { Fields } from '../json.ts';
import type { Slack } from '../slack.ts';
import { actor, NotPossible } from './person.ts';

/** Most that is taken here; Slack itself takes a gigabyte. */
const largest = 10 * 1024 * 1024;

/** Somebody chooses a file of their own for a form. It goes to the app with the form, not before. */
export function upload(slack: Slack, given: { user: string; name: string; content: string }): Fields {
  const person = actor(slack, given.user);
  const bytes = Buffer.from(given.content, 'base64');
  if (bytes.length === 0) throw new NotPossible(`${given.name} is empty.`);
  if (bytes.length > largest) throw new NotPossible(`${given.name} is larger than 10 MB.`);
  const created = Math.floor(slack.clock.now() / 1000);
  const file = { id: newId('F'), name: given.name, user: person.id, created, bytes };
  slack.workspace.files.set(file.id, file);
  return { ok: true, file: describeFile(slack.workspace, slack.baseUrl, file) };
}
