/** What a body says, or why it cannot be read. */
export type Body = { readonly read: true; readonly value: unknown } | { readonly read: false; readonly why: string };

const deepest = 100;

export const mediaTypeOf = (header: string | undefined): string | undefined => header?.split(';')[0]?.trim().toLowerCase();

export const isMultipart = (mediaType: string | undefined): boolean => mediaType?.startsWith('multipart/') === true;

/** Reads a body by its media type: forms become objects, files stay text, everything else is taken for JSON. An empty body is no body. */
export function readBody(text: string | undefined, mediaType: string | undefined): Body {
  if (text === undefined || text === '') return { read: true, value: undefined };
  if (mediaType === 'application/x-www-form-urlencoded')
    return { read: true, value: Object.fromEntries(new URLSearchParams(text)) };
  if (isMultipart(mediaType)) return { read: true, value: text };
  if (isDeep(text)) return { read: false, why: `the body is nested deeper than ${deepest} levels` };
  try {
    return { read: true, value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { read: false, why: 'the body is not JSON' };
    throw error;
  }
}

/** Counted without recursion: a body like `[[[[…` must not exhaust the stack of whoever walks it later. */
function isDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '[' || character === '{') {
      depth += 1;
      if (depth > deepest) return true;
    } else if (character === ']' || character === '}') depth -= 1;
  }
  return false;
}
