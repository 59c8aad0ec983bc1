import type { Look, SipAnswer, SipTarget } from '@enablement/core';
import type { Guard } from '../../net/guard.ts';
import { within } from '../look.ts';
import type { TlsOptions } from '../tls/handshake.ts';
import { findWay } from '../way.ts';
import { askByTcp, askByTls } from './stream.ts';
import { askByUdp } from './udp.ts';

/** So much of a look's time is kept, so that silence is told as silence. */
const SPARE = 0.1;

export async function askSip(guard: Guard, target: SipTarget, options: TlsOptions, look: Look): Promise<SipAnswer> {
  const { host, port, transport } = target;
  return await within(look, `${host}:${port}`, async (signal) => {
    const way = await findWay(guard, host, transport === 'TLS' ? 'sips:' : 'sip:');
    const patience = AbortSignal.any([signal, AbortSignal.timeout(look.limit * (1 - SPARE))]);
    switch (transport) {
      case 'UDP':
        return await askByUdp(way, port, patience);
      case 'TCP':
        return await askByTcp(way, port, patience);
      case 'TLS':
        return await askByTls(way, port, options, patience);
    }
  });
}
