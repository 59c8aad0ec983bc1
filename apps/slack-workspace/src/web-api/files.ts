import express, { type Router } from 'express';
import { z } from 'zod';
import { describeFile, mimeOf } from '../files.ts';
import type { Slacks } from '../slacks.ts';
import { fail, type Method, method, ok } from './method.ts';

export const files: { readonly [name: string]: Method } = {
  'files.info': method(z.object({ file: z.string() }), ({ file: id }, { workspace, baseUrl }) => {
    const file = workspace.files.get(id);
    return file === undefined ? fail('file_not_found') : ok({ file: describeFile(workspace, baseUrl, file) });
  }),
};

/** `url_private` and `url_private_download`: the bot token opens them; without one Slack shows its page of login instead. */
export function fileRoutes(slacks: Slacks): Router {
  const router = express.Router();
  router.get(['/:owner/download/:name', '/:owner/:name'], (request, response) => {
    const [team = '', id = ''] = String(request.params.owner).split('-');
    const token = request.get('authorization')?.match(/^Bearer\s+(\S+)$/i)?.[1] ?? '';
    const slack = slacks.ofToken(token);
    const file = slack?.workspace.team.id === team ? slack.workspace.files.get(id) : undefined;
    if (slack === undefined) return response.redirect(302, '/');
    const mayRead = slack?.settings.scopes === undefined || slack.workspace.access?.scopes.includes('files:read') === true;
    if (file === undefined || !mayRead)
      return response.status(404).type('html').send('<!doctype html><title>Slack</title><p>There has been a glitch.</p>');
    slack.traffic.record({
      ...{ from: 'app', what: 'download of a file', via: 'http' },
      ...{ request: { file: id }, status: 200, response: `${file.bytes.length} bytes` },
    });
    return response.type(mimeOf(file.name)).attachment(file.name).send(file.bytes);
  });
  return router;
}
