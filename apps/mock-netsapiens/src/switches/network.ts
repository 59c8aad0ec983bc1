import type { Switches } from '@enablement/mock-kit';

const guard = 'Part of a public hardening tool for NetSapiens servers; how many operators run it is not known.';

/** What stands in front of a platform. */
export const networkSwitches = {
  networkGuard: {
    label: 'A network guard answers 403 with an HTML page',
    why: guard,
    choices: [
      ['off', 'never'],
      ['device lists', 'to the list of a whole domain’s devices'],
      ['device walks', 'to an address that reads devices of more than three domains in a minute (the number is ours)'],
      ['user agents', 'to clients that call themselves curl, wget, python or go, or nothing at all'],
    ],
  },
  portalHost: {
    label: 'A host of the platform that has the portal and no API',
    why: 'On one platform `voip.*` is the portal and `pbx.*` the API; elsewhere one host is both.',
    choices: [
      ['voip.*', 'is called `voip.` and something'],
      ['localhost', 'is called localhost: ask 127.0.0.1 for the API'],
      ['none', 'does not exist'],
    ],
  },
} as const satisfies Switches;
