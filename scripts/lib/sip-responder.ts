import { createSocket } from 'node:dgram';

/** A telephone server as far as anybody asks it for its options: it answers 200 to whatever looks like SIP, over UDP on this machine. */
export async function startSipResponder(): Promise<{ readonly port: number; close(): Promise<void> }> {
  const socket = createSocket('udp4');
  socket.on('message', (request, from) => {
    const lines = request.toString('utf8').split('\r\n');
    if (!/ SIP\/2\.0$/.test(lines[0] ?? '')) return;
    const wanted = (name: RegExp) => lines.filter((line) => name.test(line));
    const to = wanted(/^(to|t)\s*:/i).map((line) => `${line};tag=responder`);
    const echoed = [...wanted(/^(via|v)\s*:/i), ...wanted(/^(from|f)\s*:/i), ...to, ...wanted(/^(call-id|i|cseq)\s*:/i)];
    socket.send(['SIP/2.0 200 OK', ...echoed, 'Content-Length: 0', '', ''].join('\r\n'), from.port, from.address);
  });
  await new Promise<void>((resolve, reject) => socket.once('error', reject).bind(0, '127.0.0.1', resolve));
  return { port: socket.address().port, close: () => new Promise((resolve) => socket.close(() => resolve())) };
}
