import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describePortal } from './portal.ts';

const README = readFileSync(path.join(import.meta.dirname, '../../../README.md'), 'utf8');
const PHONES_URL = 'https://phones.northwind.example';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'portal-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('it prints what is pasted, with the ampersands of XML, and the SessionCloud address', async () => {
  const text = await describePortal(['NSACME'], { PHONES_URL });
  expect(text).toContain(`<InitialProvisioningUrl>${PHONES_URL}/acrobits/provisioning</InitialProvisioningUrl>`);
  expect(text).toContain('cloud_id=%fullcode%&amp;cloud_username=%username%&amp;cloud_password=%password%');
  expect(text).toContain(`External Provisioning Url: ${PHONES_URL}/sessiontalk/provisioning/NSACME`);
  expect(text).not.toMatch(/&(?!amp;|lt;|gt;)(?! instead)/);
});

test('for programs it is JSON, and an ampersand is itself', async () => {
  const { acrobits, sessionCloud } = JSON.parse(await describePortal(['NSACME', '--json'], { PHONES_URL }));
  expect(acrobits.extProvPostData).toMatch(/^cloud_id=NSACME&cloud_username=%account\[cloud_username\]%&/);
  expect(Object.keys(sessionCloud)).toEqual(['External Provisioning Url']);
});

test('the template of the README is one, and counts', async () => {
  const file = path.join(folder, 'phones.yaml');
  await writeFile(file, /```yaml\n(phones:.*?)```/s.exec(README)?.[1] ?? '');
  const text = await describePortal(['NSACME'], { PHONES_URL, PHONE_TEMPLATES: file });
  expect(text).toContain('Domain: voice.northwind.example\nUse Subdomains: Enabled');
});

test.each([
  [[], 'Expected one cloudId'],
  [['a/b'], 'A cloudId has letters and digits'],
  [['NSACME', 'more'], 'Expected one cloudId'],
  [['NSACME', '--jsn'], '--jsn'],
])('asked with %j it says what was expected', async (args, sentence) => {
  await expect(describePortal(args, { PHONES_URL })).rejects.toThrow(sentence);
});
