import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Request, type Response, Router } from 'express';

interface Asset {
  /** Carries a hash of the content, so that it may be cached for ever. */
  readonly href: string;
  readonly path: string;
  readonly type: string;
  readonly content: string;
}

function read(name: string, type: string): Asset {
  const content = readFileSync(new URL(`../../assets/${name}`, import.meta.url), 'utf8');
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { path: `/assets/${name}`, href: `/assets/${name}?${hash}`, type, content };
}

export const assets = { style: read('style.css', 'css'), show: read('show.js', 'js'), live: read('live.js', 'js') };
export type Assets = typeof assets;

export function serveAssets(): Router {
  const router = Router();
  for (const asset of Object.values(assets))
    router.get(asset.path, (_req: Request, res: Response) => {
      res.set('Cache-Control', 'public, max-age=31536000, immutable').type(asset.type).send(asset.content);
    });
  return router;
}
