import type { RequestHandler } from 'express';
import type { State } from './state.ts';

const page = (title: string, text: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;

/** Whether a host is one of those that have the portal alone: see the switch. */
function isPortalOnly(host: string, { switches }: Pick<State, 'switches'>): boolean {
  if (switches.portalHost === 'localhost') return host === 'localhost';
  return switches.portalHost === 'voip.*' && host.startsWith('voip.');
}

/** Outside `/ns-api` a platform shows its portal, in HTML: the first thing that a client with a wrong host meets. */
export const createPortal =
  (state: () => State): RequestHandler =>
  (request, response, next) => {
    if (request.path.startsWith('/ns-api/') && !isPortalOnly(request.hostname ?? '', state())) return next();
    if (request.path === '/')
      return void response.send(
        page('Example portal (mock)', 'This is a mock of a NetSapiens platform. Its API lives under /ns-api/v2.'),
      );
    response.status(404).send(page('Not found', 'The portal has no such page.'));
  };
