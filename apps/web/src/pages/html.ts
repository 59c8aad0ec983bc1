import htm from 'htm';
import { type ComponentChildren, h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

// The types of htm 3.1 describe its CommonJS file; Node loads the ES module, whose default export is the function itself.
const template = htm as unknown as typeof htm.default;

/** Markup as a tagged template. Every value put into it is escaped; there is no way around that in these pages. */
export const html = template.bind(h);

/** What a template may hold in a place: markup, text, or nothing. */
export type Markup = ComponentChildren;

export const write = (markup: VNode | VNode[]): string => `<!doctype html>${renderToString(h('html', { lang: 'en' }, markup))}`;
