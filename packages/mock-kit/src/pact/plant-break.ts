import express from 'express';
import { type Serving, serve } from '../serve.ts';

export interface PlantedAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Headers that belong to one connection and not to the message (RFC 9110, section 7.6.1), and what `fetch` sets itself. */
const ofTheConnection = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding', 'date', 'host'];

const passedOn = (headers: Iterable<[string, string]>): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => !ofTheConnection.includes(name)));

/**
 * Stands in front of a provider and changes its answers: a break planted on purpose, to see that the gate meant for it catches it.
 * Nothing of the provider has to be changed, so what is caught is what a broken provider would do, seen from outside.
 */
export async function plantBreak(url: string, change: (answer: PlantedAnswer) => PlantedAnswer): Promise<Serving> {
  const app = express().disable('x-powered-by').disable('etag');
  app.use(express.text({ type: () => true }), async (request, response) => {
    const sent: unknown = request.body;
    const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
    const answer = await fetch(url + request.originalUrl, {
      method: request.method,
      headers: passedOn(headers),
      redirect: 'manual',
      ...(typeof sent === 'string' && { body: sent }),
    });
    const changed = change({ status: answer.status, headers: passedOn(answer.headers), body: await answer.text() });
    response.writeHead(changed.status, { ...changed.headers, 'content-length': Buffer.byteLength(changed.body) });
    response.end(changed.body);
  });
  return serve(app, { name: 'a planted break', port: 0 });
}
