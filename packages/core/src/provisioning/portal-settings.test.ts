import { expect, test } from 'vitest';
import { portalSettings, portalXml } from './portal-settings.ts';
import { phoneTemplate, phoneTemplates } from './template.ts';

const settings = portalSettings({
  address: 'https://phones.northwind.example',
  cloudId: 'NSACME*',
  parameters: phoneTemplates.parse({}).parameters,
  template: phoneTemplate.parse({ reprovision: { interval: 1800 }, sessionTalk: { parentDomain: 'voice.example' } }),
});
const value = (key: string) => settings.acrobits.find((setting) => setting.key === key)?.value;

test('at sign-in the bare placeholders stand, and afterwards those of the account', () => {
  for (const prefix of ['InitialProvisioning', 'initialGlobalProvisioning'])
    expect(value(`${prefix}PostData`)).toBe('cloud_id=%fullcode%&cloud_username=%username%&cloud_password=%password%');
  expect(value('extProvPostData')).toBe(
    'cloud_id=NSACME&cloud_username=%account[cloud_username]%&cloud_password=%account[cloud_password]%&reprovision=1',
  );
  expect(value('globalExtProvPostData')).toBe(
    'cloud_id=NSACME&cloud_username=%account[cloud_username]%&cloud_password=%account[cloud_password]%',
  );
});

test('credentials are posted, never written into an address', () => {
  for (const { key, value } of settings.acrobits) {
    if (key.endsWith('Url')) expect(value).toMatch(/^https:\/\/phones\.northwind\.example\/acrobits\/(provisioning|global)$/);
    if (key.endsWith('Method')) expect(value).toBe('POST');
  }
  expect(settings.sessionCloud).toEqual([
    { key: 'External Provisioning Url', value: 'https://phones.northwind.example/sessiontalk/provisioning/NSACME' },
    { key: 'Domain', value: 'voice.example' },
    { key: 'Use Subdomains', value: 'Enabled' },
  ]);
});

test('every key is one that Acrobits documents, once, in the order of what the app does', () => {
  expect(settings.acrobits.map(({ key }) => key)).toEqual([
    'InitialProvisioningUrl',
    'InitialProvisioningMethod',
    'InitialProvisioningPostData',
    'extProvUrl',
    'extProvMethod',
    'extProvPostData',
    'extProvInterval',
    'initialGlobalProvisioningUrl',
    'initialGlobalProvisioningMethod',
    'initialGlobalProvisioningPostData',
    'globalExtProvUrl',
    'globalExtProvMethod',
    'globalExtProvPostData',
    'globalExtProvRefresh',
  ]);
  expect([value('extProvInterval'), value('globalExtProvRefresh')]).toEqual(['1800', '3600']);
});

test('inside of XML an ampersand is written out', () => {
  expect(portalXml([{ key: 'extProvPostData', value: 'a=1&b=<2>' }])).toBe(
    '<extProvPostData>a=1&amp;b=&lt;2&gt;</extProvPostData>',
  );
});
