import { type Clock, type HttpsAnswer, type Look, Refused } from '@enablement/core';
import { type Dispatcher, request } from 'undici';
import { isHtml } from '../../net/answer.ts';
import { readAnswer } from '../../net/body.ts';
import { explainFailure } from '../../net/failures.ts';
import { USER_AGENT } from '../../net/fetch.ts';
import { within } from '../look.ts';

/** One GET without credentials that follows nothing. The dispatcher is the guarded one. */
export async function get(dispatcher: Dispatcher, clock: Clock, url: string, look: Look): Promise<HttpsAnswer> {
  if (!URL.canParse(url)) throw new Refused('This is not a web address.', 'Give one that starts with https://.');
  const { host } = new URL(url);
  return await within(look, host, async (signal) => {
    const began = performance.now();
    const {
      statusCode: status,
      headers,
      body,
    } = await request(url, {
      dispatcher,
      signal,
      headers: { accept: 'application/json', 'user-agent': USER_AGENT },
    }).catch((error: unknown) => {
      throw explainFailure(error, host);
    });
    const took = performance.now() - began;
    const arrived = clock.now();
    const told = new Headers(
      Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
    const text = new TextDecoder().decode(
      await readAnswer(body, host).catch((error: unknown) => {
        throw explainFailure(error, host);
      }),
    );
    return {
      status,
      redirectsTo: status >= 300 && status < 400 ? originOf(told.get('location'), url) : undefined,
      isHtml: isHtml({ headers: told, body: text }),
      clockAhead: aheadOf(told.get('date'), arrived, took),
      took,
    };
  });
}

function originOf(location: string | null, base: string): string | undefined {
  return location !== null && URL.canParse(location, base) ? new URL(location, base).origin : undefined;
}

/** A Date header has whole seconds, cut off; it was made at some time between question and answer. */
function aheadOf(date: string | null, arrived: Date, took: number): number | undefined {
  const said = Date.parse(date ?? '');
  if (Number.isNaN(said)) return undefined;
  const earliest = arrived.getTime() - took - 1_000;
  if (said >= earliest && said <= arrived.getTime()) return 0;
  return said < earliest ? said - earliest : said - arrived.getTime();
}
