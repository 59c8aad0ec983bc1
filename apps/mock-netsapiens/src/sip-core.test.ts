import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { serveSip } from './sip-core.ts';

const question = (method: string) =>
  [
    `${method} sip:core1.example.net SIP/2.0`,
    'Via: SIP/2.0/UDP 127.0.0.1:5999;branch=z9hG4bKinvented;rport',
    'Max-Forwards: 70',
    'From: <sip:anonymous@anonymous.invalid>;tag=invented',
    'To: <sip:core1.example.net>',
    'Call-ID: invented',
    `CSeq: 1 ${method}`,
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

test('OPTIONS is answered over UDP and TCP, everything else refused, and noise is not answered', async () => {
  const port = await freePort();
  const core = await serveSip({ host: '127.0.0.1', port });
  const udp = createSocket('udp4');
  const ask = async (text: string) => {
    udp.send(text, port, '127.0.0.1');
    return String((await once(udp, 'message'))[0]);
  };
  udp.send('noise', port, '127.0.0.1');
  expect(await ask(question('OPTIONS'))).toMatch(/^SIP\/2\.0 200 OK\r\n[\s\S]*^Call-ID: invented\r$/m);
  expect(await ask(question('REGISTER'))).toMatch(/^SIP\/2\.0 405 /);
  udp.close();

  const tcp = connect(port, '127.0.0.1');
  tcp.write(question('OPTIONS'));
  expect(String((await once(tcp, 'data'))[0])).toMatch(/^SIP\/2\.0 200 OK/);
  tcp.write('noise\r\n\r\n');
  await once(tcp, 'close');
  await core.close();
});

test('a port that is taken is said in one sentence', async () => {
  const port = await freePort();
  const core = await serveSip({ host: '127.0.0.1', port });
  await expect(serveSip({ host: '127.0.0.1', port })).rejects.toThrow(/cannot answer SIP: .*set SIP_PORT/);
  await core.close();
});
