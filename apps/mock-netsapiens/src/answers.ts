import type { Refuse, Reply } from '@enablement/mock-kit';

/** `{code, message}`: the error shape of the published documents. */
export const failed = (code: number, message: string): Reply => ({ status: code, body: { code, message } });

/** Authenticated, but the scope is too low. Integrators quote this text, and the status is 401 where 403 would be expected. */
export const scopeTooLow = failed(401, 'Invalid Scope [APP001]');
/** A client refreshes its token on this text only. Quoted from Acrobits' open-source subscription manager. */
export const expired = failed(401, 'The access token provided has expired');
/** Text inferred; nobody published what an unknown token gets. */
export const unknownToken = failed(401, 'The access token provided is invalid');
/** Published for `users/list`; that every foreign domain gets it is inferred. */
export const notYours = failed(403, 'Domain not found or access denied');
export const accepted: Reply = { status: 202, body: { code: 202, message: 'Accepted' } };

/** A path or a method that a release lacks get the same answer, as integrators report. */
export const noRoute = failed(404, 'No Route Found [92]');

/** What the platform says before any operation runs. Texts other than `No Route Found [92]` are inferred. */
export const refuse: Refuse = ([first]) => {
  if (first.kind === 'not found' || first.kind === 'method not allowed') return noRoute;
  if (first.kind === 'unauthorized') return failed(401, 'An access token is required');
  if (first.kind === 'invalid') return failed(400, first.message);
  return failed(first.status, first.message);
};

export const noDomain = (domain: string): Reply => failed(404, `Domain ${domain} does not exist`);
export const noUser = (user: string, domain: string): Reply => failed(404, `User ${user} does not exist in domain ${domain}`);
/** Text inferred, after that for users. */
export const nothingCalled = (what: string, id: string): Reply => failed(404, `${what} ${id} does not exist`);

/** Text inferred, for what the published documents give no text of their own. */
export const taken = (what: string): Reply => failed(409, `${what} already exists`);

/** Text inferred. Also for a subscription that is somebody else's. */
export const noSubscription = (id: string | undefined): Reply => failed(404, `Subscription ${id} does not exist`);
