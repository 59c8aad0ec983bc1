import { createMemoryWorld } from '@enablement/core/testing';
import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import type { Desk } from '../desk.ts';
import { addDomain } from './domain.ts';
import { help } from './help.ts';
import { status } from './status.ts';

const COMMAND = '/enable-acrobits';

test('the manifest names the command, and help and hint name each of its words', () => {
  const [command] = manifest.features.slash_commands;
  expect(command?.command).toBe(COMMAND);
  for (const word of ['status', 'domain', 'help']) {
    expect(help(COMMAND)).toContain(`${COMMAND} ${word}`);
    expect(command?.usage_hint).toContain(word);
  }
});

const request = (cspCompany: string, portalUrl: string, domains: string[] = []) => ({
  cspCompany,
  contactName: 'Alex Example',
  contactEmail: 'ops@northwind.example',
  contactPhone: undefined,
  portalUrl,
  coreHost: 'core1.northwind.example',
  clientId: 'acrobits-softphone',
  domains,
});

function desk(): Desk & { world: ReturnType<typeof createMemoryWorld> } {
  const world = createMemoryWorld();
  const board: Desk['board'] = {
    stale: async () => [],
    attempt: async () => undefined,
    shown: async () => undefined,
    move: async () => undefined,
    where: async () => undefined,
    reminders: async () => [],
    reminded: async () => undefined,
  };
  return { ...world, world, board, command: COMMAND };
}
// Never called: nothing has a card yet, so there is no link to ask for.
const slack = new WebClient('xoxb-none', { slackApiUrl: 'http://127.0.0.1:9/' });

describe('status', () => {
  test('when there is nothing it says how to start', async () => {
    expect(await status(desk(), slack, '')).toBe('Nothing has been enabled yet. Type `/enable-acrobits` to start.');
  });

  test('it is searched by CSP, portal and domain', async () => {
    const here = desk();
    await here.register.request(request('Northwind', 'https://portal.northwind.example', ['acme.example']), 'U1', 'C1', 'V1');
    await here.register.request(request('Globex', 'https://portal.globex.example'), 'U1', 'C1', 'V2');
    expect(await status(here, slack, '')).toMatch(/Globex.*\n.*Northwind/);
    for (const words of ['northwind', 'portal.northwind', 'ACME.example']) {
      expect(await status(here, slack, words)).toContain('Northwind');
      expect(await status(here, slack, words)).not.toContain('Globex');
    }
    expect(await status(here, slack, 'umbrella')).toContain('Nothing matches “umbrella”');
  });
});

describe('domain', () => {
  test('without environments, without a name, and with a bad name it says what to do', async () => {
    expect(await addDomain(desk(), ['acme.example'], 'U1')).toContain('no environment yet');
    expect(await addDomain(desk(), [], 'U1')).toContain('Which domain?');
    expect(await addDomain(desk(), ['bad/domain'], 'U1')).toContain('letters, digits, dots');
  });

  test('with several environments it asks which, and takes a cloudId or a CSP', async () => {
    const here = desk();
    const first = await here.register.request(request('Northwind', 'https://portal.northwind.example'), 'U1', 'C1', 'V1');
    await here.register.request(request('Globex', 'https://portal.globex.example'), 'U1', 'C1', 'V2');
    await here.register.enable(first.id, { cloudId: 'NSACME', messagingHost: 'api.example' });
    expect(await addDomain(here, ['acme.example'], 'U1')).toMatch(/Which environment.*NSACME \(Northwind\)/);
    expect(await addDomain(here, ['acme.example', 'nsacme'], 'U1')).toContain('was added to Northwind. Its card now asks');
    expect(await addDomain(here, ['acme.example', 'NSACME'], 'U1')).toContain('already');
    expect(await addDomain(here, ['acme.example', 'globex'], 'U1')).toContain('as soon as Acrobits’ values are stored');
    expect(await addDomain(here, ['acme.example', 'umbrella'], 'U1')).toContain('No environment matches');
  });
});
