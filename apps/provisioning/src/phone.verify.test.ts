import { fileURLToPath } from 'node:url';
import { seconds, Unreachable } from '@enablement/core';
import { ADA } from '@enablement/core/testing';
import { Verifier, type VerifierOptions } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import { openStage } from './testing/stage.ts';

const pact = fileURLToPath(new URL('../../../packages/contracts/pacts/phone-provisioning.json', import.meta.url));
const PASSWORD = 'mock-password';
const NAME = '100@acme.example';

/** Pact's own proxy reads forms, and would send them on as JSON. */
const requestFilter: NonNullable<VerifierOptions['requestFilter']> = (req, _res, next) => {
  if (req.headers['content-type'] === 'application/x-www-form-urlencoded')
    req.body = Buffer.from(new URLSearchParams(req.body).toString());
  next();
};

/** What phones expect, held against the program; `templates` are what an operator may have set. */
async function verify(templates: object = {}): Promise<unknown> {
  await using stage = await openStage({ templates });
  const ben = { id: '101@acme.example', name: 'Ben Example', numbers: [{ kind: 'work', number: '101' }] };
  const ada = { password: PASSWORD, softphone: ADA, contacts: [ben] };
  /** Nothing that an earlier conversation left behind is believed. */
  const begin = async () => {
    stage.pass(seconds(31));
    stage.platform.trouble = async () => undefined;
    stage.platform.users.set(NAME, ada);
    await stage.logins.forget({ cloudId: 'NSACME', name: NAME });
  };
  const talk = { username: NAME, password: PASSWORD };
  const stateHandlers = {
    'Ada of acme.example may sign in': begin,
    'Ada of acme.example is gone': async () => {
      await begin();
      stage.platform.users.delete(NAME);
    },
    'NetSapiens does not answer': async () => {
      await begin();
      stage.platform.trouble = async () => {
        throw new Unreachable('portal.northwind.example did not answer.', '');
      };
    },
    'Ada has had her Quick Dial since then': async () => {
      await begin();
      await stage.post('/acrobits/global', { cloud_id: 'NSACME', cloud_username: NAME, cloud_password: PASSWORD });
    },
    'SessionTalk’s app has its account': async () => {
      await begin();
      await stage.sessionTalk(talk);
    },
  };
  const options = { provider: 'provisioning', providerBaseUrl: stage.url, pactUrls: [pact], stateHandlers, requestFilter };
  return JSON.parse(await new Verifier({ ...options, logLevel: 'error' }).verifyProvider());
}

test('the program answers every call that the makers of the apps document', async () => {
  expect(await verify()).toMatchObject({ result: true, errors: [] });
});

test('a program that answers otherwise is caught', async () => {
  await expect(verify({ phones: [{ cloudId: 'NSACME', transport: 'tcp' }] })).rejects.toThrow(/transport|tcp/i);
});
