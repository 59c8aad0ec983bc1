import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { clickMessage, clickView } from '../acts/click.ts';
import { typeCommand } from '../acts/command.ts';
import { NotPossible } from '../acts/person.ts';
import { openHome, say } from '../acts/say.ts';
import { closeModal, submitModal } from '../acts/submit.ts';
import { Fault } from '../faults.ts';
import type { Slack } from '../slack.ts';
import { SwitchChange } from '../switches.ts';
import { findMessage, removeMessage, visibleTo } from '../workspace.ts';
import { live } from './live.ts';
import { describeModal, describeOpen, describeSeen, snapshot } from './snapshot.ts';

const Entered = z.union([z.string(), z.array(z.string()), z.null()]);
const Draft = z.record(z.string(), z.record(z.string(), Entered));
const Said = z.object({ user: z.string(), channel: z.string(), text: z.string().min(1), thread_ts: z.string().optional() });
const Clicked = z.object({
  user: z.string(),
  action_id: z.string(),
  block_id: z.string().optional(),
  value: Entered.optional(),
  values: Draft.optional(),
});
const InMessage = Clicked.extend({ channel: z.string(), ts: z.string() });
const Submitted = z.object({
  user: z.string(),
  values: z.record(z.string(), z.union([Entered, z.record(z.string(), Entered)])).default({}),
});
const PersonChange = z.object({ user: z.string(), deactivated: z.boolean().optional(), guest: z.boolean().optional() });
const Membership = z.object({ channel: z.string(), user: z.string(), member: z.boolean() });

type Act = (slack: Slack, body: unknown) => unknown;

function act<Shape extends z.ZodType>(shape: Shape, run: (slack: Slack, given: z.infer<Shape>) => unknown): Act {
  return (slack, body) => run(slack, shape.parse(body));
}

function known<Thing>(thing: Thing | undefined, id: string): Thing {
  if (thing === undefined) throw new NotPossible(`There is no ${id} here.`);
  return thing;
}

/** What people do. */
const acts: { readonly [name: string]: Act } = {
  command: act(Said, typeCommand),
  say: act(Said, say),
  home: act(z.object({ user: z.string(), tab: z.enum(['home', 'messages']).default('home') }), (slack, given) =>
    openHome(slack, given.user, given.tab),
  ),
  click: (slack, body) => {
    const inMessage = InMessage.safeParse(body);
    return inMessage.success ? clickMessage(slack, inMessage.data) : clickView(slack, Clicked.parse(body));
  },
  submit: act(Submitted, (slack, given) => submitModal(slack, given.user, given.values)),
  close: act(z.object({ user: z.string(), all: z.boolean().default(false) }), (slack, given) =>
    closeModal(slack, given.user, given.all),
  ),
};

