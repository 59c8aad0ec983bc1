import { ofUser } from '../places.ts';
import { devices } from '../resources/devices.ts';
import { create } from '../verbs.ts';

/** The own ones for everybody (inferred). A device that exists is 409, which is inferred too; 16 characters of password are made when none is given. */
export const createDevice = ofUser('Basic User', (place) => create(place, devices));
