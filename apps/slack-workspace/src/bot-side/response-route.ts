import express, { type Router } from 'express';
import { z } from 'zod';
import type { ResponseTarget } from '../response-urls.ts';
import type { Slack } from '../slack.ts';
import type { Slacks } from '../slacks.ts';
import { Content, readContent, type Said } from '../web-api/content.ts';
import { answer } from '../web-api/routes.ts';
import { findMessage, post, removeMessage } from '../workspace.ts';

/** What the app may say to a response_url, and in answer to a command. */
export const AppResponse = Content.extend({
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().optional(),
});
export type AppResponse = z.infer<typeof AppResponse>;

/** Shows what the app said: to the one person, unless it asks for everybody. */
export function show(slack: Slack, target: ResponseTarget, response: AppResponse, said: Said): void {
  const onlyFor = response.response_type === 'in_channel' ? undefined : target.user;
  const threadTs = response.thread_ts ?? target.threadTs;
  const { text, blocks = [] } = said;
  post(slack.workspace, { channel: target.channel, author: slack.workspace.app.botUser, text, blocks, threadTs, onlyFor });
}

/** A command has no original: the person's typed line cannot be touched, so a replacement is a new message. */
function respond(slack: Slack, target: ResponseTarget, response: AppResponse): { status: number; body: string } {
  const original = target.original === undefined ? undefined : findMessage(slack.workspace, target.channel, target.original);
  if (response.delete_original) {
    if (original === undefined) return { status: 404, body: 'message_not_found' };
    removeMessage(slack.workspace, original);
    return { status: 200, body: 'ok' };
  }
  const content = readContent(response, slack);
  if (!content.ok) return { status: 400, body: String(content.reply.error) };
  if (!response.replace_original || target.original === undefined) show(slack, target, response, content.said);
  else if (original === undefined) return { status: 404, body: 'message_not_found' };
  else {
    original.text = content.said.text;
    original.blocks = content.said.blocks ?? [];
    slack.workspace.changed();
  }
  return { status: 200, body: 'ok' };
}

/** The response_url endpoint: no token, only the address; JSON in. */
export function responseRoute(slacks: Slacks): Router {
  const router = express.Router();
  router.use(express.json({ limit: '2mb', type: () => true }));
  router.post('/:kind/:id', async (request, response) => {
    const { first } = slacks;
    await answer(first, 'response_url', request, response, () => {
      const parsed = AppResponse.safeParse(request.body);
      if (!parsed.success) return { status: 400, body: 'invalid_payload' };
      const use = first.responseUrls.use(`/hooks/${request.params.kind}/${request.params.id}`);
      return use.ok
        ? respond(slacks.having(use.target.user) ?? first, use.target, parsed.data)
        : { status: 404, body: use.error };
    });
  });
  return router;
}
