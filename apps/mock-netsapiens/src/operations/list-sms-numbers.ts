import { onPlatform } from '../places.ts';
import { smsNumbers } from '../resources/sms-numbers.ts';
import { smsNumbersWanted } from '../selections.ts';
import { list } from '../verbs.ts';

/** 400 without `dest` or `number`, as an integrator saw on a live core. That it takes a Reseller follows phone numbers. */
export const listSmsNumbers = onPlatform('Reseller', (place) =>
  smsNumbersWanted(place, (where) => list(place, smsNumbers, { where })),
);
