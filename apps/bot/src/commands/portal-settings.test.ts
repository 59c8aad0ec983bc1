import { type Environment, Secret } from '@enablement/core';
import { expect, test } from 'vitest';
import { createDesk } from '../testing/desk.ts';
import { showPortalSettings } from './portal-settings.ts';

const environment = (cloudId: string): Environment => ({
  cloudId,
  portalUrl: 'https://portal.northwind.example',
  coreHost: 'core1.northwind.example',
  clientId: 'acrobits-softphone',
  clientSecret: new Secret('client-secret'),
});
const stage = (...cloudIds: string[]) => {
  const desk = { ...createDesk(), environments: async () => cloudIds.map(environment) };
  return async (typed?: string, here: Parameters<typeof showPortalSettings>[0] = desk) =>
    JSON.stringify(await showPortalSettings(here, typed));
};

test('the keys of both portals, as they are pasted into XML, and no secret', async () => {
  const told = await stage('NSACME')();
  expect(told).toContain('&lt;InitialProvisioningUrl&gt;https://phones.northwind.example/acrobits/provisioning&lt;/');
  // Slack’s own escaping stands around that of XML.
  expect(told).toContain('cloud_id=%fullcode%&amp;amp;cloud_username=%username%');
  expect(told).toContain('External Provisioning Url: https://phones.northwind.example/sessiontalk/provisioning/NSACME');
  expect(told).not.toContain('client-secret');
});

test('with several environments, none, or an unknown one it says what to type', async () => {
  expect(await stage('NSACME', 'NSGLOBEX')()).toContain('`/enable-acrobits portal-settings NSGLOBEX`');
  expect(await stage('NSACME', 'NSGLOBEX')('nsglobex*')).toContain('Portal settings of NSGLOBEX');
  expect(await stage('NSACME')('NOPE')).toContain('There is no environment NOPE.');
  expect(await stage()()).toContain('No environment is enabled yet.');
});

test('without an address of its own, it says what to set', async () => {
  const desk = createDesk();
  const told = await showPortalSettings({ ...desk, phones: { ...desk.phones, address: undefined } }, undefined);
  expect(told).toContain('`PHONES_URL`');
});
