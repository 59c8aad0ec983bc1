import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Browsing, skipBrowser } from './chromium.ts';
import { giveApiKey } from './phone/key.ts';
import { readPixels } from './phone/qr.ts';
import { openShop, type PhoneShop, writeTemplates } from './phone/shop.ts';
import { enableBase, openStage, type Stage } from './stage.ts';

describe.skipIf(skipBrowser)('the page of a sign-in code, as people see it', () => {
  let stage: Stage;
  let browsing: Browsing;
  let shop: PhoneShop;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'enablement-qr-'));
    const templates = await writeTemplates(folder);
    const env = { provisioning: { PHONE_TEMPLATES: templates }, web: { SESSIONTALK_PROVIDER: 'NorthwindVoice' } };
    [stage, browsing] = await Promise.all([openStage({ autoReply: true, phones: true, env }), Browsing.open()]);
    await enableBase(stage, 'Northwind Telecom');
    await giveApiKey(stage);
    shop = await openShop(stage.stack, templates);
  });
  afterAll(async () => {
    await shop?.close();
    await browsing?.close();
    await stage?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** What a camera in front of the screen reads. */
  async function readOffScreen(image: Locator): Promise<string> {
    const { width, height, data } = await image.evaluate((element) => {
      const picture = element as HTMLImageElement;
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [picture.width, picture.height];
      const context = canvas.getContext('2d');
      context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const pixels = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return { width: canvas.width, height: canvas.height, data: [...pixels] };
    });
    return readPixels(new Uint8ClampedArray(data), width, height);
  }

  test.each([
    ['light', 1180],
    ['dark', 390],
  ] as const)(
    'by keyboard alone, in the %s, %i wide: a phone reads the QR off the screen and comes online',
    async (colorScheme, width) => {
      const { url, code } = await stage.olivia.pageAfter('A code', () =>
        stage.olivia.command('/softphone-code 100@acme.example'),
      );
      const page = await browsing.context.newPage();
      await page.setViewportSize({ width, height: 860 });
      await page.emulateMedia({ colorScheme });
      await page.goto(url);
      const name = `sign-in-code/${colorScheme}`;
      expect(await browsing.look(page, `${name}-asks`)).toEqual([]);
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name'));
      while ((await focused()) !== 'code') await page.keyboard.press('Tab');
      await page.keyboard.type(code);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Sign 100@acme.example in' }).waitFor();
      expect(await browsing.look(page, `${name}-shown`)).toEqual([]);
      const phone = shop.acrobits();
      expect(await phone.scan(await readOffScreen(page.getByAltText('QR that signs Cloud Softphone (Acrobits) in')))).toEqual({
        signedIn: true,
      });
      expect((await phone.register()).status).toBe(200);
      expect(await readOffScreen(page.getByAltText('QR that signs SessionTalk in'))).toMatch(
        /^scsc:100@acme\.example:[0-9A-Z-]{14}:NorthwindVoice$/,
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)).toBe(false);
      expect(browsing.complaints).toEqual([]);
      await page.close();
    },
  );
});
