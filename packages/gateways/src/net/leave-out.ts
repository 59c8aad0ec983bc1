const LONGEST_QUOTE = 200;

/** Each secret as a server may repeat it: plain, percent-encoded, escaped in JSON or HTML, in base64. */
function shapes(secret: string): string[] {
  const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const percent = encodeURIComponent(secret.toWellFormed());
  return [
    secret,
    percent,
    percent.replaceAll('%20', '+'),
    JSON.stringify(secret).slice(1, -1),
    html,
    Buffer.from(secret).toString('base64'),
  ];
}

/** Words of another server made fit to be shown: one line, not too long, none of our secrets in it. */
export function leaveOut(text: string, secrets: readonly string[]): string {
  let line = text;
  const known = secrets.filter((secret) => secret !== '').flatMap(shapes);
  for (const shape of known.toSorted((a, b) => b.length - a.length)) line = line.replaceAll(shape, '[secret]');
  line = line.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}

/**
 * Whether a secret can be the value of a header. Asked before it is tried, since the platform's complaint repeats the value.
 * Only the blanks that HTTP strips by itself may stand around it.
 */
export const fitsHeader = (secret: string) => /^[\t\r\n ]*[\x21-\x7e]+[\t\r\n ]*$/.test(secret);
