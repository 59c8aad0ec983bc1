import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Operator, textOf, Visitor } from '../scripts/lib/person.ts';
import {
  ask,
  breakVendor,
  choose,
  enableBase,
  fillIn,
  giveClientSecret,
  giveCredentials,
  lettersAbout,
  openStage,
  type Stage,
  synchronized,
} from './stage.ts';

describe('after Acrobits was contacted', () => {
  const csp = 'Northwind Telecom';
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    await ask(stage, { cspCompany: csp, domains: 'acme.example' });
    await giveClientSecret(stage, csp);
    await stage.olivia.cardSays(csp, 'Write to Acrobits');
  });
  afterAll(() => stage?.close());
  const subjects = async () => (await lettersAbout(stage, csp)).map(({ subject }) => subject);
  const handOff = async () => /https?:\/\/\S+\/acrobits\/\S+/.exec((await lettersAbout(stage, csp))[0]?.text ?? '')?.[0] ?? '';

  test('a wrong value is corrected in a letter that says what changed; their page shows it then, and not before', async () => {
    await fillIn(stage.olivia, csp, 'Correct the values', { coreHost: '127.0.0.1' });
    await stage.olivia.cardSays(csp, 'Send the correction to Acrobits');
    const page = new Visitor();
    expect((await page.open(await handOff())).text).toContain('<dd data-value="core hostname">localhost</dd>');
    await stage.olivia.press(csp, 'Send the correction to Acrobits');
    await expect.poll(async () => JSON.stringify(await stage.olivia.modal())).toContain('127.0.0.1 (instead of localhost)');
    await stage.olivia.submit({});
    await expect.poll(subjects).toContain(`Correction: Cloud Softphone for ${csp}`);
    const { text } = (await lettersAbout(stage, csp)).find(({ subject }) => subject.startsWith('Correction')) ?? { text: '' };
    expect(text).toContain('Primary core hostname: 127.0.0.1 (instead of localhost)');
    expect(text).not.toContain('OAuth client ID');
    expect((await page.open(await handOff())).text).toContain('<dd data-value="core hostname">127.0.0.1</dd>');
    await expect.poll(async () => textOf(await stage.olivia.card(csp))).not.toContain('Send the correction to Acrobits');
  });

  test('a follow-up is shown before it is sent; two people who send the same draft are one letter', async () => {
    const ada = new Operator(stage.stack.urls.slack, 'U0ADA');
    for (const who of [stage.olivia, ada]) {
      await who.press(csp, 'Write to Acrobits');
      await expect.poll(async () => JSON.stringify(await who.modal())).toContain('have no cloudId, API key');
    }
    await Promise.all([stage.olivia.submit({}), ada.submit({})]);
    const left = await Promise.all([stage.olivia.modal(), ada.modal()]);
    expect(
      left.filter(
        (modal) =>
          JSON.stringify(modal)?.includes('has sent this letter already') || JSON.stringify(modal)?.includes('changed meanwhile'),
      ),
    ).toHaveLength(1);
    for (const who of [stage.olivia, ada]) if (await who.modal()) await who.act('close');
    const reminder = `Reminder: Cloud Softphone for ${csp}`;
    await expect.poll(subjects).toContain(reminder);
    expect((await subjects()).filter((subject) => subject === reminder)).toHaveLength(1);
  });

  test('cancelled: their page is closed, and they are told on a click that it is withdrawn', async () => {
    await stage.olivia.press(csp, 'Cancel');
    await stage.olivia.cardSays(csp, 'Cancelled');
    expect((await fetch(await handOff())).status).toBe(410);
    expect(await subjects()).not.toContain(`Withdrawn: Cloud Softphone for ${csp}`);
    await fillIn(stage.olivia, csp, 'Tell Acrobits that it is withdrawn', {});
    await expect.poll(subjects).toContain(`Withdrawn: Cloud Softphone for ${csp}`);
    await expect.poll(async () => textOf(await stage.olivia.card(csp))).not.toContain('Tell Acrobits that it is withdrawn');
  });
});

describe('after it is enabled', () => {
  const csp = 'Northwind Mobile';
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ autoReply: true });
    await enableBase(stage, csp, ['acme.example', 'globex.example', 'initech.example']);
  });
  afterAll(() => stage?.close());

  test('a domain that is stuck is skipped, its password is gone, and the others go on; it can be added again', async () => {
    await breakVendor(stage, 'acrobits', { operation: 'provisionDomain', times: 1, status: 404 });
    await giveCredentials(stage, csp, 'acme.example');
    await stage.olivia.cardSays(csp, 'Try again: acme.example');
    await choose(stage.olivia, csp, 'Skip a domain', 'acme.example');
    await stage.olivia.cardSays(csp, /acme\.example`?: skipped/);
    await giveCredentials(stage, csp, 'globex.example');
    await synchronized(stage, csp, 'globex.example');
    await stage.olivia.command('/enable-acrobits domain acme.example');
    await stage.olivia.wordsSay('`acme.example` was added');
    await giveCredentials(stage, csp, 'acme.example');
    await synchronized(stage, csp, 'acme.example');
  });

  test('what Acrobits returned is corrected, and the domain goes on with it', async () => {
    await breakVendor(stage, 'acrobits', { operation: 'provisionDomain', times: 1, status: 401 });
    await giveCredentials(stage, csp, 'initech.example');
    await fillIn(stage.olivia, csp, 'Correct what Acrobits returned', { cloudId: 'NSACNE' });
    await stage.olivia.cardSays(csp, 'Enabled under cloudId NSACNE');
    await stage.olivia.cardSays(csp, 'Try again: initech.example');
    await stage.olivia.press(csp, 'Correct what Acrobits returned');
    await expect.poll(async () => (await stage.olivia.modal())?.title?.text).toBe('What Acrobits returned');
    expect(await stage.olivia.submit({ cloudId: 'NSACME', messagingHost: 'https://wrong' })).toMatchObject({
      errors: { messagingHost: expect.stringContaining('Only the host name') },
    });
    await stage.olivia.submit({ cloudId: 'NSACME', messagingHost: stage.stack.urls.messagingHost });
    await synchronized(stage, csp, 'initech.example');
  });

  test('cancelling what is open keeps what is enabled, and names the domains that stay at Acrobits', async () => {
    await stage.olivia.command('/enable-acrobits domain umbrella.example');
    await stage.olivia.wordsSay('was added');
    await stage.olivia.command('/enable-acrobits cancel');
    const told = await stage.olivia.wordsSay('The environment stays enabled.');
    expect(told).toMatch(/end.*`umbrella\.example`.*staying there: `acme\.example`, `globex\.example`, `initech\.example`/s);
    await stage.olivia.pressAnswer('Cancel what is open');
    await stage.olivia.cardSays(csp, /umbrella\.example`?: skipped/);
    await stage.olivia.cardSays(csp, 'Enabled under cloudId NSACME');
  });
});
