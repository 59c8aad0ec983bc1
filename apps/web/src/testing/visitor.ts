/** A person with a browser, as far as these pages need one: cookies, forms found in the page, no script. */
export interface Visitor {
  open(path: string, init?: RequestInit): Promise<Seen>;
  /** Sends the form of the page last opened at `path` to `action`, with its hidden fields. */
  send(page: Seen, action: string, fields: Readonly<Record<string, string>>): Promise<Seen>;
}

interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** `<main data-outcome>` */
  readonly outcome: string | undefined;
  readonly csrf: string | undefined;
}

export function createVisitor(base: string): Visitor {
  const jar = new Map<string, string>();

  async function open(path: string, init: RequestInit = {}): Promise<Seen> {
    const headers = new Headers(init.headers);
    if (!headers.has('cookie')) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(`${base}${path}`, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      outcome: /<main data-outcome="([^"]*)"/.exec(text)?.[1],
      csrf: /name="csrf" value="([^"]*)"/.exec(text)?.[1],
    };
  }

  return {
    open,
    send: (page, action, fields) =>
      open(action, { method: 'POST', body: new URLSearchParams({ ...(page.csrf ? { csrf: page.csrf } : {}), ...fields }) }),
  };
}
