import { extname } from 'node:path';
import type { Fields } from './json.ts';
import type { Slack } from './slack.ts';
import type { Workspace } from './workspace.ts';

/** A file that a person put into a form. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly user: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly bytes: Buffer;
}

const kinds: { readonly [extension: string]: readonly [mime: string, pretty: string] } = {
  csv: ['text/csv', 'CSV'],
  txt: ['text/plain', 'Plain Text'],
  json: ['application/json', 'JSON'],
  pdf: ['application/pdf', 'PDF'],
  png: ['image/png', 'PNG'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'Excel Spreadsheet'],
};

/** What Slack calls a file's type: its extension, in small letters. */
export const filetypeOf = (name: string): string => extname(name).slice(1).toLowerCase();

export const mimeOf = (name: string): string => kinds[filetypeOf(name)]?.[0] ?? 'application/octet-stream';

/** The file object, as state values and `files.info` carry it (docs.slack.dev, file object). */
export function describeFile({ team }: Workspace, baseUrl: string, file: StoredFile): Fields {
  const { id, name, user, created, bytes } = file;
  const address = `${baseUrl}/files-pri/${team.id}-${id}`;
  return {
    id,
    created,
    timestamp: created,
    name,
    title: name,
    mimetype: mimeOf(name),
    filetype: filetypeOf(name) || 'binary',
    pretty_type: kinds[filetypeOf(name)]?.[1] ?? 'Binary',
    user,
    user_team: team.id,
    editable: false,
    size: bytes.length,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: false,
    url_private: `${address}/${encodeURIComponent(name)}`,
    url_private_download: `${address}/download/${encodeURIComponent(name)}`,
  };
}

/** Finds file objects by their ids. */
export const filesOf =
  ({ workspace, baseUrl }: Pick<Slack, 'workspace' | 'baseUrl'>) =>
  (id: string): Fields | undefined => {
    const file = workspace.files.get(id);
    return file === undefined ? undefined : describeFile(workspace, baseUrl, file);
  };