/** What happens to people: the world changes, time passes, things break. */
const events: { readonly [name: string]: Act } = {
  faults: act(Fault, (slack, fault) => {
    slack.faults.plan(fault);
    if (slack.faults.isDown()) slack.sockets.disconnect('kill');
    return { ok: true, planned: slack.faults.list() };
  }),
  clock: act(
    z.object({
      advanceMs: z
        .int()
        .min(0)
        .max(100 * 24 * 3600 * 1000),
    }),
    (slack, { advanceMs }) => {
      slack.clock.advance(advanceMs);
      return { ok: true, now: new Date(slack.clock.now()).toISOString() };
    },
  ),
  'delete-message': act(z.object({ channel: z.string(), ts: z.string() }), (slack, { channel, ts }) => {
    removeMessage(slack.workspace, known(findMessage(slack.workspace, channel, ts), `message ${ts} in ${channel}`));
    return { ok: true };
  }),
  archive: act(z.object({ channel: z.string(), archived: z.boolean().default(true) }), (slack, { channel, archived }) => {
    known(slack.workspace.channels.get(channel), `channel ${channel}`).archived = archived;
    slack.workspace.changed();
    return { ok: true };
  }),
  membership: act(Membership, (slack, { channel, user, member }) => {
    const { members } = known(slack.workspace.channels.get(channel), `channel ${channel}`);
    if (member) members.add(known(slack.workspace.people.get(user), `person ${user}`).id);
    else members.delete(user);
    slack.workspace.changed();
    return { ok: true, members: [...members] };
  }),
  person: act(PersonChange, (slack, given) => {
    const person = known(slack.workspace.people.get(given.user), `person ${given.user}`);
    person.deactivated = given.deactivated ?? person.deactivated;
    person.guest = given.guest ?? person.guest;
    slack.workspace.changed();
    return { ok: true };
  }),
  group: act(z.object({ group: z.string(), users: z.array(z.string()) }), (slack, { group, users }) => {
    known(slack.workspace.groups.get(group), `user group ${group}`).users = users;
    return { ok: true };
  }),
  reset: (slack) => {
    slack.workspace.reset();
    for (const part of [slack.triggers, slack.responseUrls, slack.traffic, slack.faults, slack.switches]) part.reset();
    return { ok: true };
  },
  switches: act(SwitchChange, (slack, change) => {
    slack.switches.turn(change);
    slack.workspace.changed();
    return { ok: true, ...slack.switches.now };
  }),
  'sockets/disconnect': act(z.object({ how: z.enum(['refresh', 'kill']).default('refresh') }), (slack, { how }) => ({
    ok: true,
    disconnected: slack.sockets.disconnect(how),
  })),
  redeliver: async (slack) => ({ answer: await known(slack.deliver.again(), 'payload to send again') }),
};

const Asked = z.object({ user: z.string().default('U0OLIVIA'), channel: z.string().default('C0OPS') });

const questions: { readonly [name: string]: (slack: Slack, asked: z.infer<typeof Asked>) => unknown } = {
  messages: (slack, { user, channel }) => {
    known(slack.workspace.channels.get(channel), `channel ${channel}`);
    return { messages: visibleTo(slack.workspace, channel, user).map(describeSeen) };
  },
  modal: (slack, { user }) => describeModal(slack, user),
  home: (slack, { user }) => {
    const view = slack.workspace.homes.get(user);
    return { view: view === undefined ? null : describeOpen(view) };
  },
  snapshot: (slack, { user }) => snapshot(slack, user),
  requests: (slack) => ({ requests: slack.traffic.list() }),
  switches: (slack) => slack.switches.now,
  faults: (slack) => ({ planned: slack.faults.list() }),
  sockets: (slack) => ({ connected: slack.sockets.connected() }),
};

/** Only this machine's own pages may press these buttons: a foreign page in the same browser has another origin. */
function sameOrigin(request: Request, response: Response, next: NextFunction): void {
  const origin = request.get('origin');
  if (origin === undefined || origin === `http://${request.get('host')}`) next();
  else response.status(403).json({ ok: false, error: 'This can only be asked by the page of this workspace.' });
}

function explain(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (error instanceof z.ZodError) response.status(400).json({ ok: false, error: z.prettifyError(error) });
  else if (error instanceof NotPossible) response.status(409).json({ ok: false, error: error.message });
  else next(error);
}

/** `/_slack/…`: what tests and the page do in people's name, and what they make happen. */
export function control(slack: Slack): Router {
  const router = express.Router();
  router.use(sameOrigin, express.json({ limit: '2mb' }));
  for (const [name, run] of Object.entries({ ...acts, ...events })) {
    router.post(`/${name}`, async (request, response) => {
      response.json(await run(slack, request.body ?? {}));
    });
  }
  for (const [name, ask] of Object.entries(questions)) {
    router.get(`/${name}`, (request, response) => {
      response.json(ask(slack, Asked.parse(request.query)));
    });
  }
  router.get('/live', live(slack));
  router.use(explain);
  return router;
}
