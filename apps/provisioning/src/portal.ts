import { parseArgs } from 'node:util';
import { portalSettings, portalXml, cloudId as readCloudId } from '@enablement/core';
import { readConfiguration } from './configuration.ts';
import { readTemplates } from './templates.ts';

export const PORTAL_SETTINGS = 'portal-settings';

export const USAGE = `npm run provisioning                                        serves phones
npm run provisioning -- ${PORTAL_SETTINGS} <cloudId> [--json]   prints what the vendors' portals need`;

/** What is pasted into the portals for one cloudId. Throws one sentence when it was asked wrongly. */
export async function describePortal(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const { positionals, values } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const given = readCloudId.safeParse(positionals[0]);
  if (!given.success || positionals.length > 1)
    throw new Error(`Expected one cloudId, for example NSACME.${given.success ? '' : ` ${given.error.issues[0]?.message}`}`);
  const { PHONES_URL, PHONE_TEMPLATES } = readConfiguration(env);
  const { parameters, of } = await readTemplates(PHONE_TEMPLATES);
  const template = of(given.data);
  const { acrobits, sessionCloud } = portalSettings({ address: PHONES_URL, cloudId: given.data, parameters, template });
  if (values.json) {
    const record = (settings: typeof acrobits) => Object.fromEntries(settings.map(({ key, value }) => [key, value]));
    return JSON.stringify({ acrobits: record(acrobits), sessionCloud: record(sessionCloud) }, null, 2);
  }
  return [
    `Cloud Softphone portal, ${given.data} (inside of XML; elsewhere write & instead of &amp;):`,
    '',
    portalXml(acrobits),
    '',
    'SessionCloud portal:',
    '',
    ...sessionCloud.map(({ key, value }) => `${key}: ${value}`),
  ].join('\n');
}
