import { Refused } from '@enablement/core';

/** One megabyte: the longest honest answer, a page of 200 users, stays well below. */
export const LARGEST_ANSWER = 1_048_576;

/** Reads an answer to its end, counting after decompression. Throws `Refused` as soon as it grows past the limit. */
export async function readAnswer(
  body: AsyncIterable<Uint8Array> | null,
  host: string,
  limit = LARGEST_ANSWER,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop by an error cancels the stream, which closes the connection.
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > limit) {
      throw new Refused(
        `${host} sent more than ${limit} bytes, and no answer of this API is that long.`,
        `Check that ${host} is the API host.`,
      );
    }
    parts.push(part);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
