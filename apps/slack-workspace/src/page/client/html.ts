import htm from 'htm';
import { h, type VNode } from 'preact';

/** Tagged template that makes Preact nodes; whatever stands in `${…}` is escaped. */
export const html = htm.bind(h) as (strings: TemplateStringsArray, ...values: unknown[]) => VNode;
