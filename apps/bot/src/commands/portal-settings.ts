import { plainCloudId, portalSettings, portalXml } from '@enablement/core';
import { plain, sections } from '../cards/words.ts';
import type { Desk } from '../desk.ts';
import type { Answer } from './answer.ts';

/** What is pasted into the vendors' portals for an environment; no secret is in it. */
export async function showPortalSettings(desk: Desk, typed: string | undefined): Promise<Answer> {
  const { address, templates } = desk.phones;
  if (address === undefined)
    return 'Phones are not served here: whoever runs this app starts `npm run provisioning` and names its address in `PHONES_URL`.';
  const environments = await desk.environments();
  const wanted = typed === undefined ? environments : environments.filter(({ cloudId }) => cloudId === plainCloudId(typed));
  const [environment] = wanted;
  if (environment === undefined || wanted.length > 1)
    return which(
      desk,
      environments.map(({ cloudId }) => cloudId),
      typed,
    );
  const { cloudId } = environment;
  const { parameters, of } = templates;
  const { acrobits, sessionCloud } = portalSettings({ address, cloudId, parameters, template: of(cloudId) });
  const text = `Portal settings of ${plain(cloudId)}`;
  const block = (lines: string) => `\`\`\`${plain(lines)}\`\`\``;
  return {
    text,
    blocks: sections([
      `*${text}*`,
      'Cloud Softphone portal. This is for pasting inside of XML; elsewhere write `&amp;` for each `&amp;amp;`.',
      block(portalXml(acrobits)),
      'SessionCloud portal. A change there has to be approved by SessionTalk.',
      block(sessionCloud.map(({ key, value }) => `${key}: ${value}`).join('\n')),
    ]),
  };
}

function which(desk: Desk, cloudIds: readonly string[], typed: string | undefined): string {
  const command = desk.commands.enableAcrobits;
  if (cloudIds.length === 0)
    return `No environment is enabled yet. Type \`${command}\` to enable one; its cloudId is part of the settings.`;
  const intro = typed === undefined ? 'Which environment? Type:' : `There is no environment ${plain(typed.slice(0, 64))}. Type:`;
  return [intro, ...cloudIds.map((cloudId) => `\`${command} portal-settings ${plain(cloudId)}\``)].join('\n');
}
