import { z } from 'zod';
import { clickMessage, clickView } from '../acts/click.ts';
import { typeCommand } from '../acts/command.ts';
import { openHome, say } from '../acts/say.ts';
import { closeModal, submitModal } from '../acts/submit.ts';
import { upload } from '../acts/upload.ts';
import { type Act, act } from './act.ts';

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
const Uploaded = z.object({ user: z.string(), name: z.string().min(1).max(255), content: z.base64() });

/** What people do. */
export const acts: { readonly [name: string]: Act } = {
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
  upload: act(Uploaded, upload),
};
