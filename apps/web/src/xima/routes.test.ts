import { days, Secret, ximaPlace } from '@enablement/core';
import { describe, expect, test } from 'vitest';
import { setStage } from '../testing/stage.ts';

const CLIENT = 'canary-xima-client-91ab';
const PASSWORD = 'canary-xima-password-77cd';
const VALUES = {
  domain: 'acme.example',
  sipProxyServerHost: 'portal.northwind.example',
  sipProxyServerPort: 5060,
  apiUrl: 'https://portal.northwind.example',
  apiClientId: 'xima',
  apiUsername: 'xima@acme.example',
  did: '15551230100',
};

async function setSheet(secrets = true) {
  const stage = await setStage();
  const { world } = stage;
  const { id } = await world.xima.request(VALUES, 'U0OLIVIA', 'C0OPS', 'V1', 'T1');
  if (secrets) {
    await world.vault.keep(ximaPlace(id, 'api_client_secret'), new Secret(CLIENT));
    await world.vault.keep(ximaPlace(id, 'api_password'), new Secret(PASSWORD));
  }
  const at = world.clock.now();
  const finding = { target: 'acme.example', severity: 'blocking', owner: 'CSP', expected: 'what is right', at } as const;
  await world.xima.report(id, 1, {
    kind: 'xima',
    name: 'acme.example',
    startedAt: at,
    endedAt: at,
    findings: [
      { ...finding, check: 'xima-api-url', title: 'The API answers', status: 'passed', seen: 'It does.', fix: '' },
      {
        ...finding,
        check: 'xima-did',
        title: 'The number is there',
        status: 'failed',
        seen: 'It is not <b>there</b>.',
        fix: 'Assign it.',
      },
    ],
  });
  const { token, code } = await world.xima.handOver(id, 'U0OLIVIA', new Date(at.getTime() + days(7)));
  return { ...stage, [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](), xima: id, code, path: `/xima/${token.reveal()}` };
}

describe('the page for whoever sets up Xima', () => {
  test('holds every value by Xima’s own name, and the checks with what to do first, and no secret', async () => {
    await using sheet = await setSheet();
    const page = await sheet.visitor.open(sheet.path);
    expect([page.status, page.outcome]).toEqual([200, 'open']);
    for (const [name, value] of [
      ['domain', 'acme.example'],
      ['sip_proxy_server_host', 'portal.northwind.example'],
      ['sip_proxy_server_port', '5060'],
      ['api_url', 'https://portal.northwind.example'],
      ['api_client_id', 'xima'],
      ['api_username', 'xima@acme.example'],
      ['did', '15551230100'],
    ])
      expect(page.text).toContain(`<dd data-value="${name}">${value}</dd>`);
    expect(page.text.indexOf('Assign it.')).toBeLessThan(page.text.indexOf('The API answers'));
    expect(page.text).toContain('It is not &lt;b>there&lt;/b>.');
    expect(page.text).not.toContain('canary');
  });

  test('shows both secrets once, to whoever has the code', async () => {
    await using sheet = await setSheet();
    const page = await sheet.visitor.open(sheet.path);
    const wrong = await sheet.visitor.send(page, `${sheet.path}/reveal`, { code: '999999' });
    expect([wrong.status, wrong.outcome]).toEqual([422, 'problems']);
    expect(wrong.text).toContain('4 attempts left');
    const shown = await sheet.visitor.send(page, `${sheet.path}/reveal`, { code: sheet.code });
    expect([shown.status, shown.outcome]).toEqual([200, 'revealed']);
    expect(shown.text).toContain(CLIENT);
    expect(shown.text).toContain(PASSWORD);
    const again = await sheet.visitor.send(page, `${sheet.path}/reveal`, { code: sheet.code });
    expect([again.status, again.outcome]).toEqual([409, 'already revealed']);
    const back = await sheet.visitor.open(sheet.path);
    for (const seen of [again, back]) expect(seen.text).not.toContain('canary');
    expect(sheet.logged.join('\n')).not.toContain('canary');
  });

  test('is locked after five wrong codes', async () => {
    await using sheet = await setSheet();
    const page = await sheet.visitor.open(sheet.path);
    for (let time = 0; time < 4; time++) await sheet.visitor.send(page, `${sheet.path}/reveal`, { code: '999999' });
    const locked = await sheet.visitor.send(page, `${sheet.path}/reveal`, { code: '999999' });
    expect([locked.status, locked.outcome]).toEqual([429, 'locked']);
    const right = await sheet.visitor.send(page, `${sheet.path}/reveal`, { code: sheet.code });
    expect(right.status).toBe(429);
    expect(right.text).not.toContain('canary');
  });

  test('says so when the secrets are not here, and does not use itself up', async () => {
    await using sheet = await setSheet();
    const page = await sheet.visitor.open(sheet.path);
    await sheet.world.vault.destroy(ximaPlace(sheet.xima, 'api_password'));
    expect((await sheet.visitor.open(sheet.path)).text).toContain('They are not here at the moment');
    const asked = await sheet.visitor.send(page, `${sheet.path}/reveal`, { code: sheet.code });
    expect([asked.status, asked.outcome]).toEqual([409, 'no secrets']);
  });

  test('is gone when it is too old, when a newer one was given, and when the check was closed', async () => {
    await using sheet = await setSheet();
    const { world, xima, visitor } = sheet;
    const newer = await world.xima.handOver(xima, 'U0OLIVIA', new Date(world.clock.now().getTime() + days(7)));
    expect((await visitor.open(sheet.path)).status).toBe(404);
    const path = `/xima/${newer.token.reveal()}`;
    sheet.wait(days(8));
    expect((await visitor.open(path)).outcome).toBe('expired');
    await world.xima.close(xima, 'U0OLIVIA');
    expect((await visitor.open(path)).status).toBe(404);
    expect((await visitor.open(`/xima/${'A'.repeat(43)}`)).status).toBe(404);
  });

  test('a form from elsewhere reveals nothing', async () => {
    await using sheet = await setSheet();
    const forged = await sheet.visitor.open(`${sheet.path}/reveal`, {
      method: 'POST',
      body: new URLSearchParams({ code: sheet.code }),
    });
    expect(forged.status).toBe(403);
    expect(forged.text).not.toContain('canary');
  });
});

describe('the one-time page of a secret for Xima', () => {
  test('says what it is for, takes it, and the check goes on', async () => {
    await using sheet = await setSheet(false);
    const { world, xima, visitor } = sheet;
    const expires = new Date(world.clock.now().getTime() + 60_000);
    const owner = { xima };
    const { token, code } = await world.links.issue({ owner, field: 'api_password', person: 'U0OLIVIA', expires });
    const page = await visitor.open(`/s/${token.reveal()}`);
    for (const said of ['Enter the API password for Xima', 'Xima CCaaS', 'acme.example', 'xima@acme.example', 'shown once'])
      expect(page.text).toContain(said);
    const done = await visitor.send(page, `/s/${token.reveal()}`, { code, secret: PASSWORD });
    expect(done.outcome).toBe('accepted');
    expect((await world.vault.open(ximaPlace(xima, 'api_password')))?.reveal()).toBe(PASSWORD);
  });
});
