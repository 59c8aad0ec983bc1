import { join } from 'node:path';
import { ensureCertificate, readSettings, runProgram, serve } from '@enablement/mock-kit';
import { createNetsapiens } from './netsapiens.ts';

await runProgram('mock-netsapiens', async () => {
  const { port, host, dataDir } = readSettings(process.env, 4401);
  const tls = await ensureCertificate(join(dataDir, 'tls'));
  const { app } = await createNetsapiens({ stateFile: process.env.STATE_FILE || undefined });
  return serve(app, { name: 'mock-netsapiens', port, host, tls });
});
