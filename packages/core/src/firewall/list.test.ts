import { describe, expect, test } from 'vitest';
import { Unreachable } from '../errors.ts';
import type { Addresses } from '../ports/probes.ts';
import type { Allowlist } from './allowlist.ts';
import { FIREWALL_FORMATS, renderFirewall } from './formats.ts';
import { type FirewallSnapshot, listForFirewall } from './list.ts';

const SOURCE = 'https://doc.acrobits.example/allowlist';
const allowlist: Allowlist = {
  source: SOURCE,
  readAt: new Date('2026-03-01T00:00:00Z'),
  groups: [
    {
      id: 'web-login',
      name: 'Web Login server',
      neededFor: 'base',
      calls: 'https',
      addresses: ['198.51.100.0/28', '2001:db8::/64'],
      hosts: [],
    },
    { id: 'dashboard', name: 'Dashboard application', neededFor: 'base', calls: 'https', addresses: [], hosts: [] },
    { id: 'sipis', name: 'SIPIS (push)', neededFor: 'push', calls: 'sip', addresses: [], hosts: ['all.sipis.example'] },
    {
      id: 'messaging-backend',
      name: 'Messaging backend server',
      neededFor: 'messaging',
      calls: 'https',
      addresses: ['192.0.2.7'],
      hosts: [],
    },
  ],
};
const found = (...v4: string[]): Addresses => ({ found: 'public', v4, v6: [] });

/** Lists made one after the other, each with what DNS says then. */
async function lists(...dns: (Addresses | 'silent')[]) {
  let last: FirewallSnapshot | undefined;
  const memory = {
    last: async () => last,
    keep: async (snapshot: FirewallSnapshot) => {
      last = snapshot;
    },
  };
  const made = [];
  for (const [at, answer] of dns.entries()) {
    const addresses = async () => {
      if (answer === 'silent') throw new Unreachable('The name server did not answer.', 'Wait.');
      return answer;
    };
    const clock = { now: () => new Date(`2026-03-0${at + 2}T09:00:00Z`) };
    made.push(await listForFirewall({ allowlist, probes: { addresses }, memory, clock }, { push: true, messaging: false }));
  }
  return made;
}
const addressesOf = (list: Awaited<ReturnType<typeof lists>>[number] | undefined, id: string) =>
  list?.groups.find((group) => group.id === id)?.entries.map(({ address }) => address);

describe('the firewall list', () => {
  test('has the groups of what is enabled, and invents no address', async () => {
    const memory = { last: async () => undefined, keep: async () => undefined };
    const ports = {
      allowlist,
      probes: { addresses: async () => found('203.0.113.9') },
      memory,
      clock: { now: () => new Date() },
    };
    const ids = async (push: boolean, messaging: boolean) =>
      (await listForFirewall(ports, { push, messaging })).groups.map(({ id }) => id);
    expect(await ids(false, false)).toEqual(['web-login', 'dashboard']);
    expect(await ids(true, true)).toEqual(['web-login', 'dashboard', 'sipis', 'messaging-backend']);
    const list = await listForFirewall(ports, { push: true, messaging: false });
    expect(list.groups.find(({ id }) => id === 'dashboard')).toMatchObject({
      entries: [],
      missing: `No addresses are known here. Read them at ${SOURCE}`,
    });
  });

  test('tells what is new and what is gone since last time', async () => {
    const [first, second] = await lists(found('203.0.113.1', '203.0.113.2'), found('203.0.113.2', '203.0.113.3'));
    expect(first?.groups.flatMap(({ entries }) => entries.filter(({ isNew }) => isNew))).toEqual([]);
    const sipis = second?.groups.find(({ id }) => id === 'sipis');
    expect(sipis?.entries.map(({ address, isNew }) => [address, isNew])).toEqual([
      ['203.0.113.2', false],
      ['203.0.113.3', true],
    ]);
    expect(sipis?.gone).toEqual(['203.0.113.1']);
    expect(second?.comparedWith).toEqual(first?.madeAt);
  });

  test.each([
    ['is silent', 'silent', 'all.sipis.example could not be looked up now.'],
    ['knows no address', { found: 'nothing' }, 'all.sipis.example leads to no address.'],
    ['lies', { found: 'private', address: '10.0.0.1' }, 'all.sipis.example leads to 10.0.0.1, which is no public address.'],
  ] as const)('when DNS %s, what was seen before stays, and it is said so', async (_, answer, said) => {
    const [, second, third] = await lists(found('203.0.113.1'), answer, found('203.0.113.1'));
    const sipis = second?.groups.find(({ id }) => id === 'sipis');
    expect(sipis?.entries).toEqual([{ address: '203.0.113.1', family: 4, from: 'seen before', isNew: false }]);
    expect(sipis?.missing).toContain(said);
    expect(sipis?.gone).toEqual([]);
    expect(third?.groups.find(({ id }) => id === 'sipis')).toMatchObject({
      entries: [{ from: 'DNS', isNew: false }],
      missing: undefined,
    });
    expect(addressesOf(third, 'sipis')).toEqual(['203.0.113.1']);
  });
});

