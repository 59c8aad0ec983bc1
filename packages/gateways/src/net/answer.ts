/** An answer whose body has been read: JSON where it is JSON, the text otherwise. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Whatever the content type says: a page behind a login or a firewall often claims to be something else. */
export function isHtml({ headers, body }: Pick<Answer, 'headers' | 'body'>): boolean {
  if (typeof body === 'string' && /^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(body)) return true;
  return /^text\/html\b/i.test(headers.get('content-type') ?? '') && typeof body === 'string' && body !== '';
}

/** What came, for a sentence: `an HTML page with status 200`. Never quotes the body. */
export function describeAnswer(answer: Answer): string {
  return `${describeBody(answer)} with status ${answer.status}`;
}

function describeBody(answer: Answer): string {
  if (isHtml(answer)) return 'an HTML page';
  if (answer.body === '' || answer.body === undefined) return 'an empty answer';
  return typeof answer.body === 'string' ? 'text that is not JSON' : 'JSON of another shape';
}

/** JSON where it parses, the text otherwise. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
