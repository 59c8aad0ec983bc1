import { examplesOf, operationsOf, resolve } from '@enablement/contracts';
import { documentAt } from '@enablement/contracts/netsapiens';
import { expect, test } from 'vitest';
import { operations } from './operations.ts';
import { callWith, officeManager, openPlatform } from './testing.ts';

const contract = documentAt('44.4');
const stateless = operationsOf(contract).filter(({ id }) => !Object.hasOwn(operations, id));

/** The request that the contract shows, with nothing in it that may be left out. */
function requestOf({ path, parameters, operation }: (typeof stateless)[number]): { path: string; body: unknown } {
  const shown = (name: string): string => {
    const parameter = parameters.find((candidate) => candidate.name === name) ?? {};
    return encodeURIComponent(String(examplesOf(contract, parameter)[0]));
  };
  const query = parameters.filter((parameter) => parameter.in === 'query' && parameter.required === true);
  const content = resolve(contract, operation.requestBody ?? {}).content ?? {};
  const [media] = Object.values(content) as Record<string, unknown>[];
  return {
    path: `${path.replaceAll(/\{([^}]+)\}/g, (_, name) => shown(name))}?${query.map(({ name }) => `${name}=${shown(String(name))}`).join('&')}`,
    body: media && examplesOf(contract, media)[0],
  };
}

function shownAnswer({ operation }: (typeof stateless)[number], status: number): unknown {
  const answers = operation.responses as Record<string, unknown>;
  const content = resolve(contract, answers[status]).content as Record<string, Record<string, unknown>>;
  return examplesOf(contract, content['application/json'] ?? {})[0];
}

test('an operation that keeps no state takes what the contract shows, and answers what the contract shows', async () => {
  const { api, logIn } = await openPlatform();
  const token = String((await logIn(officeManager)).body.access_token);
  for (const operation of stateless) {
    const { path, body } = requestOf(operation);
    const answer = await callWith(token, operation.method.toUpperCase(), api + path, body);
    expect(answer.status, `${operation.id} ${JSON.stringify(answer.body)}`).toBeLessThan(300);
    expect(answer.body, operation.id).toEqual(shownAnswer(operation, answer.status));
  }
});
