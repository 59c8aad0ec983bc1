import type { Positions } from '@enablement/mock-kit';
import { accessSwitches } from './switches/access.ts';
import { eventSwitches } from './switches/events.ts';
import { networkSwitches } from './switches/network.ts';
import { resourceSwitches } from './switches/resources.ts';
import { subscriptionSwitches } from './switches/subscriptions.ts';

/** Everything about the platform that is only reported, or that nobody knows. Listed for people in docs/mock-differences.md. */
export const SWITCHES = { ...accessSwitches, ...subscriptionSwitches, ...eventSwitches, ...networkSwitches, ...resourceSwitches };

export type PlatformSwitches = Positions<typeof SWITCHES>;
