import express from 'express';
import { readBody } from './body.ts';
import { type Faults, WrongFault } from './faults.ts';
import type { RequestLog } from './requests.ts';

export interface Controls {
  readonly name: string;
  readonly operations: { readonly stateful: readonly string[]; readonly fromContract: readonly string[] };
  readonly faults: Faults;
  /** What each fault with a name does, by its name. */
  readonly presets: Readonly<Record<string, string>>;
  /** What the program has besides, for the list: `POST staff`. */
  readonly more: readonly string[];
  readonly requests: RequestLog;
  readonly switches: { show(): unknown; turn(wanted: unknown): void };
  reset(): void;
  seed(body: unknown): void;
  show(): unknown;
}

/** The door for people and tests: `/_mock/{reset,seed,faults,switches,requests,state}`. `GET /_mock` lists what there is. */
export function createControl(controls: Controls): express.Router {
  const router = express.Router();
  router.use(express.text({ limit: '10mb', type: () => true }), readJson);

  router.get('/', (_request, response) => {
    response.json({
      mock: controls.name,
      operations: controls.operations,
      presets: controls.presets,
      control: [
        'POST reset',
        'POST seed',
        'POST faults',
        'GET faults',
        'DELETE faults',
        'GET requests',
        'GET state',
        'GET switches',
        'POST switches',
        ...controls.more,
      ].map((line) => line.replace(' ', ' /_mock/')),
    });
  });
  router.post('/reset', (_request, response) => {
    controls.reset();
    response.json({ ok: true });
  });
  router.post('/seed', (request, response) => {
    controls.seed(request.body);
    response.json({ ok: true });
  });
  router.get('/faults', (_request, response) => {
    response.json(controls.faults.waiting());
  });
  router.post('/faults', (request, response) => {
    response.json({ ok: true, ordered: controls.faults.order(request.body) });
  });
  router.delete('/faults', (_request, response) => {
    controls.faults.clear();
    response.json({ ok: true });
  });
  router.get('/switches', (_request, response) => {
    response.json(controls.switches.show());
  });
  router.post('/switches', (request, response) => {
    controls.switches.turn(request.body);
    response.json(controls.switches.show());
  });
  router.get('/requests', (_request, response) => {
    response.json(controls.requests.all());
  });
  router.get('/state', (_request, response) => {
    response.json(controls.show());
  });
  router.use((request, response) => {
    response
      .status(404)
      .json({ error: `the control plane has no ${request.method} ${request.originalUrl}; GET /_mock lists what it has` });
  });
  router.use(answerMistakes);
  return router;
}

const readJson: express.RequestHandler = (request, _response, next) => {
  const body = readBody(typeof request.body === 'string' ? request.body : undefined, 'application/json');
  if (!body.read) throw new WrongFault(body.why);
  request.body = body.value;
  next();
};

/** Whoever ordered something impossible reads why; a seed function says so by throwing. */
const answerMistakes: express.ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error);
  const why = error instanceof Error ? error.message : String(error);
  const status = error instanceof WrongFault ? 400 : statusOf(error);
  response.status(status).json({ error: why });
};

const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : 400;
