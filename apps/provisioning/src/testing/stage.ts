import { createHash } from 'node:crypto';
import {
  createQuickDialBooks,
  createSignIn,
  createTurns,
  type Duration,
  hours,
  minutes,
  type Softphone,
  seconds,
} from '@enablement/core';
import {
  ADA,
  createMemoryBooks,
  createMemoryLogins,
  createMemoryPasswords,
  createMemoryPlatform,
  createMemoryTries,
  NSACME,
} from '@enablement/core/testing';
import { serve } from '@enablement/gateways/net';
import type { Deliveries } from '@enablement/gateways/postgres';
import { XMLParser } from 'fast-xml-parser';
import { createEnvironments } from '../environments.ts';
import { globalXml } from '../global/global-xml.ts';
import { createProvisioning } from '../provisioning.ts';
import { parseTemplates } from '../templates.ts';

export const PASSWORD = 'canary "pass" & word';
export const LOGIN = { cloud_id: 'NSACME', cloud_username: '100@acme.example', cloud_password: PASSWORD };
export const PHONES_URL = 'https://phones.northwind.example';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
});
/** As an app reads it: names and texts. */
export const readXml = (text: string): Record<string, unknown> => parser.parse(text);
export const messageOf = (text: string): unknown => Reflect.get(Object(readXml(text).error), 'message');

function createMemoryDeliveries(): Deliveries {
  const last = new Map<string, string>();
  const keyOf = ({ cloudId, device }: { cloudId: string; device: string }) => `${cloudId} ${device}`;
  return {
    has: async (phone, payload) => last.get(keyOf(phone)) === payload,
    note: async (phone, payload) => void last.set(keyOf(phone), payload),
    forget: async (phone) => void last.delete(keyOf(phone)),
  };
}

export interface StageOptions {
  readonly templates?: object;
  readonly environments?: readonly (typeof NSACME)[];
  readonly trustProxy?: number;
  readonly patience?: Duration;
}

/** The program over HTTP, with NetSapiens and the register in memory. */
export async function openStage({ templates = {}, environments = [NSACME], trustProxy, patience }: StageOptions = {}) {
  let time = Date.parse('2026-10-20T10:00:00Z');
  const clock = { now: () => new Date(time) };
  const person = (softphone: Softphone) => ({ password: PASSWORD, softphone });
  const platform = createMemoryPlatform({
    '100@acme.example': person(ADA),
    '101@acme.example': person({ ...ADA, user: '101', device: '101m', displayName: 'Ben Example' }),
    'ada@acme.example': person(ADA),
  });
  const told: string[] = [];
  const tell = (line: string) => void told.push(line);
  const logins = createMemoryLogins();
  const signIn = createSignIn(
    {
      platform,
      logins,
      tries: createMemoryTries(clock.now),
      passwords: createMemoryPasswords(),
      clock,
      tell,
      sleep: () => new Promise(() => undefined),
    },
    { believed: seconds(30), lastGood: hours(72), reread: minutes(10), atOnce: 10, patience: seconds(3), remembered: 1_000 },
  );
  const books = createQuickDialBooks(
    {
      platform,
      books: createMemoryBooks(),
      clock,
      turns: createTurns(10),
      tell,
      write: globalXml,
      tag: (text) => createHash('sha256').update(text).digest('base64url'),
    },
    { every: hours(1), remembered: 1_000 },
  );
  const deliveries = createMemoryDeliveries();
  const app = createProvisioning(
    {
      environments: createEnvironments(environments, async () => []),
      templates: parseTemplates(templates, 'templates.yaml'),
      signIn,
      books,
      deliveries,
      phonesUrl: PHONES_URL,
      tell,
    },
    { ...(trustProxy === undefined ? {} : { trustProxy }), ...(patience === undefined ? {} : { patience }) },
  );
  const served = await serve(app, { port: 0, host: '127.0.0.1' });
  const get = (path: string, query: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${served.url}${path}?${new URLSearchParams(query)}`, { headers });
  return {
    url: served.url,
    platform,
    logins,
    deliveries,
    told,
    pass: (duration: Duration) => {
      time += duration;
    },
    get,
    post: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      fetch(`${served.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers }),
    sessionTalk: async (query: Record<string, string>, cloudId = '') => {
      const answer = await get(`/sessiontalk/provisioning${cloudId}`, {
        username: '100@acme.example',
        password: PASSWORD,
        reprovision: 'false',
        deviceId: '3kQs875391li29',
        ...query,
      });
      const body: unknown = await answer.json();
      return { status: answer.status, body };
    },
    [Symbol.asyncDispose]: () => served.close(),
  };
}
export type Stage = Awaited<ReturnType<typeof openStage>>;
