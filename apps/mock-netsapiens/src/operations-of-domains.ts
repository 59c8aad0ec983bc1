import { countConnections } from './operations/count-connections.ts';
import { countDomain } from './operations/count-domain.ts';
import { countDomainAddresses } from './operations/count-domain-addresses.ts';
import { countDomains } from './operations/count-domains.ts';
import { countReseller } from './operations/count-reseller.ts';
import { countResellers } from './operations/count-resellers.ts';
import { countSites } from './operations/count-sites.ts';
import { createAddress } from './operations/create-address.ts';
import { createAddressEndpoint } from './operations/create-address-endpoint.ts';
import { createConnection } from './operations/create-connection.ts';
import { createDomain } from './operations/create-domain.ts';
import { createDomainAddress } from './operations/create-domain-address.ts';
import { createReseller } from './operations/create-reseller.ts';
import { createSite } from './operations/create-site.ts';
import { deleteAddress } from './operations/delete-address.ts';
import { deleteAddressEndpoint } from './operations/delete-address-endpoint.ts';
import { deleteConnection } from './operations/delete-connection.ts';
import { deleteDomain } from './operations/delete-domain.ts';
import { deleteDomainAddress } from './operations/delete-domain-address.ts';
import { deleteReseller } from './operations/delete-reseller.ts';
import { getAddress } from './operations/get-address.ts';
import { getConnection } from './operations/get-connection.ts';
import { getDomain } from './operations/get-domain.ts';
import { getMyDomain } from './operations/get-my-domain.ts';
import { getReseller } from './operations/get-reseller.ts';
import { getSite } from './operations/get-site.ts';
import { listAddressEndpoints } from './operations/list-address-endpoints.ts';
import { listAddresses } from './operations/list-addresses.ts';
import { listConnections } from './operations/list-connections.ts';
import { listDomainAddresses } from './operations/list-domain-addresses.ts';
import { listDomainConnections } from './operations/list-domain-connections.ts';
import { listDomains } from './operations/list-domains.ts';
import { listResellers } from './operations/list-resellers.ts';
import { listSiteNames } from './operations/list-site-names.ts';
import { listSites } from './operations/list-sites.ts';
import { updateAddress } from './operations/update-address.ts';
import { updateAddressEndpoint } from './operations/update-address-endpoint.ts';
import { updateConnection } from './operations/update-connection.ts';
import { updateDomain } from './operations/update-domain.ts';
import { updateDomainAddress } from './operations/update-domain-address.ts';
import { updateReseller } from './operations/update-reseller.ts';
import { updateSite } from './operations/update-site.ts';
import { validateAddress } from './operations/validate-address.ts';

/** Resellers, domains, sites, emergency addresses and trunks. */
export const operationsOfDomains = {
  listResellers,
  createReseller,
  countResellers,
  getReseller,
  updateReseller,
  deleteReseller,
  countReseller,
  listDomains,
  createDomain,
  countDomains,
  getDomain,
  getMyDomain,
  updateDomain,
  deleteDomain,
  countDomain,
  listDomainAddresses,
  createDomainAddress,
  countDomainAddresses,
  validateAddress,
  updateDomainAddress,
  deleteDomainAddress,
  listAddresses,
  createAddress,
  getAddress,
  updateAddress,
  deleteAddress,
  listAddressEndpoints,
  createAddressEndpoint,
  updateAddressEndpoint,
  deleteAddressEndpoint,
  listSites,
  createSite,
  countSites,
  listSiteNames,
  getSite,
  updateSite,
  listConnections,
  createConnection,
  countConnections,
  listDomainConnections,
  getConnection,
  updateConnection,
  deleteConnection,
};
