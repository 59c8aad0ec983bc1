import type { Locator, Page } from 'playwright-core';
import type { Browsing } from '../chromium.ts';
import { openSecretPage } from '../pages.ts';

/** Somebody at the local Slack who only clicks and types. */
export class Clicker {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open({ context }: Browsing, slack: string, person: string): Promise<Clicker> {
    const page = await context.newPage();
    await page.goto(`${slack}/?as=${person}`);
    await page.getByRole('textbox', { name: 'Message #ops' }).waitFor();
    return new Clicker(page);
  }

  /** The card of the one run there is. */
  get card(): Locator {
    return this.page.locator('article').filter({ has: this.page.getByRole('heading', { name: /^Cloud Softphone for/ }) });
  }

  /** Types a command that opens a form. */
  async command(text: string): Promise<Locator> {
    await this.page.getByRole('textbox', { name: 'Message #ops' }).fill(text);
    await this.page.getByRole('button', { name: 'Send' }).click();
    const form = this.page.getByRole('dialog');
    await form.waitFor();
    return form;
  }

  /** Goes to a channel, or to the app’s Home. */
  async goTo(place: string): Promise<void> {
    await this.page.getByRole('link', { name: place, exact: true }).click();
  }

  /** The one-time page that a button of the card leads to, with the code typed. */
  secretPage(button: string): Promise<Page> {
    return openSecretPage(this.page, this.card.getByRole('button', { name: button }));
  }
}
