import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { Levels, LoggerFactory } from 'sip.js/lib/core/index.js';

/** Where somebody speaks SIP over UDP. */
export interface Address {
  readonly address: string;
  readonly port: number;
}

/** A UDP socket on 127.0.0.1, and the port it got; 0 takes a free one. */
export async function openSocket(port = 0): Promise<{ readonly socket: Socket; readonly port: number }> {
  const socket = createSocket('udp4');
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  socket.once('error', reject);
  socket.bind(port, '127.0.0.1', resolve);
  await promise;
  return { socket, port: socket.address().port };
}

export const closeSocket = (socket: Socket): Promise<void> => new Promise((resolve) => socket.close(() => resolve()));

export type { RemoteInfo };

/** SIP.js says much; what goes wrong shows in the answers. */
export function silent(): LoggerFactory {
  const loggers = new LoggerFactory();
  loggers.builtinEnabled = false;
  loggers.level = Levels.error;
  return loggers;
}
