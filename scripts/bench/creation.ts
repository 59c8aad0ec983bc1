import { fileURLToPath } from 'node:url';
import { freePorts } from '../lib/program.ts';
import { type Contender, cpuPerRequest, median } from './measure.ts';
import { startPlatform } from './platform.ts';
import type { Result } from './report.ts';
import { type Request, type Server, startServer } from './server.ts';

const prism = fileURLToPath(new URL('dist/index.js', import.meta.resolve('@stoplight/prism-cli/package.json')));
const bare = fileURLToPath(new URL('bare.ts', import.meta.url));

let made = 0;
/** A domain that is not there yet, with members of every kind. */
const creation = (path: string, token: string): Request => {
  made += 1;
  const body = {
    domain: `d${made}.example`,
    reseller: 'northwind',
    description: `Domain ${made}`,
    'domain-type': 'Standard',
    'dial-policy': 'US and Canada',
    'time-zone': 'US/Pacific',
    'voicemail-enabled': 'yes',
    'limits-max-users': 100,
    synchronous: 'yes',
  };
  return { method: 'POST', path, expected: 200, token, body };
};

/** Our mock, with every round from the seed: what it remembers of earlier rounds would slow the later ones. */
async function ours(name: string, folder: string, spec?: string): Promise<Contender> {
  let platform = await startPlatform(name, folder, spec);
  return {
    server: platform.server,
    next: () => creation('/ns-api/v2/domains', platform.token),
    reset: async () => {
      platform = await platform.reset();
    },
  };
}

async function stock(name: string, document: string): Promise<Contender> {
  const [port = 0] = await freePorts(1);
  const args = ['mock', '-h', '127.0.0.1', '-p', String(port), '-v', 'silent', document];
  const server = await startServer({ name, program: prism, args, port });
  // Prism does not read where the paths of a document begin.
  return { server, next: () => creation('/domains', 'any') };
}

async function express(): Promise<Contender> {
  const [port = 0] = await freePorts(1);
  const server = await startServer({ name: 'bare Express', program: bare, port });
  return { server, next: () => creation('/ns-api/v2/domains', 'any') };
}

const ratios = (above: readonly number[] = [], below: readonly number[] = []): number =>
  median(above.map((value, round) => value / (below[round] ?? Number.NaN)));
const words = (...lists: (readonly number[] | undefined)[]): string =>
  `${lists.map((list = []) => `${median(list).toFixed(0)} µs`).join(' against ')} of CPU`;

/** `POST …/domains`, remembered, against stock Prism on the same document and against Express alone. */
export async function measureCreation(files: { contract: string; document: string; folder: string }): Promise<Result[]> {
  const servers: Server[] = [];
  const entered = async (starting: Promise<Contender>): Promise<Contender> => {
    const contender = await starting;
    servers.push(contender.server);
    return contender;
  };
  try {
    const contenders = [
      await entered(ours('mock-netsapiens', files.folder)),
      await entered(stock('Prism', files.contract)),
      await entered(ours('mock-netsapiens with SPEC', files.folder, files.document)),
      await entered(stock('Prism with 480 operations', files.document)),
      await entered(express()),
    ];
    const [own, stocked, ownLarge, stockLarge, alone] = await cpuPerRequest(contenders, {
      rounds: 5,
      requests: 600,
      warmUp: 1500,
    });
    return [
      {
        name: 'POST /domains, stateful, against stock `prism mock` on the same contract (CPU)',
        ratio: ratios(stocked, own),
        goal: 1.5,
        sense: 'at least',
        detail: words(stocked, own),
      },
      {
        name: 'the same with a document of 480 operations (CPU)',
        ratio: ratios(stockLarge, ownLarge),
        goal: 5,
        sense: 'at least',
        detail: words(stockLarge, ownLarge),
      },
      {
        name: 'POST /domains, stateful, against bare Express (CPU)',
        ratio: ratios(own, alone),
        goal: 4,
        sense: 'at most',
        detail: words(own, alone),
      },
    ];
  } finally {
    for (const server of servers) await server.stop();
  }
}
