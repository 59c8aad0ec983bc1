import type { ErrorRequestHandler } from 'express';

/**
 * A request that cannot be read (400, 413, …) is the sender's mistake and is told so. Anything else is our bug: told to whoever
 * runs the mock, and answered without its inside.
 */
export const answerFailures: ErrorRequestHandler = (error: { status?: unknown }, request, response, next) => {
  if (response.headersSent) return next(error);
  const { status } = error;
  if (typeof status === 'number' && status >= 400 && status <= 499) {
    response.status(status).json({ error: 'bad_request', message: 'The request cannot be read' });
    return;
  }
  console.error(`mock-acrobits: ${request.method} ${request.path} failed`, error);
  response.status(500).json({ error: 'failed', message: 'The mock failed; its log says why' });
};
