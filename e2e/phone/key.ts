import { enterSecret } from '../../scripts/lib/person.ts';
import type { Stage } from '../stage.ts';

/** Of the mock's seed: reaches all domains of its reseller. */
export const API_KEY = `nsr_${'invented'.repeat(6)}d794fd50`;

/** Asks for a code, is told that there is no API key, and gives one on its page. */
export async function giveApiKey({ olivia }: Stage): Promise<void> {
  const page = await olivia.pageAfter('NetSapiens API key', async () => {
    await olivia.command('/softphone-code 100@acme.example');
    await olivia.wordsSay('NSACME has no NetSapiens API key');
    await olivia.pressAnswer('Enter NetSapiens API key');
  });
  const { outcome, text } = await enterSecret(page, API_KEY);
  if (outcome !== 'accepted') throw new Error(`the page did not take the key (${outcome}): ${text.slice(0, 2000)}`);
}
