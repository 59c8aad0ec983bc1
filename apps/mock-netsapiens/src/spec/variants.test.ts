import { expect, test } from 'vitest';
import type { Node, SpecDocument } from './document.ts';
import { mergeVariants } from './variants.ts';

const document = (paths: Record<string, Node>, components: Node = {}): SpecDocument => ({ openapi: '3.1.0', paths, components });
const merged = (paths: Record<string, Node>, components?: Node): Record<string, Node> =>
  mergeVariants(document(paths, components));
const takes = (schema: Node, required = true): Node => ({
  requestBody: { required, content: { 'application/json': { schema } } },
});
const answers = (description: string, status = '200'): Node => ({ responses: { [status]: { description } } });

test('descriptions of one path become one, whatever numbers, blanks, slashes and names of parameters they have', () => {
  const paths = merged({
    '/jwt/{uid} ': { delete: answers('one') },
    '/jwt/{jti}#1': { delete: answers('other'), get: answers('read') },
    '/jwt/{id}/#2': { put: answers('change') },
    '/jwt/own': { get: answers('own') },
  });
  // With the last slash that one of them has, since such a path is served without it too.
  expect(Object.keys(paths)).toEqual(['/jwt/{uid}/', '/jwt/own']);
  expect(Object.keys(paths['/jwt/{uid}/'] ?? {})).toEqual(['get', 'put', 'delete']);
});

test('the description without a number names the operation and answers, even when it comes later', () => {
  const { '/tokens': tokens } = merged({
    '/tokens#1': { post: { operationId: 'second', ...answers('second') } },
    '/tokens': { post: { operationId: 'first', ...answers('first') } },
    '/tokens#2': { post: { operationId: 'third', ...answers('refused', '400') } },
  });
  expect(tokens?.post).toMatchObject({
    operationId: 'first',
    responses: { '200': { description: 'first' }, '400': { description: 'refused' } },
  });
});

test('a body that one of the descriptions takes is taken, and none is needed unless all need one', () => {
  const [a, b] = [{ required: ['password'] }, { required: ['refresh_token'] }];
  const { '/tokens': both } = merged({ '/tokens': { post: takes(a) }, '/tokens#1': { post: takes(b) } });
  expect(both?.post).toMatchObject({
    requestBody: { required: true, content: { 'application/json': { schema: { anyOf: [a, b] } } } },
  });
  const { '/tokens': one } = merged({ '/tokens': { post: {} }, '/tokens#1': { post: takes(b) } });
  expect(one?.post).toMatchObject({ requestBody: { required: false, content: { 'application/json': { schema: b } } } });
});

test('parameters are those of all descriptions, the path’s under the names that its key has', () => {
  const parameter = (name: string, place: string, required = false, more: Node = {}): Node => ({
    name,
    in: place,
    required,
    ...more,
  });
  const { '/jwt/{uid}': item } = merged(
    {
      '/jwt/{uid}': {
        parameters: [{ $ref: '#/components/parameters/Limit' }],
        get: { parameters: [parameter('limit', 'query', true, { description: 'own' })] },
      },
      '/jwt/{jti}#1': {
        get: { parameters: [parameter('jti', 'path', true), parameter('limit', 'query'), parameter('sort', 'query', true)] },
      },
    },
    { parameters: { Limit: parameter('limit', 'query', true) } },
  );
  expect(item?.get).toHaveProperty('parameters', [
    { name: 'uid', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'limit', in: 'query', required: false, description: 'own' },
    { name: 'sort', in: 'query', required: false },
  ]);
});
