const LONGEST_QUOTE = 200;

/** The signs that HTML has names for and that programs escape in it (HTML standard, Named character references). */
const NAMES: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

/** A sign as a server may write it down, as the source of an expression: as it is, escaped in JSON, in an address, or in HTML. */
function writingsOf(sign: string): string {
  if (/^[A-Za-z0-9]$/.test(sign)) return sign;
  const hex = (sign.codePointAt(0) ?? 0).toString(16);
  const percent = [...Buffer.from(sign)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const units = Array.from({ length: sign.length }, (_, at) => `\\\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
    '',
  );
  const html = [`&#0*${sign.codePointAt(0)};`, `&#x0*${hex};`, ...(NAMES[sign] === undefined ? [] : [`&${NAMES[sign]};`])];
  const plain = `\\\\?${sign.replace(/[\^$\\.*+?()[\]{}|/]/, '\\$&')}`;
  return `(?:${[...html, percent, units, ...(sign === ' ' ? ['\\+'] : []), plain].join('|')})`;
}

const patternOf = (text: string) => [...text].map(writingsOf).join('');

/** Finds a secret in whatever coding a server repeats it; base64 comes in two alphabets, padded or not. */
function expressionFor(secret: string): string {
  const bytes = Buffer.from(secret);
  const base64 = [bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url')].map(patternOf);
  return [patternOf(secret), ...base64.map((text) => `${text}(?:=|%3d){0,2}`)].join('|');
}

/** Words of another server made fit to be shown: one line, not too long, none of our secrets in it. */
export function leaveOut(text: string, secrets: readonly string[]): string {
  // The longest first: one may be a part of another.
  const known = secrets.filter((secret) => secret !== '').toSorted((a, b) => b.length - a.length);
  const found = new RegExp(known.map(expressionFor).join('|') || '(?!)', 'giu');
  const line = text
    .replace(found, '[secret]')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}

/**
 * Whether a secret can be the value of a header. Asked before it is tried, since the platform's complaint repeats the value.
 * Only the blanks that HTTP strips by itself may stand around it.
 */
export const fitsHeader = (secret: string) => /^[\t\r\n ]*[\x21-\x7e]+[\t\r\n ]*$/.test(secret);
