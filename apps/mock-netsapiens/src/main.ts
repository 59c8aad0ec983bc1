import { join } from 'node:path';
import { ensureCertificate, readSettings, runProgram, serve } from '@enablement/mock-kit';
import { createNetsapiens } from './netsapiens.ts';
import { readRelease } from './release.ts';
import { describeSpec, loadSpec } from './spec/spec.ts';

await runProgram('mock-netsapiens', async () => {
  const { port, host, dataDir } = readSettings(process.env, 4401);
  const tls = await ensureCertificate(join(dataDir, 'tls'));
  const release = process.env.RELEASE ? readRelease(process.env.RELEASE) : undefined;
  const { app } = await createNetsapiens({ stateFile: process.env.STATE_FILE || undefined, release });
  return serve(app, { name: 'mock-netsapiens', port, host, tls });
});
