import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Router } from 'express';

const here = dirname(fileURLToPath(import.meta.url));
const libraries: { readonly [path: string]: string } = {
  '/vendor/preact.mjs': fileURLToPath(import.meta.resolve('preact')),
  '/vendor/hooks.mjs': fileURLToPath(import.meta.resolve('preact/hooks')),
  '/vendor/htm.mjs': fileURLToPath(import.meta.resolve('htm')),
  '/vendor/htm-preact.mjs': fileURLToPath(import.meta.resolve('htm/preact')),
};
const importMap = JSON.stringify({
  imports: {
    preact: '/vendor/preact.mjs',
    'preact/hooks': '/vendor/hooks.mjs',
    htm: '/vendor/htm.mjs',
    'htm/preact': '/vendor/htm-preact.mjs',
  },
});

function sha256(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

const policy = [
  "default-src 'none'",
  // The import map is the one inline script: browsers take it from nowhere else.
  `script-src 'self' ${sha256(importMap)}`,
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const sheets = ['tokens', 'layout', 'messages', 'blocks', 'fields', 'dialogs', 'inspector', 'bad-days'];

const shell = (title: string, module: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
${sheets.map((name) => `<link rel="stylesheet" href="/assets/${name}.css">`).join('\n')}
<script type="importmap">${importMap}</script>
<script type="module" src="/client/${module}"></script>
</head>
<body><div id="root"></div><noscript>This page needs JavaScript.</noscript></body>
</html>
`;

const compiled = new Map<string, string>();

/** Node's own type stripping, so that the browser runs the very TypeScript that is checked here, without a build. Node warns that the function is experimental; nobody at the console can do anything about it. */
function strip(path: string): string {
  const known = compiled.get(path);
  if (known !== undefined) return known;
  const warn = process.emitWarning;
  process.emitWarning = () => {};
  try {
    const code = stripTypeScriptTypes(readFileSync(path, 'utf8'));
    compiled.set(path, code);
    return code;
  } finally {
    process.emitWarning = warn;
  }
}

/** The page of the workspace at `/`, its inspector at `/inspector`, and the modules that they load. */
export function page(): Router {
  const router = express.Router();
  const show = (title: string, module: string) => (_request: express.Request, response: express.Response) => {
    response.set({ 'content-security-policy': policy, 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
    response.type('html').send(shell(title, module));
  };
  router.get('/', show('Slack', 'main.ts'));
  router.get('/inspector', show('Traffic · local Slack', 'inspector.ts'));
  router.get('/bad-days', show('Bad days · local Slack', 'bad-days.ts'));
  router.get('/archives/:channel/p:digits', (request, response) => {
    const { channel, digits } = request.params;
    response.redirect(`/#${encodeURIComponent(channel)}/${digits.slice(0, -6)}.${digits.slice(-6)}`);
  });
  for (const [path, file] of Object.entries(libraries)) {
    router.get(path, (_request, response) => {
      response.type('text/javascript').send(readFileSync(file, 'utf8'));
    });
  }
  router.get('/client/:name.ts', (request, response, next) => {
    if (!/^[a-z-]+$/.test(request.params.name) || request.params.name.endsWith('.test')) next();
    else response.type('text/javascript').send(strip(join(here, 'client', `${request.params.name}.ts`)));
  });
  router.use('/assets', express.static(join(here, 'assets')));
  return router;
}
