import { z } from 'zod';
import { checkBlocks } from '../blocks/check.ts';
import { withActionIds } from '../blocks/inputs.ts';
import type { Block, Fields } from '../json.ts';
import { isFields } from '../json.ts';
import type { Slack } from '../slack.ts';
import { missingBlocks } from '../switches.ts';
import { withBlockIds } from '../workspace.ts';
import { embedded, fail, failBlocks, type Reply } from './method.ts';

/** What a message says, as `chat.*` and response_url take it. */
export const Content = z.object({
  text: z.string().optional(),
  blocks: embedded.optional(),
  attachments: embedded.optional(),
  metadata: embedded.optional(),
});

export interface Said {
  readonly text: string;
  /** Undefined when the caller said nothing about blocks. */
  readonly blocks: Block[] | undefined;
  readonly metadata: Fields | undefined;
}

type Read = { ok: true; said: Said } | { ok: false; reply: Reply };

/** Most characters of a message's text (docs.slack.dev, chat.postMessage). */
const longest = 40_000;

/** Reads and checks a message's text, blocks and metadata. */
export function readContent(content: z.infer<typeof Content>, { switches }: Pick<Slack, 'switches'>): Read {
  const refuse = (reply: Reply): Read => ({ ok: false, reply });
  const { text = '', blocks, metadata } = content;
  if (blocks !== undefined && !Array.isArray(blocks)) return refuse(fail('invalid_blocks_format'));
  const problems = blocks === undefined ? [] : checkBlocks(blocks, 'message', { missing: missingBlocks(switches.now) });
  if (problems.length > 0) return refuse(failBlocks('invalid_blocks', problems));
  const hasAttachments = Array.isArray(content.attachments) && content.attachments.length > 0;
  if (text === '' && (blocks ?? []).length === 0 && !hasAttachments) return refuse(fail('no_text'));
  if (text.length > longest) return refuse(fail('msg_too_long'));
  if (metadata !== undefined && !isMetadata(metadata)) return refuse(fail('invalid_metadata_format'));
  const named = blocks === undefined ? undefined : withActionIds(withBlockIds(blocks.filter(isFields)));
  return { ok: true, said: { text, blocks: named, metadata } };
}

/** `{ event_type, event_payload }`, or `{}` to take it away (docs.slack.dev, message metadata). */
function isMetadata(value: unknown): value is Fields {
  if (!isFields(value)) return false;
  return Object.keys(value).length === 0 || (typeof value.event_type === 'string' && isFields(value.event_payload));
}

/** Metadata to keep: an empty object means none. */
export function keptMetadata(metadata: Fields | undefined): Fields | undefined {
  return metadata === undefined || Object.keys(metadata).length === 0 ? undefined : metadata;
}
