import { inPool, type Rollout, Secret } from '../../packages/core/src/index.ts';
import { ACROBITS_FAILURES } from '../lib/acrobits-failures.ts';
import { later } from '../lib/program.ts';
import { median, timed } from './measure.ts';
import type { Result } from './report.ts';
import { managerOf, names, startRollingOut, startVendors, type Vendors } from './rollout-stage.ts';
import type { Server } from './server.ts';

const MANY = 5_000;
const FEW = 500;
const MOST = 20_000;
const AT_ONCE = 20;

/** What a roll-out costs over a loop that remembers nothing, how its cost grows, and that it tells the truth on a bad day. */
export async function measureRollouts(folder: string): Promise<Result[]> {
  const stage = await startVendors(folder);
  const rolling = await startRollingOut(stage.vendors);
  let results: Result[];
  try {
    const [warm, before, rolled, after, bad] = [
      names('warm', 400),
      names('before', MANY),
      names('rolled', MANY),
      names('after', MANY),
      names('bad', MANY),
    ];
    for (const some of [warm, before, rolled, after]) await stage.plant(some);
    await stage.plant(bad, unusable);
    await plainly(stage.vendors, warm.slice(0, 200));
    await rolling.roll(warm.slice(200));
    // The loop before and after, so that a bad moment of the machine meets both; each time Acrobits begins with no domain of theirs.
    await stage.forget();
    const first = await timed(() => plainly(stage.vendors, before));
    await stage.forget();
    let done: Rollout | undefined;
    const took = await timed(async () => {
      done = await rolling.roll(rolled);
    });
    await stage.forget();
    const plain = (first + (await timed(() => plainly(stage.vendors, after)))) / 2;
    await stage.forget();
    if (done?.counts.provisioned !== MANY) throw new Error(`the roll-out did not do all: ${JSON.stringify(done)}`);
    results = [
      {
        name: `roll-out of ${MANY.toLocaleString('en')} domains, 20 at once, against a plain loop without durability (throughput)`,
        ratio: plain / took,
        goal: 0.5,
        sense: 'at least',
        detail: `${perSecond(MANY, took)} against ${perSecond(MANY, plain)} domains a second`,
      },
      await badDay(stage, rolling, bad),
    ];
  } finally {
    await rolling.stop();
    await stage.stop();
  }
  return [...results, await flatness()];
}

const perSecond = (count: number, milliseconds: number): string => (count / (milliseconds / 1000)).toFixed(0);

/** The same calls to both vendors, and nothing written down. */
async function plainly({ platform, messaging, messagingHost, accessTo }: Vendors, domains: readonly string[]): Promise<void> {
  const { access, apiKey } = await accessTo({} as Rollout);
  const officeManagerPassword = new Secret('mock-password');
  await inPool(domains, AT_ONCE, async (domain) => {
    const officeManagerLogin = managerOf(domain);
    const proof = await platform.prove(access, { domain, login: officeManagerLogin, password: officeManagerPassword });
    if (!proof.proved) throw new Error(`${domain}: ${proof.why}`);
    await messaging.provision({ messagingHost, cloudId: 'NSACME', apiKey, domain, officeManagerLogin, officeManagerPassword });
  });
}

const ACCOUNTS = [{ password: 'another' }, { mfa: true }, { securePassword: false }, { scope: 'Basic User' }] as const;
/** Three of a hundred: thirty of a thousand, spread. */
const unusable = (place: number): object => (place % 33 === 5 ? (ACCOUNTS[Math.floor(place / 33) % ACCOUNTS.length] ?? {}) : {});

const PRESETS = [...ACROBITS_FAILURES, 'silence', 'late answer'];
const PLATFORM = [
  { status: 503 },
  { status: 429, headers: { 'retry-after': '1' } },
  { drop: true },
  { drop: true, after: true },
  { delayMs: 2000 },
];

/** Without an end the last few domains would meet a failure at every try, and the bench would last as long as they try. */
const TIMES = 2;