describe('as text', () => {
  const rendered = async (format: (typeof FIREWALL_FORMATS)[number]) => {
    const [, second] = await lists(found('203.0.113.1'), found('203.0.113.3'));
    if (second === undefined) throw new Error('no list');
    return renderFirewall(second, format, { sip: 5070, sips: 5061 });
  };

  test.each(FIREWALL_FORMATS)('%s has every address, says what is missing, and marks the change', async (format) => {
    const text = await rendered(format);
    for (const address of ['198.51.100.0/28', '2001:db8::/64', '203.0.113.3', '203.0.113.1']) expect(text).toContain(address);
    expect(text).toContain(`No addresses are known here. Read them at ${SOURCE}`);
    expect(text).toMatch(/Dashboard application/);
    expect(text).not.toContain('192.0.2.7');
  });

  test('a plain list is addresses, but for its comments', async () => {
    const lines = (await rendered('plain')).split('\n').map((line) => line.replace(/\s*#.*$/, ''));
    expect(lines.filter(Boolean)).toEqual(['198.51.100.0/28', '2001:db8::/64', '203.0.113.3']);
  });

  test('a list that was read long ago says so', async () => {
    const memory = { last: async () => undefined, keep: async () => undefined };
    const at = (time: string) => ({
      allowlist,
      probes: { addresses: async () => found() },
      memory,
      clock: { now: () => new Date(time) },
    });
    const text = async (time: string) =>
      renderFirewall(await listForFirewall(at(time), { push: false, messaging: false }), 'plain');
    expect(await text('2026-05-01T00:00:00Z')).not.toContain('compare it again');
    expect(await text('2026-07-01T00:00:00Z')).toContain('more than 90 days ago: compare it again');
  });

  test('a table marks with + and -', async () => {
    const text = await rendered('table');
    expect(text).toMatch(/^\+ {2}SIPIS \(push\) +203\.0\.113\.3 +UDP 5070, TCP 5070, TCP 5061 +DNS$/m);
    expect(text).toMatch(/^- {2}SIPIS \(push\) +203\.0\.113\.1 .* gone$/m);
    expect(text).toMatch(/^! {2}Dashboard application +not known/m);
    expect(text).toContain('Since 2026-03-02: 1 new, 1 gone.');
  });

  test('nftables has a set for each service and family, and no empty one', async () => {
    const text = await rendered('nftables');
    expect(text.match(/^ {2}set \w+/gm)).toEqual([
      '  set acrobits_web_login_v4',
      '  set acrobits_web_login_v6',
      '  set acrobits_sipis_v4',
    ]);
    expect(text).toMatch(/elements = \{\n {6}203\.0\.113\.3 # new\n {4}\}/);
    expect(text).toContain('ip saddr @acrobits_sipis_v4 udp dport { 5070 } accept');
    expect(text).toContain('ip6 saddr @acrobits_web_login_v6 tcp dport { 443 } accept');
    expect(text.split('{').length).toBe(text.split('}').length);
  });

  test('iptables makes a chain for each family', async () => {
    const text = await rendered('iptables');
    expect(text).toContain('iptables -A ACROBITS -s 203.0.113.3 -p tcp -m multiport --dports 5070,5061 -j ACCEPT');
    expect(text).toContain('ip6tables -A ACROBITS -s 2001:db8::/64 -p tcp -m multiport --dports 443 -j ACCEPT');
    expect(text).not.toMatch(/^iptables .*2001:db8/m);
    expect(text).not.toMatch(/^ip6?tables .*203\.0\.113\.1 /m);
  });

  test('CSV has a line for each address and protocol', async () => {
    const lines = (await rendered('csv')).split('\n');
    expect(lines[0]).toBe('service,address,protocol,ports,from,read,change,remark');
    expect(lines).toContain('SIPIS (push),203.0.113.3,udp,5070,DNS,2026-03-03,new,');
    expect(lines).toContain('Web Login server,198.51.100.0/28,tcp,443,list,2026-03-01,,');
  });
});
