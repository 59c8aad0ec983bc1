import type { Locator, Page } from 'playwright-core';

/** Follows a link that opens a tab of its own, as the buttons of Slack with an address do. */
export async function follow(page: Page, link: Locator): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await link.click();
  const tab = await opened;
  await tab.waitForLoadState();
  return tab;
}

/** Links to one-time pages that Slack offers this person. */
export const offersIn = (slack: Page): Locator => slack.getByRole('link', { name: 'Open the secure page' });

/** The six digits that stand in the message around a link to a secure page. */
export async function codeBeside(link: Locator): Promise<string> {
  const message = await link.locator('xpath=ancestor::article').textContent();
  return /code:\s*(\d{6})/.exec(message ?? '')?.[1] ?? '';
}

/** Presses a button that is answered with a one-time page, opens it, and types the code that stands beside the link. */
export async function openSecretPage(slack: Page, button: Locator): Promise<Page> {
  await button.waitFor();
  const offered = offersIn(slack).nth(await offersIn(slack).count());
  // A card that is edited between the mouse's down and its up may move the button away from it; whoever pressed in vain presses again.
  const seen = () =>
    offered.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
  await button.click();
  for (let again = 0; again < 2 && !(await seen()); again += 1) await button.click();
  await offered.waitFor();
  const page = await follow(slack, offered);
  await page.getByLabel('Confirmation code').fill(await codeBeside(offered));
  return page;
}
