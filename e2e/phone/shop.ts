import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../scripts/lib/program.ts';
import type { Stack } from '../../scripts/lib/stack.ts';
import { isRecord, readXml } from './account-xml.ts';
import { AcrobitsApp } from './acrobits-app.ts';
import { directoryOf } from './core-directory.ts';
import { SessionTalkApp } from './session-talk-app.ts';
import { openRegistrar, type Registrar } from './sip/registrar.ts';

/** Phones out of the box, for users of a stack, and the core's SIP side that they register at. */
export interface PhoneShop {
  readonly registrar: Registrar;
  readonly acrobits: () => AcrobitsApp;
  /** Always the same installation when it is given an id. */
  readonly sessionTalk: (deviceId?: string) => SessionTalkApp;
  close(): Promise<void>;
}

/** Part of a template: domains of the platform are below this one in the SessionCloud portal. */
const PARENT = 'example';

/** A file of templates for `PHONE_TEMPLATES`, before the stack starts. */
export async function writeTemplates(dataDir: string, cloudId = 'NSACME'): Promise<string> {
  const file = path.join(dataDir, 'phones.yaml');
  const phone = { cloudId, sessionTalk: { parentDomain: PARENT }, parkSlots: [{ number: '*701', title: 'Park 1' }] };
  await writeFile(file, JSON.stringify({ phones: [phone] }));
  return file;
}

/** Sets the portals up as a person does: what the command line prints is pasted in, XML as XML. */
export async function openShop(stack: Stack, templates: string, cloudId = 'NSACME'): Promise<PhoneShop> {
  const main = path.join(ROOT, 'apps/provisioning/src/main.ts');
  const env = { ...process.env, PHONES_URL: stack.urls.provisioning, PHONE_TEMPLATES: templates };
  const { stdout } = await promisify(execFile)(process.execPath, [main, 'portal-settings', cloudId], { env });
  const portal = portalOf(
    stdout
      .split('\n')
      .filter((line) => line.startsWith('<'))
      .join('\n'),
  );
  const line = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(stdout)?.[1] ?? '';
  const cloud = { url: line('External Provisioning Url'), domain: line('Domain') };
  const registrar = await openRegistrar(directoryOf(stack.urls.netsapiens));
  // The core's name, as DNS would know it.
  const locate = (host: string) => (host === 'localhost' ? registrar : undefined);
  return {
    registrar,
    acrobits: () => new AcrobitsApp(portal, locate),
    sessionTalk: (deviceId) => new SessionTalkApp(cloud, locate, deviceId),
    close: registrar.close,
  };
}

function portalOf(xml: string): Readonly<Record<string, string>> {
  const { portal } = readXml(`<portal>${xml}</portal>`);
  return isRecord(portal) ? Object.fromEntries(Object.entries(portal).map(([key, value]) => [key, String(value)])) : {};
}
