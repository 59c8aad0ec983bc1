import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const isLoopback = (host: string): boolean =>
  /(?:^|\.)localhost$/.test(host) || (isIP(host) !== 0 && loopback.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4'));

/** Whether the mock may post there. */
export type Reach = (url: URL) => boolean;

/**
 * This machine, and the hosts that a person named. A post-url is whatever a client has sent, and carries what people wrote to each
 * other: a mock on a laptop does not send that to strangers, nor does it let itself be used to look around in a network.
 */
export function createReach(hosts: readonly string[]): Reach {
  const named = new Set(hosts.map((host) => host.toLowerCase()));
  return ({ hostname, host }) => isLoopback(hostname.replace(/^\[|\]$/g, '')) || named.has(hostname) || named.has(host);
}

/** Reads `POST_TO`: hosts, with or without a port, separated by commas. Throws a sentence that names the variable. */
export function readHosts(text: string | undefined): string[] {
  const hosts = (text ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  const wrong = hosts.find((host) => !/^[A-Za-z0-9.-]+(:\d{1,5})?$/.test(host));
  if (wrong !== undefined)
    throw new Error(`POST_TO must be hosts separated by commas, such as hooks.example.net:8443, and "${wrong}" is none.`);
  return hosts;
}
