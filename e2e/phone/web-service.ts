/** A “Web Service Definition” of Acrobits: settings that share a prefix, as they stand in the portal or in an account. */
export interface WebService {
  readonly url: string;
  readonly method: string;
  readonly body: string | undefined;
  readonly contentType: string;
}

const FORM = 'application/x-www-form-urlencoded';

/** `undefined` when there is no address, and so no such service. */
export function webService(prefix: string, value: (key: string) => string | undefined): WebService | undefined {
  const url = value(`${prefix}Url`);
  if (!url) return undefined;
  const body = value(`${prefix}PostData`) || undefined;
  const method = value(`${prefix}Method`) || (body === undefined ? 'GET' : 'POST');
  return { url, method, body: method === 'GET' ? undefined : body, contentType: value(`${prefix}ContentType`) || FORM };
}

export interface Said {
  readonly status: number;
  readonly text: string;
}

/** Fills in what stands between `%` and calls. A placeholder that nobody knows stays as it is, as text. `undefined` when nobody answers. */
export async function call(service: WebService, resolve: (name: string) => string | undefined): Promise<Said | undefined> {
  const fill = (template: string, write: (value: string) => string) =>
    template.replaceAll(/%([a-z_]+(?:\[[^\]]+\])?)%/gi, (whole, name: string) => {
      const value = resolve(name);
      return value === undefined ? whole : write(value);
    });
  const inBody = service.contentType === FORM ? encodeURIComponent : (value: string) => JSON.stringify(value).slice(1, -1);
  try {
    const response = await fetch(fill(service.url, encodeURIComponent), {
      method: service.method,
      headers: {
        'user-agent': 'CloudSoftphone/6.14.0',
        'cache-control': 'max-age=0',
        ...(service.body === undefined ? {} : { 'content-type': service.contentType }),
      },
      ...(service.body === undefined ? {} : { body: fill(service.body, inBody) }),
      signal: AbortSignal.timeout(20_000),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return undefined;
  }
}

export const went = (said: Said | undefined): said is Said => said !== undefined && said.status >= 200 && said.status < 300;
