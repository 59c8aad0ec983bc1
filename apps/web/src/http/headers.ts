import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * What a browser may do with these pages: nothing but show them, run the one script of ours, and post the form back to us.
 * Nothing is stored on the way, no address leaks in a Referer, nobody may frame a page that takes a secret.
 */
export function protect({ secure }: { readonly secure: boolean }): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'style-src': ["'self'"],
          'img-src': ["'self'", 'data:'],
          'form-action': ["'self'"],
          'script-src': ["'self'"],
          'frame-ancestors': ["'none'"],
          'base-uri': ["'none'"],
        },
      },
      referrerPolicy: { policy: 'no-referrer' },
      xFrameOptions: { action: 'deny' },
      strictTransportSecurity: secure,
    }),
    (_req, res, next) => {
      res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
      next();
    },
  ];
}
