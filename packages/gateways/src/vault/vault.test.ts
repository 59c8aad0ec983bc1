import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { Refused, Secret, type SecretPlace, Unreachable } from '@enablement/core';
import { createMemoryVault } from '@enablement/core/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../postgres/connect.ts';
import { startTestDatabase } from '../postgres/testing.ts';
import { SecretsKey } from './secrets-key.ts';
import { vaultSuite } from './vault.suite.ts';
import { createVault } from './vault.ts';

const CANARY = 'canary-7f3d9a51';
const key = new SecretsKey(randomBytes(32));
const acme: SecretPlace = { owner: 'acme', field: 'client secret' };
const globex: SecretPlace = { owner: 'globex', field: 'client secret' };

let database: Awaited<ReturnType<typeof startTestDatabase>>;
beforeAll(async () => {
  database = await startTestDatabase();
});
beforeEach(async () => {
  await run('truncate secrets');
});
afterAll(() => database.remove());

const run = (statement: string) => sql.raw(statement).execute(database.db);

vaultSuite('memory', async () => createMemoryVault());
vaultSuite('PostgreSQL', async () => createVault({ db: database.db, key }));

describe('secrets in PostgreSQL', () => {
  const vault = () => createVault({ db: database.db, key });

  test('never lie there in the clear, before or after destroying', async () => {
    await vault().keep(acme, new Secret(CANARY));
    const stored = await everything();
    await vault().destroy(acme);
    for (const text of [stored, await everything()]) {
      expect(text).toContain('acme');
      expect(text).not.toContain(CANARY);
      expect(text).not.toContain(Buffer.from(CANARY).toString('hex'));
      expect(text).not.toContain(Buffer.from(CANARY).toString('base64'));
    }
  });

  test('a row that was moved to another owner cannot be opened', async () => {
    await vault().keep(acme, new Secret(CANARY));
    await vault().keep(globex, new Secret('another'));
    await run(`update secrets set owner = case owner when 'acme' then 'swap' else 'acme' end`);
    const error = await failure(vault().open(acme));
    expect(error).toBeInstanceOf(Refused);
    expect(inspect(error)).not.toContain(CANARY);
  });

  test.each(['wrapped_key', 'ciphertext'])('a changed bit in %s is noticed', async (column) => {
    await vault().keep(acme, new Secret(CANARY));
    await run(`update secrets set ${column} = set_bit(${column}, 300, 1 - get_bit(${column}, 300))`);
    expect(await failure(vault().open(acme))).toBeInstanceOf(Refused);
  });

  test('an older version cannot be passed off as the newer one', async () => {
    await vault().keep(acme, new Secret('old'));
    const old = await database.db.selectFrom('secrets').select(['wrapped_key', 'ciphertext']).executeTakeFirstOrThrow();
    await vault().keep(acme, new Secret('new'));
    await database.db.updateTable('secrets').set(old).execute();
    expect(await failure(vault().open(acme))).toBeInstanceOf(Refused);
  });

  test('another SECRETS_KEY opens nothing, and the sentence says so', async () => {
    await vault().keep(acme, new Secret(CANARY));
    const stranger = createVault({ db: database.db, key: new SecretsKey(randomBytes(32)) });
    await expect(stranger.open(acme)).rejects.toMatchObject({
      name: 'Refused',
      message: expect.stringContaining('another SECRETS_KEY'),
      todo: expect.stringContaining('SECRETS_KEY'),
    });
  });

  test('a secret kept within a transaction comes and goes with it', async () => {
    const wanted = database.db.transaction().execute(async (transaction) => {
      await vault().keepWithin(transaction, acme, new Secret(CANARY));
      throw new Error('changed our mind');
    });
    await expect(wanted).rejects.toThrow('changed our mind');
    expect(await vault().look(acme)).toBeUndefined();

    await database.db.transaction().execute((transaction) => vault().keepWithin(transaction, acme, new Secret(CANARY)));
    expect((await vault().open(acme))?.reveal()).toBe(CANARY);
  });

  test('two programs that keep at once leave one secret that opens', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((value) => vault().keep(acme, new Secret(value))));
    expect(['a', 'b', 'c', 'd']).toContain((await vault().open(acme))?.reveal());
  });

  test('an absent database is Unreachable, without the secret in the error', async () => {
    const away = openDatabase('postgres://nobody:none@127.0.0.1:1/none');
    const error = await failure(createVault({ db: away, key }).keep(acme, new Secret(CANARY)));
    expect(error).toBeInstanceOf(Unreachable);
    expect(inspect(error, { depth: 9 })).not.toContain(CANARY);
    await away.destroy();
  });

  const everything = async () => {
    const { rows } = await sql<{ line: string }>`select secrets::text as line from secrets`.execute(database.db);
    return rows.map((row) => row.line).join('\n');
  };
});

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it opened'),
    (error: unknown) => error,
  );
