/** Tagged template that makes Preact nodes; whatever stands in `${…}` is escaped. */
export { html } from 'htm/preact';
