import { REPROVISION } from './account.ts';
import { plainCloudId } from './read-login.ts';
import type { ParameterNames, PhoneTemplate } from './template.ts';

/** A setting of the Cloud Softphone portal; the value is as the app reads it, so `&` is `&`. */
export interface PortalSetting {
  readonly key: string;
  readonly value: string;
}

export interface PortalSettings {
  /** For the Cloud Softphone portal. */
  readonly acrobits: readonly PortalSetting[];
  /** For the SessionCloud portal, under its names. */
  readonly sessionCloud: readonly PortalSetting[];
}

export interface PortalContext {
  /** Where phones reach the provisioning program: `https://host[:port]`, no slash at the end. */
  readonly address: string;
  readonly cloudId: string;
  readonly parameters: ParameterNames;
  readonly template: Pick<PhoneTemplate, 'reprovision' | 'sessionTalk'>;
}

/** Acrobits' default. */
const GLOBAL_REFRESH_SECONDS = 3600;

/**
 * What is pasted into the vendors' portals. At sign-in the app fills in the bare placeholders, afterwards `%account[…]%`; either stays
 * unresolved text in the other's place (Acrobits' external provisioning and web service pages).
 */
export function portalSettings({ address, cloudId, parameters, template }: PortalContext): PortalSettings {
  const plain = plainCloudId(cloudId);
  const { parentDomain } = template.sessionTalk;
  const initial = form([
    [parameters.cloudId, '%fullcode%'],
    [parameters.username, '%username%'],
    [parameters.password, '%password%'],
  ]);
  const again = form([
    [parameters.cloudId, plain],
    [parameters.username, '%account[cloud_username]%'],
    [parameters.password, '%account[cloud_password]%'],
  ]);
  const service = (prefix: string, path: string, body: string): readonly PortalSetting[] => [
    { key: `${prefix}Url`, value: address + path },
    { key: `${prefix}Method`, value: 'POST' },
    { key: `${prefix}PostData`, value: body },
  ];
  return {
    acrobits: [
      ...service('InitialProvisioning', ACROBITS_PATH, initial),
      ...service('extProv', ACROBITS_PATH, `${again}&${REPROVISION}=1`),
      { key: 'extProvInterval', value: String(template.reprovision.interval) },
      ...service('initialGlobalProvisioning', GLOBAL_PATH, initial),
      ...service('globalExtProv', GLOBAL_PATH, again),
      { key: 'globalExtProvRefresh', value: String(GLOBAL_REFRESH_SECONDS) },
    ],
    sessionCloud: [
      // SessionTalk sends no cloud ID, but each ProviderId has an address of its own.
      { key: 'External Provisioning Url', value: `${address}${SESSIONTALK_PATH}/${plain}` },
      ...(parentDomain === undefined
        ? []
        : [
            { key: 'Domain', value: parentDomain },
            { key: 'Use Subdomains', value: 'Enabled' },
          ]),
    ],
  };
}

const ACROBITS_PATH = '/acrobits/provisioning';
const GLOBAL_PATH = '/acrobits/global';
const SESSIONTALK_PATH = '/sessiontalk/provisioning';

const form = (pairs: readonly (readonly [string, string])[]): string => pairs.map((pair) => pair.join('=')).join('&');

/** As it is pasted where settings live inside XML: one node a line, `&` as `&amp;`. */
export const portalXml = (settings: readonly PortalSetting[]): string =>
  settings.map(({ key, value }) => `<${key}>${escaped(value)}</${key}>`).join('\n');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
