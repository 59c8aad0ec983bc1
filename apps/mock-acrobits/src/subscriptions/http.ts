/** NetSapiens did not give what was asked for. `again` when another try may help. */
export class PlatformProblem extends Error {
  override readonly name = 'PlatformProblem';
  readonly again: boolean;

  constructor(message: string, again: boolean) {
    super(message);
    this.again = again;
  }
}

export interface PlatformAnswer {
  readonly status: number;
  readonly text: string;
  /** `undefined` when it is no JSON: an HTML page, for instance. The callers say in their own words what is missing then. */
  readonly body: unknown;
}

const PATIENCE_MS = 10_000;

/** One request with JSON in and out. Throws `PlatformProblem` when nobody answers. */
export async function request(
  method: string,
  url: URL,
  { body, headers = {}, signal }: { body?: object; headers?: Record<string, string>; signal: AbortSignal },
): Promise<PlatformAnswer> {
  try {
    const response = await fetch(url, {
      method,
      // A redirected request would carry the password or the token to another host.
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        'user-agent': 'mock-acrobits/1',
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
    const text = await response.text();
    return { status: response.status, text, body: asJson(text) };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new PlatformProblem(
      `${url.host} does not answer (${cause instanceof Error ? cause.message : 'no reason given'})`,
      true,
    );
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
