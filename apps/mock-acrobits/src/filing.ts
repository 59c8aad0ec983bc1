import { z } from 'zod';
import { baseOf, type Cloud, findCloud, type HandedOver, newApiKey, type State } from './state.ts';

const optional = z
  .string()
  .trim()
  .max(2000)
  .optional()
  .transform((value) => value || undefined);

const needed = (what: string) =>
  z.string(`${what} is missing`).trim().min(1, `${what} is missing`).max(500, `${what} is too long`);

/** What a hand-off must hold before it can be filed: the prerequisites of the marketplace requirements, the contact if there is one. */
export const handOff = z.object({
  portalUrl: needed('The portal URL')
    .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), 'The portal URL is not a web address')
    .transform((value) => new URL(value).origin),
  coreHost: needed('The core hostname'),
  clientId: needed('The client ID'),
  clientSecret: needed('The client secret'),
  company: optional,
  contactName: optional,
  contactEmail: optional,
  contactPhone: optional,
  wantedDomains: optional,
});

/** A cloudId has letters, digits and a few signs; the trailing `*` is its editable version (Acrobits documentation, QR codes). */
export const cloudIdText = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9._-]{1,40}\*?$/, 'A cloudId has letters, digits, dots, dashes and underscores only');

/** `host[:port]`, without scheme and path. */
export const bareHost = z
  .string()
  .regex(/^[A-Za-z0-9.-]+(:\d{1,5})?$/, 'A messaging host is a bare host, without https:// and path');

export type Filing = { readonly filed: Cloud } | { readonly refused: string };

/**
 * Files a hand-off under a cloudId: the wanted one, the one this portal has already, the first that is free, or a new one.
 * Policy (marketplace requirements, Acrobits Response Values): a cloudId is dedicated to one NetSapiens environment.
 */
export function fileHandOff(state: Pick<State, 'clouds'>, handedOver: HandedOver, wanted?: string): Filing {
  const holder = state.clouds.find((cloud) => cloud.handedOver?.portalUrl === handedOver.portalUrl);
  if (wanted !== undefined && holder !== undefined && holder.cloudId !== baseOf(wanted)) {
    return { refused: `${handedOver.portalUrl} is filed under ${holder.cloudId} already` };
  }
  const cloud = holder ?? (wanted === undefined ? firstFree(state) : (findCloud(state, wanted) ?? add(state, baseOf(wanted))));
  if (cloud.handedOver !== undefined && cloud !== holder) {
    return { refused: `${cloud.cloudId} belongs to ${cloud.handedOver.portalUrl}: each environment has a cloudId of its own` };
  }
  cloud.handedOver = handedOver;
  return { filed: cloud };
}

function firstFree(state: Pick<State, 'clouds'>): Cloud {
  const free = state.clouds.find((cloud) => cloud.handedOver === undefined);
  if (free !== undefined) return free;
  let number = 2;
  while (findCloud(state, `NSACME${number}`) !== undefined) number += 1;
  return add(state, `NSACME${number}`);
}

function add(state: Pick<State, 'clouds'>, cloudId: string): Cloud {
  const cloud: Cloud = { cloudId, apiKey: newApiKey(), domains: [] };
  state.clouds.push(cloud);
  return cloud;
}
