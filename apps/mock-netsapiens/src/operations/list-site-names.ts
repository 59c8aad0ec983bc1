import { listSites } from './list-sites.ts';

/** Published for 45.0, "in short" and with all members of a site all the same. */
export const listSiteNames = listSites;
