import type { Call, Reply } from '@enablement/mock-kit';
import type { State } from './state.ts';

const minute = 60_000;
/** How many is ours: the public tool leaves it to the operator. */
const mostDomains = 3;
/** Programs that fetch, as against programs that somebody has written for this. */
const fetchers = /^$|^(curl|wget|python|go-http-client)/i;

/** What a web application firewall says. It knows nothing of JSON. */
const page = `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">
<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1><p>You don't have permission to access this resource.</p></body></html>
`;
const forbidden: Reply = { status: 403, headers: { 'content-type': 'text/html; charset=iso-8859-1' }, body: page };

const isOfDevices = (operation: string): boolean => /device/i.test(operation);

/** The network guard in front of the platform, if there is one: see the switch. Remembers who read devices of which domains. */
export function createGuard(): (call: Call<State>) => Reply | undefined {
  const walks = new Map<string, { domain: string; at: number }[]>();

  function isWalk({ from, params, operation, method, now }: Call<State>): boolean {
    if (method !== 'get' || !isOfDevices(operation)) return false;
    const time = now().getTime();
    const lately = (walks.get(from) ?? []).filter(({ at }) => at > time - minute);
    walks.set(from, [...lately, { domain: String(params.domain), at: time }]);
    return new Set([...lately.map(({ domain }) => domain), params.domain]).size > mostDomains;
  }

  return (call) => {
    switch (call.state.switches.networkGuard) {
      case 'off':
        return undefined;
      case 'device lists':
        return call.operation === 'listDomainDevices' ? forbidden : undefined;
      case 'device walks':
        return isWalk(call) ? forbidden : undefined;
      case 'user agents':
        return fetchers.test(call.headers['user-agent'] ?? '') ? forbidden : undefined;
    }
  };
}
