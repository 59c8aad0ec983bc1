import { join } from 'node:path';
import { ensureCertificate, runProgram } from '@enablement/mock-kit';
import { readConfiguration } from './configuration.ts';
import { startMockAcrobits } from './start.ts';

await runProgram('mock-acrobits', async () => {
  const { dataDir, ...configuration } = readConfiguration(process.env);
  return startMockAcrobits({ ...configuration, tls: await ensureCertificate(join(dataDir, 'tls')) });
});
