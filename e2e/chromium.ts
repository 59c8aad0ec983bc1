import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { ROOT } from '../scripts/lib/program.ts';

const SCREENSHOTS = path.join(ROOT, 'screenshots');

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const found = [process.env.CHROMIUM, ...USUAL_PLACES].find((place) => place && existsSync(place));

/** Without a browser the stories in one are skipped, except where nothing may be: in CI they fail. */
export const skipBrowser = found === undefined && !process.env.CI;
const HOW_TO_GET_ONE =
  'There is no chromium on this machine: install it (Debian: apt-get install chromium) or name one, CHROMIUM=/path/to/chromium.';
if (skipBrowser) console.warn(`The stories in a browser are skipped. ${HOW_TO_GET_ONE}`);

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** A browser whose pages are looked at: each look keeps a screenshot and holds the page to axe's rules. */
export class Browsing {
  readonly #browser: Browser;
  readonly context: BrowserContext;
  /** What pages complained about: errors in their scripts, and what their content security policy refused. */
  readonly complaints: string[] = [];

  private constructor(browser: Browser, context: BrowserContext) {
    this.#browser = browser;
    this.context = context;
    context.on('weberror', (error) => this.complaints.push(error.error().message));
    context.on('console', (message) => {
      // A form that is answered with 422, or a page that is gone (410), is an answer and no complaint.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(message.text());
    });
  }

  static async open(): Promise<Browsing> {
    if (found === undefined) throw new Error(HOW_TO_GET_ONE);
    const browser = await chromium.launch({ executablePath: found, args: ['--no-sandbox'] });
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1180, height: 860 } });
    context.setDefaultTimeout(15_000);
    return new Browsing(browser, context);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  /** Keeps a screenshot, and gives what a person with a disability would stumble over seriously, as sentences. */
  async look(page: Page, name: string): Promise<readonly string[]> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), animations: 'disabled', fullPage: true });
    // As text, since a page's content security policy stops scripts that are added to it, and not what the debugger evaluates.
    await page.evaluate(axe.source);
    const violations: readonly Violation[] = await page.evaluate(
      "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
    );
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, help, nodes }) => `${name}: ${help} (${id}): ${nodes.map(({ html }) => html.slice(0, 300)).join(' | ')}`);
  }
}
