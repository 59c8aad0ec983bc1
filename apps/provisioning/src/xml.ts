import { XMLBuilder } from 'fast-xml-parser';

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: false });

/** What XML 1.0 cannot hold at all, however it is written, and line ends, which would not come back as they were. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNWRITABLE = /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g;
const LONE = /\p{Surrogate}/gu;

/** What most text is. */
const PLAIN = /^[ -~]*$/;

/** Text as it can stand in XML: the rest is escaped by the library. */
export const writable = (text: string): string => {
  if (PLAIN.test(text)) return text;
  const whole = text.isWellFormed() ? text : text.replace(LONE, '\ufffd');
  return whole.replace(UNWRITABLE, ' ');
};

/** `@name` is an attribute, `#text` the text beside attributes. Values have gone through `writable`. */
export type Element = { readonly [name: string]: string | Element | readonly Element[] };

export const document = (root: Element): string => `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(root)}`;

export const errorDocument = (message: string): string => document({ error: { message: writable(message) } });

const SPECIAL = /[&<>"']/;
/** Text as it stands between tags, as the library writes it. */
export const escapeText = (text: string): string =>
  SPECIAL.test(text) ? builder.build({ x: text }).slice('<x>'.length, -'</x>'.length) : text;