/** Every way to fail that the mocks have, twice; then what has failed is tried again in peace. */
async function badDay(
  stage: Awaited<ReturnType<typeof startVendors>>,
  rolling: Awaited<ReturnType<typeof startRollingOut>>,
  domains: readonly string[],
): Promise<Result> {
  let on = true;
  const trouble = (async () => {
    for (let n = 0; on && n < TIMES * PRESETS.length; n += 1) {
      await order(stage.acrobits, { preset: PRESETS[n % PRESETS.length] });
      await order(stage.netsapiens, { operation: 'createToken', times: 1, ...PLATFORM[n % PLATFORM.length] });
      // The next when these have happened to somebody: more would come together while we are asked to wait.
      do await later(600);
      while (on && (await areDue(stage.acrobits, stage.netsapiens)));
    }
  })();
  /** It pauses after twenty failures in a row, which are likely among those that had failed before; a person looks, and goes on. */
  const toItsEnd = async (rollout: Rollout): Promise<Rollout> =>
    rollout.status === 'paused' ? toItsEnd(await rolling.again(rollout.id, 'resume')) : rollout;
  let rollout = await toItsEnd(await rolling.roll(domains));
  on = false;
  await trouble;
  for (const server of [stage.acrobits, stage.netsapiens])
    await server.ask({ method: 'DELETE', path: '/_mock/faults', expected: 200 });
  const first = rollout.counts;
  rollout = await toItsEnd(await rolling.again(rollout.id, 'retry'));
  const failed = await rolling.rollouts.domains(rollout.id, ['failed']);
  const expected = new Set(domains.filter((_, place) => Object.keys(unusable(place)).length > 0));
  const told = failed.filter(
    ({ domain, detail, todo }) => expected.has(domain) && detail !== undefined && todo !== undefined,
  ).length;
  const right = told === expected.size && failed.length === told ? told + rollout.counts.provisioned : 0;
  return {
    name: `${MANY.toLocaleString('en')} domains on a bad day, each told as it is after one retry (share)`,
    ratio: right / domains.length,
    goal: 1,
    sense: 'at least',
    detail: `${first.failed} had failed, ${expected.size} of them for good`,
  };
}

const order = (server: Server, body: object): Promise<unknown> =>
  server.ask({ method: 'POST', path: '/_mock/faults', expected: 200, body });

async function areDue(...servers: readonly Server[]): Promise<boolean> {
  const lists = await Promise.all(servers.map((server) => server.ask({ method: 'GET', path: '/_mock/faults', expected: 200 })));
  return lists.some((list) => JSON.parse(list).length > 0);
}

/** With vendors that answer after a moment and cost nothing, so that all that is measured is ours and PostgreSQL's. */
async function flatness(): Promise<Result> {
  const moment = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
  const secret = new Secret('x');
  const access = { portalUrl: 'https://portal.example', clientId: 'x', clientSecret: secret };
  const login = { portalUrl: 'https://portal.example', credential: { apiKey: secret } };
  const rolling = await startRollingOut({
    portalUrl: 'https://portal.example',
    messagingHost: 'api.example',
    platform: { prove: async () => await moment().then(() => ({ proved: true, scope: 'Office Manager' })) },
    messaging: { provision: async () => await moment().then(() => 'created' as const) },
    rolloutPlatform: {
      domains: async () => [],
      subscribed: async () => new Map(),
      serviceAccount: async () => undefined,
      makeServiceAccount: async () => 'created',
    },
    accessTo: async () => ({ access, apiKey: secret, login }),
    passwordOf: () => secret,
  });
  try {
    const each = async (prefix: string, count: number) => (await timed(() => rolling.roll(names(prefix, count)))) / count;
    await each('warm', FEW);
    const few: number[] = [];
    for (let n = 0; n < 5; n += 1) few.push(await each(`b${n}-`, FEW));
    const many = await each('many', MOST);
    for (let n = 0; n < 5; n += 1) few.push(await each(`a${n}-`, FEW));
    return {
      name: `roll-out of ${MOST.toLocaleString('en')} domains against ${FEW} (time for each domain, without the vendors’)`,
      ratio: many / median(few),
      goal: 1.2,
      sense: 'at most',
      detail: `${many.toFixed(2)} ms against ${median(few).toFixed(2)} ms`,
    };
  } finally {
    await rolling.stop();
  }
}
