import { pageFor } from '../pages.ts';
import { inDomain } from '../places.ts';
import { users } from '../resources/users.ts';
import { rowsAt, show } from '../verbs.ts';

/** Published for 45.0: what colleagues may know of each other, so that a Basic User gets all of its domain here. `fields` picks members. */
export const listUserNames = inDomain('Basic User', (place) => {
  const fields = place.call.query.fields === undefined ? undefined : String(place.call.query.fields).split(',');
  const names = pageFor(rowsAt(place, users), place.call).map((user) => show(place, { ...users, read: 'UserName' }, user));
  const picked = names.map((name) =>
    Object.fromEntries(Object.entries(name).filter(([member]) => fields?.includes(member) ?? true)),
  );
  return { status: 200, body: picked };
});
