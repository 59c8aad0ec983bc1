/** Outcomes of the provisioning callback that the mock has by name, each over as soon as it has happened. */
export const ACROBITS_FAILURES = [
  'bad request',
  'key refused',
  'forbidden',
  'unknown cloudId',
  'conflict',
  'slow down',
  'failure',
  'gateway page',
  'maintenance',
  'accepted',
  'success with a body',
  'log-in page',
  'redirect',
  'hang up',
  'answer lost',
] as const;
