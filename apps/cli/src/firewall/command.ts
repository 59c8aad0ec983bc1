import path from 'node:path';
import { parseArgs } from 'node:util';
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
import { type Command, Misused } from '../command.ts';

export const firewall: Command = {
  name: 'firewall',
  usage: `Usage: npm run firewall -- [<file.yaml>] [--format ${FIREWALL_FORMATS.join('|')}] [--messaging] [--no-push]

Lists whom of Acrobits the firewall has to let in, and what is new since the last time. Changes nothing.
With a file of environments, messaging and ports are as that file has them.
  --format <format>   table unless given
  --messaging         messaging synchronization is, or will be, in use
  --no-push           push notifications are not in use
  --sip-port <port>   where the core takes SIP over UDP and TCP, 5060 unless given
  --sip-tls-port <port>  and over TLS, 5061 unless given
ALLOWLIST names a file with addresses of your own; DATA_DIR keeps the last list.
Ends with 0 when the list is complete, 1 when addresses are missing, 2 when a file or the command is wrong.`,

  async run(args, { env, out, err }) {
    const asked = await read(args, env);
    const clock = { now: () => new Date() };
    const probes = createProbes({ clock });
    try {
      const allowlist = await readAllowlist(env.ALLOWLIST || undefined);
      const memory = createFileMemory(path.join(env.DATA_DIR || '.data', 'firewall-list.json'));
      const list = await listForFirewall({ allowlist, probes, memory, clock }, asked.enabled);
      out(renderFirewall(list, asked.format, asked.ports));
      const incomplete = list.groups.filter(({ missing }) => missing !== undefined);
      if (incomplete.length > 0)
        err(`\nThis list is not complete: ${incomplete.map(({ name }) => name).join(', ')}. See ${list.source}`);
      return incomplete.length > 0 ? 1 : 0;
    } finally {
      await probes.close();
    }
  },
};

async function read(args: readonly string[], env: NodeJS.ProcessEnv) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    allowNegative: true,
    options: {
      format: { type: 'string', default: 'table' },
      messaging: { type: 'boolean' },
      push: { type: 'boolean', default: true },
      'sip-port': { type: 'string' },
      'sip-tls-port': { type: 'string' },
    },
  });
  const [file, ...more] = positionals;
  if (more.length > 0) throw new Misused(`One file at a time, please; “${more[0]}” is too much.`);
  const environments = file === undefined ? [] : (await readEnvironments(file, env)).environments;
  const port = (text: string | undefined, declared: number | undefined, usual: number) => {
    if (text === undefined) return declared ?? usual;
    if (!/^\d{1,5}$/.test(text) || Number(text) < 1 || Number(text) > 65_535) throw new Misused(`“${text}” is no port.`);
    return Number(text);
  };
  const [first] = environments;
  const ports: SipPorts = {
    sip: port(values['sip-port'], first?.corePort, USUAL_SIP_PORTS.sip),
    sips: port(values['sip-tls-port'], first?.coreTlsPort, USUAL_SIP_PORTS.sips),
  };
  const messaging = values.messaging ?? environments.some((environment) => environment.messaging !== undefined);
  return { format: formatOf(values.format), ports, enabled: { push: values.push, messaging } };
}

function formatOf(text: string): FirewallFormat {
  const format = FIREWALL_FORMATS.find((one) => one === text);
  if (format === undefined) throw new Misused(`“${text}” is no format. There are: ${FIREWALL_FORMATS.join(', ')}.`);
  return format;
}
