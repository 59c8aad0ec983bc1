import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Gate {
  readonly url: string;
  close(): Promise<void>;
}

/** Where a bot under `ASK_AT_STEPS` says at which moment of which step it is. It rests until `pass` is done; one passes at a time. */
export async function openGate(pass: (moment: string) => Promise<void>): Promise<Gate> {
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (moment: string): Promise<void> => {
    const mine = turn.then(() => pass(moment));
    turn = mine.catch(() => undefined);
    return mine;
  };
  const server = createServer((request, response) => {
    void text(request)
      .then(inTurn)
      .then(
        () => response.end(),
        () => response.writeHead(500).end(),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
