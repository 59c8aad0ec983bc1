import { days, Refused, Secret, Unreachable } from '@enablement/core';
import { describe, expect, test } from 'vitest';
import { CLIENT_SECRET, type Stage, setStage } from '../testing/stage.ts';
import { createVisitor } from '../testing/visitor.ts';

const API_KEY = 'canary-api-key-91fa';
const VALUES = { cloudId: 'NSACME', apiKey: API_KEY, messagingHost: 'api-us.messaging.acrobits.example' };

const values = (text: string) =>
  Object.fromEntries([...text.matchAll(/<dd data-value="([^"]+)">([^<]*)<\/dd>/g)].map(([, name, value]) => [name, value]));
const revealed = (text: string) => /<code id="client-secret"[^>]*>([^<]*)<\/code>/.exec(text)?.[1];
const problem = (text: string, name: string) =>
  new RegExp(`data-error-for="${name}">([^<]*)<`).exec(text)?.[1]?.replaceAll('&quot;', '"');

async function opened(stage: Stage) {
  const path = await stage.handOff();
  return { path, page: await stage.visitor.open(path) };
}

describe('the page that Acrobits reaches from the e-mail', () => {
  test('lists the prerequisites and the contact, and holds the two forms', async () => {
    await using stage = await setStage();
    const { path, page } = await opened(stage);
    expect(page.status).toBe(200);
    expect(values(page.text)).toEqual({
      'portal URL': 'https://portal.acme.example',
      'core hostname': 'core1.acme.example',
      'client ID': 'acrobits-softphone',
      'CSP company name': 'Acme Telecom',
      'CSP contact name': 'Ada Example',
      'CSP contact e-mail': 'ada@acme.example',
      'CSP contact phone': '+1 555 123 0100',
      'wanted domains': 'acme.example, globex.example',
    });
    expect(page.text).toContain(`<form id="reveal" method="post" action="${path}/reveal">`);
    expect(page.text).toContain(`<form id="answer" method="post" action="${path}/answer"`);
    expect(page.text).not.toContain(CLIENT_SECRET);
  });

  test('writes what people typed as text, never as markup', async () => {
    const evil = '<script>alert(1)</script>" onload="x';
    await using stage = await setStage({ cspCompany: evil });
    const { page } = await opened(stage);
    expect(page.text).not.toContain('<script>alert');
    expect(page.text).not.toContain('" onload="');
    expect(page.text).toContain('&lt;script>alert(1)');
  });

  test('reveals the client secret once, on a click, with the answer form on the same page', async () => {
    await using stage = await setStage();
    const { path, page } = await opened(stage);
    const shown = await stage.visitor.send(page, `${path}/reveal`, {});
    expect([shown.status, shown.outcome, revealed(shown.text)]).toEqual([200, 'revealed', CLIENT_SECRET]);
    expect(shown.text).toContain('<form id="answer"');
    const again = await stage.visitor.send(shown, `${path}/reveal`, {});
    expect([again.status, again.outcome]).toEqual([409, 'already revealed']);
    for (const later of [again, await stage.visitor.open(path)]) {
      expect(later.text).toContain('It was revealed on');
      expect(later.text).not.toContain('id="reveal"');
      expect(later.text).not.toContain(CLIENT_SECRET);
    }
  });

  test('gives the secret to exactly one of twenty clicks at once', async () => {
    await using stage = await setStage();
    const { path, page } = await opened(stage);
    const clicks = await Promise.all(Array.from({ length: 20 }, () => stage.visitor.send(page, `${path}/reveal`, {})));
    expect(clicks.filter(({ text }) => text.includes(CLIENT_SECRET))).toHaveLength(1);
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
  });

  test('is not used up by mail scanners', async () => {
    await using stage = await setStage();
    const path = await stage.handOff();
    for (let time = 0; time < 10; time++) {
      expect((await stage.visitor.open(path, { method: 'HEAD', headers: { cookie: '' } })).status).toBe(200);
      expect((await stage.visitor.open(`${path}/reveal`)).status).toBe(303);
      expect((await stage.visitor.open(path, { headers: { cookie: '' } })).text).toContain('id="reveal"');
    }
    const shown = await stage.visitor.send(await stage.visitor.open(path), `${path}/reveal`, {});
    expect(revealed(shown.text)).toBe(CLIENT_SECRET);
  });

  test('spends no reveal while the secret is not in the vault', async () => {
    await using stage = await setStage();
    const { path, page } = await opened(stage);
    await stage.world.vault.destroy({ owner: stage.id, field: 'client secret' });
    const empty = await stage.visitor.send(page, `${path}/reveal`, {});
    expect([empty.status, empty.outcome]).toEqual([409, 'no secret']);
    expect(empty.text).toContain('It is not here at the moment');
    await stage.world.vault.keep({ owner: stage.id, field: 'client secret' }, new Secret(CLIENT_SECRET));
    expect(revealed((await stage.visitor.send(page, `${path}/reveal`, {})).text)).toBe(CLIENT_SECRET);
  });

  test('says that a reveal is spent when the vault fails after the click', async () => {
    await using stage = await setStage({
      ports: ({ vault }) => ({
        vault: { ...vault, open: () => Promise.reject(new Unreachable('PostgreSQL did not answer', 'Wait.')) },
      }),
    });
    const { path, page } = await opened(stage);
    const lost = await stage.visitor.send(page, `${path}/reveal`, {});
    expect([lost.status, lost.outcome]).toEqual([503, 'reveal lost']);
    expect(lost.text).toContain('ask us to open the page again');
    expect(stage.logged.join('\n')).toContain('reveal lost');
  });

  test('takes cloudId, API key and messaging host', async () => {
    await using stage = await setStage();
    const { path, page } = await opened(stage);
    const thanks = await stage.visitor.send(page, `${path}/answer`, VALUES);
    expect([thanks.status, thanks.outcome]).toEqual([200, 'accepted']);
    const { cloudId, messagingHost } = VALUES;
    expect(await stage.world.register.answered(stage.id)).toEqual({ cloudId, messagingHost });
    expect((await stage.world.vault.open({ owner: stage.id, field: 'API key' }))?.reveal()).toBe(API_KEY);
    expect(thanks.text).not.toContain(API_KEY);
  });

  test('takes one answer; a second is refused and changes nothing until somebody reopens the page', async () => {
    await using stage = await setStage();
    const { path, page } = await opened(stage);
    await stage.visitor.send(page, `${path}/answer`, VALUES);
    const second = await stage.visitor.send(page, `${path}/answer`, { ...VALUES, cloudId: 'OTHER' });
    expect([second.status, second.outcome]).toEqual([409, 'already answered']);
    expect(second.text).toContain('already answered');
    expect((await stage.world.register.answered(stage.id))?.cloudId).toBe('NSACME');
    const closed = await stage.visitor.open(path);
    expect(closed.text).toContain('You returned them on');
    expect(closed.text).toContain('id="reveal"');

    await stage.world.links.reopen(stage.id, 'U0ADA');
    const third = await stage.visitor.send(await stage.visitor.open(path), `${path}/answer`, { ...VALUES, cloudId: 'OTHER' });
    expect(third.outcome).toBe('accepted');
  });

  test('shows the hint of a field, and its problem instead once there is one', async () => {
    await using stage = await setStage();
    const { path, page } = await opened(stage);
    const [hint, wrong] = ['messagingHost-hint', 'messagingHost-problem'];
    expect(page.text).toContain(`<p class="hint" id="${hint}">Only the host name, for example`);
    expect(page.text).toContain(`aria-describedby="${hint}"`);
    const checked = await stage.visitor.send(page, `${path}/answer`, {
      ...VALUES,
      messagingHost: 'https://api.acrobits.example',
    });
    expect(checked.text).toContain(`id="${wrong}" data-error-for="messagingHost">Only the host name, without https://`);
    expect(checked.text).toContain(`aria-describedby="${wrong}"`);
    expect(checked.text).not.toContain(hint);
    expect(checked.text).toContain('aria-describedby="cloudId-hint"');
  });

  test('keeps what was typed, except the key, and says under each field what is wrong', async () => {
    await using stage = await setStage();
    const { path, page } = await opened(stage);
    const wrong = { cloudId: 'NS ACME!', apiKey: `${API_KEY} `, messagingHost: 'https://api.acrobits.example/x' };
    const checked = await stage.visitor.send(page, `${path}/answer`, wrong);
    expect([checked.status, checked.outcome]).toEqual([422, 'problems']);
    for (const name of ['cloudId', 'apiKey', 'messagingHost']) {
      expect(problem(checked.text, name)).toBeTruthy();
      expect(checked.text).toContain(`aria-describedby="${name}-problem"`);
    }
    expect(checked.text).toContain('value="NS ACME!"');
    expect(checked.text).toContain('value="https://api.acrobits.example/x"');
    expect(checked.text).not.toContain(API_KEY);
    expect(await stage.world.register.answered(stage.id)).toBeUndefined();
  });

  test('says that an empty form needs all three values', async () => {
    await using stage = await setStage();
    const { path, page } = await opened(stage);
    const checked = await stage.visitor.send(page, `${path}/answer`, {});
    expect(['cloudId', 'apiKey', 'messagingHost'].filter((name) => problem(checked.text, name))).toHaveLength(3);
  });

  test('refuses a cloudId that another environment has, without naming it', async () => {
    await using stage = await setStage();
    const { register } = stage.world;
    const domains: string[] = [];
    const prerequisites = (await register.get(stage.id))?.prerequisites;
    if (prerequisites === undefined) throw new Error('the stage has an enablement');
    const other = { ...prerequisites, cspCompany: 'Globex', portalUrl: 'https://portal.globex.example', domains };
    const { id } = await register.request(other, 'U0BOB', 'C0OPS', 'form-2');
    await register.enable(id, { cloudId: 'NSACME', messagingHost: VALUES.messagingHost });
    const { path, page } = await opened(stage);
    const checked = await stage.visitor.send(page, `${path}/answer`, VALUES);
    expect(checked.status).toBe(422);
    expect(problem(checked.text, 'cloudId')).toContain('already belongs to another NetSapiens environment');
    expect(checked.text).not.toContain('Globex');
  });

  test('looks the messaging host up', async () => {
    await using stage = await setStage();
    const { path, page } = await opened(stage);
    const asked: string[] = [];
    stage.world.vendors.network.resolve = async (host) => {
      asked.push(host);
      return { resolved: 'nothing' };
    };
    const nowhere = await stage.visitor.send(page, `${path}/answer`, { ...VALUES, messagingHost: 'api.acrobits.example:8443' });
    expect(problem(nowhere.text, 'messagingHost')).toContain('does not resolve to any address');
    stage.world.vendors.network.resolve = async () => ({ resolved: 'private', address: '10.0.0.7' });
    const inside = await stage.visitor.send(page, `${path}/answer`, VALUES);
    expect(problem(inside.text, 'messagingHost')).toContain('private address (10.0.0.7)');
    stage.world.vendors.network.resolve = async () => {
      throw new Refused('This is not a host name.', 'Give a host name.');
    };
    const refused = await stage.visitor.send(page, `${path}/answer`, VALUES);
    expect(problem(refused.text, 'messagingHost')).toBe('This is not a host name. Give a host name.');
    expect(asked).toEqual(['api.acrobits.example']);
    expect(await stage.world.register.answered(stage.id)).toBeUndefined();
  });

  test('takes a private messaging host where private hosts are allowed', async () => {
    await using stage = await setStage({ allowPrivateHosts: true });
    stage.world.vendors.network.resolve = async () => ({ resolved: 'private', address: '127.0.0.1' });
    const { path, page } = await opened(stage);
    const thanks = await stage.visitor.send(page, `${path}/answer`, { ...VALUES, messagingHost: 'localhost:4402' });
    expect(thanks.outcome).toBe('accepted');
  });

  test('takes the answer while name servers are down; the host is looked up again before it is stored', async () => {
    await using stage = await setStage();
    stage.world.vendors.network.resolve = async () => {
      throw new Unreachable('The name server did not answer.', 'Wait.');
    };
    const { path, page } = await opened(stage);
    expect((await stage.visitor.send(page, `${path}/answer`, VALUES)).outcome).toBe('accepted');
  });

  test('is closed when the enablement is cancelled, and when its time has passed', async () => {
    await using stage = await setStage();
    const { path, page } = await opened(stage);
    stage.wait(days(30));
    for (const late of [await stage.visitor.open(path), await stage.visitor.send(page, `${path}/reveal`, {})])
      expect([late.status, late.outcome]).toEqual([410, 'expired']);
    await stage.world.register.cancel(stage.id, 'U0ADA');
    for (const action of ['reveal', 'answer']) {
      const gone = await stage.visitor.send(page, `${path}/${action}`, VALUES);
      expect([gone.status, gone.outcome]).toEqual([410, 'cancelled']);
    }
    expect(await stage.world.register.answered(stage.id)).toBeUndefined();
  });

  test('looks the same for unknown and malformed links', async () => {
    await using stage = await setStage();
    const pages = await Promise.all(
      [`/acrobits/${'A'.repeat(43)}`, '/acrobits/x', '/acrobits/%FF', '/acrobits/'].map((path) => stage.visitor.open(path)),
    );
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
  });

  test('shows the client secret in no answer but the one reveal', async () => {
    await using stage = await setStage();
    const { path, page } = await opened(stage);
    const link = await stage.issue('client secret');
    const stranger = createVisitor(stage.url);
    const seen = [
      page,
      await stranger.send(page, `${path}/reveal`, {}),
      await stage.visitor.open(link.path),
      await stage.visitor.open('/'),
      await stage.visitor.open('/healthz'),
      await stage.visitor.send(page, `${path}/answer`, { cloudId: '!' }),
      await stage.visitor.open(`${path}/reveal`, { method: 'PUT' }),
      await stage.visitor.send(page, `${path}/reveal`, {}),
      await stage.visitor.send(page, `${path}/reveal`, {}),
      await stage.visitor.send(page, `${path}/answer`, VALUES),
      await stage.visitor.send(page, `${path}/answer`, VALUES),
      await stage.visitor.open(path),
    ];
    const carrying = seen.filter(({ text, headers }) => (text + JSON.stringify([...headers])).includes(CLIENT_SECRET));
    expect(carrying.map(({ outcome }) => outcome)).toEqual(['revealed']);
    expect(stage.logged.join('\n')).not.toMatch(/canary/);
  });
});
