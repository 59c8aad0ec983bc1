import { ofUser } from '../places.ts';
import { devices } from '../resources/devices.ts';
import { remove } from '../verbs.ts';

export const deleteDevice = ofUser('Basic User', (place) => remove(place, devices));
