import { ofUser } from '../places.ts';
import { addresses } from '../resources/addresses.ts';
import { list } from '../verbs.ts';

/** The own and those of the domain, with `show_only_personal=yes` the own alone; what the two filters do is inferred from their names. */
export const listAddresses = ofUser('Basic User', (place) => {
  const personal = place.call.query.show_only_personal === 'yes';
  const own = (address: { user?: string }): boolean => address.user === place.user.user;
  const where = (address: { user?: string }): boolean => own(address) || (!personal && address.user === 'domain');
  return list({ ...place, user: undefined }, addresses, { where });
});
