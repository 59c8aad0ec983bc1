import { parse } from 'node:querystring';
import type { Request } from 'express';
import { Unreadable } from './failures.ts';

/** What a request says under each name: one text, or something that is not, such as a name that was sent twice. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Larger than anything a phone sends. */
const MOST_BYTES = 16_384;
const MOST_NAMES = 100;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What stands in the address. Bytes that are no UTF-8 become U+FFFD there, which no value may have. */
export const queryOf = (req: Request): Parameters => {
  const { url } = req;
  const at = url.indexOf('?');
  return at < 0 ? {} : parse(url.slice(at + 1), '&', '=', { maxKeys: MOST_NAMES });
};

/**
 * Reads the body of a POST: a form, which is Acrobits' own advice, or JSON. What stands in the address counts too, and the body goes
 * before it. Written by hand, since every phone waits for it: the libraries for bodies take as long as all the rest.
 */
export function readParameters(req: Request, done: (failure: unknown, parameters: Parameters) => void): void {
  // A small packed body could become a very large one.
  if ((req.headers['content-encoding'] ?? 'identity') !== 'identity') {
    done(new Unreadable(415), {});
    return;
  }
  const parts: Buffer[] = [];
  let length = 0;
  const fail = (failure: unknown) => {
    req.off('data', take).off('end', finish).resume();
    done(failure, {});
  };
  const take = (part: Buffer) => {
    length += part.length;
    if (length > MOST_BYTES) fail(new Unreadable(413));
    else parts.push(part);
  };
  const finish = () => {
    let parameters: Parameters;
    try {
      const [first = Buffer.alloc(0)] = parts;
      const members = length === 0 ? {} : membersOf(req, parts.length === 1 ? first : Buffer.concat(parts));
      // What comes from outside names members, and none of them means anything to us by inheritance.
      parameters = Object.assign(Object.create(null), queryOf(req), members);
    } catch (failure) {
      done(failure, {});
      return;
    }
    done(undefined, parameters);
  };
  req.on('data', take).once('end', finish);
}

const FORM = 'application/x-www-form-urlencoded';

function membersOf(req: Request, bytes: Buffer): object {
  const type = req.headers['content-type'] ?? '';
  if (type === FORM) return parse(textOf(bytes), '&', '=', { maxKeys: MOST_NAMES });
  const [kind = '', ...more] = type.toLowerCase().split(';');
  const charset = more.map((part) => part.trim()).find((part) => part.startsWith('charset='));
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) throw new Unreadable(415);
  switch (kind.trim()) {
    case FORM:
      return parse(textOf(bytes), '&', '=', { maxKeys: MOST_NAMES });
    case 'application/json':
      return jsonOf(textOf(bytes));
    default:
      throw new Unreadable(415);
  }
}

function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Unreadable(400);
  }
}

function jsonOf(text: string): object {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new Unreadable(400);
  }
  if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read;
  throw new Unreadable(400);
}
