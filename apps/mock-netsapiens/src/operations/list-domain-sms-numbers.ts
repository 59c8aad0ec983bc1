import { inDomains } from '../places.ts';
import { smsNumbers } from '../resources/sms-numbers.ts';
import { smsNumbersWanted } from '../selections.ts';
import { list } from '../verbs.ts';

/** 400 without `dest` or `number`, as an integrator saw on a live core. */
export const listDomainSmsNumbers = inDomains('Office Manager', (place) =>
  smsNumbersWanted(place, (where) => list(place, smsNumbers, { where })),
);
