/** The workflow's name, under which an engine knows it. */
export const ROLL_OUT = 'rollOut';

/** The dedicated account of a domain: its extension, and so its login name `svc-softphone@<domain>`. At most 16 characters are allowed. */
export const SERVICE_ACCOUNT = 'svc-softphone';

/** Calls at once to one messaging host, whoever makes them. */
export const AT_ONCE = 20;
