import { randomBytes } from 'node:crypto';
import express from 'express';
import { type Listening, listen } from './listen.ts';

/** What goes wrong at the site. Each number counts down. */
interface Trouble {
  /** Requests answered 503. */
  stumbles: number;
  /** Answers whose connection breaks before they are read. */
  lost: number;
  /** Answers that are taken, but whose thanks get lost. */
  thanksLost: number;
  /** Visits during which the site has no secret to reveal. */
  withoutSecret: number;
  /** Forms called stale. */
  stale: number;
  /** The field of the answer that is refused, and the sentence under it. */
  refused?: readonly [field: string, sentence: string];
}

export interface HandOffSite extends Listening {
  readonly link: string;
  readonly trouble: Trouble;
  /** What came back through the form, in order. */
  readonly answers: Record<string, string>[];
  readonly reveals: number;
  /** Lets the secret be revealed once more. */
  reopen(): void;
}

/** The page that the sender of a hand-off letter offers, as far as its HTML was agreed between the two sides. */
export async function openHandOffSite(portalUrl: string): Promise<HandOffSite> {
  const path = `/acrobits/${randomBytes(32).toString('base64url')}`;
  const csrf = randomBytes(8).toString('hex');
  const trouble: Trouble = { stumbles: 0, lost: 0, thanksLost: 0, withoutSecret: 0, stale: 0 };
  const answers: Record<string, string>[] = [];
  let reveals = 0;

  const happens = (what: 'stumbles' | 'lost' | 'thanksLost' | 'withoutSecret' | 'stale'): boolean => {
    if (trouble[what] === 0) return false;
    trouble[what] -= 1;
    return true;
  };
  const form = (name: string, inside: string): string =>
    `<form id="${name}" method="post" action="${path}/${name}"><input type="hidden" name="csrf" value="${csrf}">${inside}</form>`;
  const answerForm = (error = ''): string =>
    form('answer', `<input name="cloudId"><input name="apiKey"><input name="messagingHost">${error}<button>Send</button>`);
  const page = (): string => {
    const offer = reveals === 0 ? form('reveal', '<button>Reveal</button>') : '';
    if (answers.length > 0) return `<main data-outcome="already answered">${offer}<p id="answered">Thank you</p></main>`;
    return `<!doctype html><main data-outcome="open"><dl id="values">
      <dt>Portal</dt><dd data-value="portal URL">${portalUrl}</dd>
      <dt>Core</dt><dd data-value="core hostname">core1.example.net</dd>
      <dt>Client</dt><dd data-value="client ID">acrobits-softphone</dd>
      <dt>Company</dt><dd data-value="CSP company name">Acme &amp; Sons</dd>
      <dt>Contact</dt><dd data-value="CSP contact name">Ada Acme</dd>
      <dt>E-mail</dt><dd data-value="CSP contact e-mail">ada@acme.example</dd>
      <dt>Phone</dt><dd data-value="CSP contact phone"></dd>
      <dt>Domains</dt><dd data-value="wanted domains">acme.example, globex.example</dd></dl>
      ${happens('withoutSecret') ? '<p id="no-secret">Later</p>' : offer}${answerForm()}</main>`;
  };

  const app = express();
  app.use((_request, response, next) => {
    if (happens('stumbles')) response.status(503).send('down for a moment');
    else next();
  });
  app.get(path, (_request, response) => {
    response.cookie('csrf', csrf, { httpOnly: true, path: '/' }).send(page());
  });
  app.post(`${path}/*step`, express.urlencoded({ extended: false }), (request, response, next) => {
    const fresh = request.headers.cookie?.includes(`csrf=${csrf}`) && request.body?.csrf === csrf;
    if (fresh && !happens('stale')) next();
    else response.status(403).send('<main data-outcome="stale">Open the page anew</main>');
  });
  app.post(`${path}/reveal`, (_request, response) => {
    reveals += 1;
    response.send(`<main data-outcome="revealed"><code id="client-secret">s3cret&lt;1&gt;</code>${answerForm()}</main>`);
  });
  app.post(`${path}/answer`, (request, response) => {
    if (happens('lost')) return void request.socket.destroy();
    if (trouble.refused !== undefined) {
      const [field, sentence] = trouble.refused;
      return void response.status(422).send(`<main>${answerForm(`<p data-error-for="${field}">${sentence}</p>`)}</main>`);
    }
    const { csrf: _, ...values } = request.body as Record<string, string>;
    answers.push(values);
    if (happens('thanksLost')) return void request.socket.destroy();
    response.send('<main data-outcome="accepted">Thank you</main>');
  });

  const listening = await listen(app);
  return {
    ...listening,
    link: listening.url + path,
    trouble,
    answers,
    get reveals() {
      return reveals;
    },
    reopen() {
      reveals = 0;
    },
  };
}
