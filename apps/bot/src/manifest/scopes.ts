/** What the app may ask Slack, in the manifest and when a workspace installs it. */
export const SCOPES = [
  'commands',
  // The card, its thread and what one person is told.
  'chat:write',
  // Looking for a card whose posting has an unknown end.
  'channels:history',
  'groups:history',
  'im:history',
  'mpim:history',
  // A card whose channel is gone moves to the person who answers for the run.
  'im:write',
  // Who somebody is, and who is in the groups that have roles.
  'users:read',
  'usergroups:read',
  // A customer’s file that somebody put into the form.
  'files:read',
] as const;
