import { z } from 'zod';
import { checkBlocks, checkView } from '../blocks/check.ts';
import { isFields } from '../json.ts';
import { missingBlocks } from '../switches.ts';
import { embedded, fail, type Method, method, ok } from './method.ts';

const Validation = z.object({ blocks: embedded.optional(), message: embedded.optional(), view: embedded.optional() });

/** Methods about the app itself and about Block Kit. */
export const app: { readonly [name: string]: Method } = {
  'auth.test': (_args, { workspace, baseUrl }) =>
    ok({
      url: `${baseUrl}/`,
      team: workspace.team.name,
      team_id: workspace.team.id,
      user: workspace.people.get(workspace.app.botUser)?.name ?? '',
      user_id: workspace.app.botUser,
      bot_id: workspace.app.bot,
      is_enterprise_install: false,
    }),

  'api.test': (args) => ok({ args }),

  'apps.connections.open': (_args, { sockets, baseUrl }) => ok({ url: sockets.open(new URL(baseUrl).host) }),

  /** Checks exactly one of blocks, message and view (docs.slack.dev, blocks.validate). */
  'blocks.validate': method(Validation, ({ blocks, message, view }, { switches }) => {
    if ([blocks, message, view].filter((one) => one !== undefined).length !== 1) return fail('invalid_arguments');
    if (view !== undefined) {
      const errors = isFields(view)
        ? checkView(view, view.type === 'home' ? 'home' : 'modal', '')
        : checkBlocks(view, 'modal', { pointer: '' });
      return errors.length === 0 ? ok() : fail('invalid_view', { errors });
    }
    const list = message === undefined ? blocks : isFields(message) ? message.blocks : message;
    const errors = checkBlocks(list, 'message', {
      pointer: message === undefined ? '' : '/blocks',
      missing: missingBlocks(switches.now),
    });
    return errors.length === 0 ? ok() : fail(message === undefined ? 'invalid_blocks' : 'invalid_message', { errors });
  }),
};
