/** Names of the groups in which rows are found again. */
export const ofDomain = (domain: string): string => `domain ${domain}`;
export const ofUser = (domain: string, user: string): string => `user ${domain}/${user}`;
export const ofReseller = (reseller: string): string => `reseller ${reseller}`;
export const ofLogin = (login: string): string => `login ${login.toLowerCase()}`;

/** The groups of what is a domain's, or a user's in it. */
export const byOwner = ({ domain, user }: { readonly domain: string; readonly user?: string | undefined }): string[] =>
  user === undefined ? [ofDomain(domain)] : [ofDomain(domain), ofUser(domain, user)];
