import path from 'node:path';
import {
  FIREWALL_FORMATS,
  type FirewallFormat,
  listForFirewall,
  renderFirewall,
  type SipPorts,
  USUAL_SIP_PORTS,
} from '@enablement/core';
import { readEnvironments } from '@enablement/gateways/environments';
import { createFileMemory, readAllowlist } from '@enablement/gateways/firewall';
import { createProbes } from '@enablement/gateways/probes';
import type { Terminal } from '../terminal.ts';

export const FORMATS = FIREWALL_FORMATS;

export interface FirewallOptions {
  readonly file?: string | undefined;
  readonly format: FirewallFormat;
  readonly messaging?: boolean | undefined;
  readonly push: boolean;
  readonly sipPort?: string | undefined;
  readonly sipTlsPort?: string | undefined;
}

/**
 * Lists whom of Acrobits the firewall has to let in. `ALLOWLIST` names a file with addresses of one's own; `DATA_DIR` keeps the last
 * list. 0 when the list is complete, 1 when addresses are missing.
 */
export async function firewall(options: FirewallOptions, { env, out, err }: Terminal): Promise<0 | 1> {
  const asked = await read(options, env);
  const clock = { now: () => new Date() };
  const probes = createProbes({ clock });
  try {
    const allowlist = await readAllowlist(env.ALLOWLIST || undefined);
    const memory = createFileMemory(path.join(env.DATA_DIR || '.data', 'firewall-list.json'));
    const list = await listForFirewall({ allowlist, probes, memory, clock }, asked.enabled);
    out(renderFirewall(list, options.format, asked.ports));
    const incomplete = list.groups.filter(({ missing }) => missing !== undefined);
    if (incomplete.length > 0)
      err(`\nThis list is not complete: ${incomplete.map(({ name }) => name).join(', ')}. See ${list.source}`);
    return incomplete.length > 0 ? 1 : 0;
  } finally {
    await probes.close();
  }
}

async function read({ file, messaging, push, sipPort, sipTlsPort }: FirewallOptions, env: NodeJS.ProcessEnv) {
  const environments = file === undefined ? [] : (await readEnvironments(file, env)).environments;
  const [first] = environments;
  const ports: SipPorts = {
    sip: portOf(sipPort, first?.corePort, USUAL_SIP_PORTS.sip),
    sips: portOf(sipTlsPort, first?.coreTlsPort, USUAL_SIP_PORTS.sips),
  };
  const inUse = messaging ?? environments.some((environment) => environment.messaging !== undefined);
  return { ports, enabled: { push, messaging: inUse } };
}

function portOf(text: string | undefined, declared: number | undefined, usual: number): number {
  if (text === undefined) return declared ?? usual;
  if (!/^\d{1,5}$/.test(text) || Number(text) < 1 || Number(text) > 65_535) throw new Error(`“${text}” is no port.`);
  return Number(text);
}
