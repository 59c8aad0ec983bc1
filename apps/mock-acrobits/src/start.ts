import { document } from '@enablement/contracts/acrobits';
import { type Certificate, createMock, describeSwitches, type Mock, type Refuse, serve } from '@enablement/mock-kit';
import express from 'express';
import { type Company, type CompanyOptions, openCompany } from './company.ts';
import { answerFailures } from './failures.ts';
import { provisionDomain, refuseStranger } from './operations/provision-domain.ts';
import { receiveMessage } from './operations/receive-message.ts';
import { receiveMessageSession } from './operations/receive-message-session.ts';
import { OUTCOMES } from './outcomes.ts';
import { plant } from './seed.ts';
import { type State, withoutSecrets } from './state.ts';
import { SWITCHES, turn } from './switches.ts';

export interface StartOptions extends Omit<CompanyOptions, 'ownHost' | 'outcomes'> {
  readonly port: number;
  readonly messagingHost?: string | undefined;
  /** Without it, the port speaks HTTP alone. */
  readonly tls?: Pick<Certificate, 'key' | 'cert'>;
}

export interface MockAcrobits {
  readonly url: string;
  readonly port: number;
  readonly company: Company;
  /** The same as `POST /_mock/seed`. */
  seed(body: unknown): void;
  /** The same as `POST /_mock/faults`. */
  order(body: unknown): void;
  /** The same as `POST /_mock/reset`. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the whole mock: the company with its mailbox and pages, and the API call of the contract. */
export async function startMockAcrobits({ port, messagingHost, tls, ...options }: StartOptions): Promise<MockAcrobits> {
  let ownPort = port;
  const company = await openCompany({
    ...options,
    ownHost: () => messagingHost ?? `localhost:${ownPort}`,
    // Asked for by pages, and those are served when everything is there.
    outcomes: () => mock.faults,
  });
  const { desk, subscriber } = company;
  const seed = (state: State, body: unknown): void => {
    plant(state, body, desk.now());
    desk.changed();
  };
  let kept = true;
  const mock: Mock<State> = await createMock<State>({
    name: 'mock-acrobits',
    contract: document,
    operations: {
      provisionDomain: provisionDomain(subscriber, desk.changed),
      receiveMessage: receiveMessage(desk.changed),
      receiveMessageSession: receiveMessageSession(desk.changed),
    },
    doorkeepers: { provisionDomain: refuseStranger },
    presets: OUTCOMES,
    controls: ['GET mailbox', 'POST mailbox/faults', 'GET staff', 'POST staff', 'POST repair'],
    switches: {
      show: (state) => describeSwitches(SWITCHES, state.switches),
      turn: (state, wanted) => {
        turn(state.switches, wanted);
        desk.changed();
      },
    },
    now: desk.now,
    // The first time, what is remembered from before; afterwards it is asked for again only to forget.
    state: () => {
      if (!kept) return desk.reset();
      kept = false;
      return desk.state;
    },
    seed,
    show: withoutSecrets,
    refuse: refuseAsAcrobits,
    redact: ['x-ntspns-api-key', 'officeManagerPassword', 'apiKey', 'clientSecret'],
  });

  const app = express().disable('x-powered-by').disable('etag');
  app.post('/_mock/reset', async (_request, _response, next) => {
    await company.rest();
    next();
  });
  app.use(company.routes, answerFailures, mock.app);
  const serving = await serve(app, { name: 'mock-acrobits', port, host: options.host, ...(tls && { tls }) }).catch(
    async (error: unknown) => {
      await company.close();
      throw error;
    },
  );
  ownPort = serving.port;
  company.resume();
  return {
    url: serving.url,
    port: serving.port,
    company,
    seed: (body) => seed(mock.state(), body),
    order: (body) => void mock.faults.order(body),
    async reset() {
      await company.rest();
      mock.reset();
    },
    async close() {
      await Promise.all([serving.close(), company.close()]);
    },
  };
}

/** Nobody has published how Acrobits words a refusal. The contract assumes `error` and `message`, and knows no 415 or 422. */
const refuseAsAcrobits: Refuse = ([first]) => ({
  status: first.kind === 'invalid' || first.kind === 'unsupported media type' ? 400 : first.status,
  body: {
    error: first.kind.replaceAll(' ', '_'),
    message: first.path === '' ? first.message : `${first.path}: ${first.message}`,
  },
});
