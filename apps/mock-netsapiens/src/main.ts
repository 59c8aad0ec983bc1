import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { ensureCertificate, readPort, readSettings, runProgram, serve } from '@enablement/mock-kit';
import { readHosts } from './events/reach.ts';
import { createNetsapiens } from './netsapiens.ts';
import { readRelease } from './release.ts';
import { describeSpec, loadSpec } from './spec/spec.ts';

await runProgram('mock-netsapiens', async () => {
  const { port, host, dataDir } = readSettings(process.env, 4401);
  const tls = await ensureCertificate(join(dataDir, 'tls'));
  const release = process.env.RELEASE ? readRelease(process.env.RELEASE) : undefined;
  const spec = process.env.SPEC ? loadSpec(process.env.SPEC) : undefined;
  if (spec !== undefined) console.log(describeSpec(spec));
  const postTo = readHosts(process.env.POST_TO);
  // Subscribers of ours answer with the certificate that we may just have made, too late for NODE_EXTRA_CA_CERTS.
  setDefaultCACertificates([...getCACertificates('default'), tls.cert]);
  const { app, poster } = await createNetsapiens({ stateFile: process.env.STATE_FILE || undefined, release, spec, postTo });
  const serving = await serve(app, { name: 'mock-netsapiens', port, host, tls });
  // The library for SIP is loaded when it is wanted.
  const sipPort = readPort(process.env, 'SIP_PORT', 0);
  const sipTls = { ...tls, port: readPort(process.env, 'SIP_TLS_PORT', 0) };
  const sip = sipPort === 0 ? undefined : await (await import('./sip-core.ts')).serveSip({ host, port: sipPort, tls: sipTls });
  return {
    url: serving.url,
    close: async () => {
      poster.close();
      await sip?.close();
      await serving.close();
    },
  };
});
