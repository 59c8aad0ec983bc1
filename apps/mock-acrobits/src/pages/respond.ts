import express, { type NextFunction, type Request, type Response } from 'express';
import type { VNode } from 'preact';
import { html, render } from './html.ts';
import { layout } from './layout.ts';

export function show(response: Response, status: number, page: VNode): void {
  response
    .status(status)
    .set({
      'content-security-policy':
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .type('html')
    .send(render(page));
}

export function lostPage(sentence: string): VNode {
  const content = html`<h1>Not here</h1><p>${sentence}</p><p><a href="/">To the inbox</a></p>`;
  return layout({ title: 'Not here', at: '/', live: false, content });
}

/** A page elsewhere must not fill in our forms. Browsers say where a request comes from; programs say nothing and are let in. */
function sameSite(request: Request, response: Response, next: NextFunction): void {
  const from = request.get('sec-fetch-site');
  if (from === undefined || from === 'same-origin' || from === 'none') next();
  else show(response, 403, lostPage('This form was sent from another site. Please use the desk itself.'));
}

/** What stands before every handler of a form. */
export const form = [sameSite, express.urlencoded({ extended: false, limit: '50kb' })];

/** The fields of these names that hold one text. */
export function onlyTexts(body: unknown, names: readonly string[]): Record<string, string> {
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  return Object.fromEntries(
    fields.filter((field): field is [string, string] => names.includes(field[0]) && typeof field[1] === 'string'),
  );
}
