import { describe, expect, test } from 'vitest';
import type { Fields } from '../json.ts';
import { checkBlocks, checkView } from './check.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const actions = (...elements: Fields[]) => ({ type: 'actions', elements });
const button = (more: Fields = {}) => ({ type: 'button', action_id: 'go', text: plain('Go'), ...more });
const option = (value: string) => ({ text: plain(value), value });
const options = (count: number) => Array.from({ length: count }, (_, index) => option(`o${index}`));
const input = (element: Fields) => ({ type: 'input', label: plain('Name'), element });
const many = <Item>(count: number, item: Item) => Array.from({ length: count }, () => item);

describe('what fits', () => {
  test.each<[string, unknown[]]>([
    ['fifty blocks', many(50, { type: 'divider' })],
    ['a section of 3000 characters', [section('x'.repeat(3000))]],
    ['a header of 150 characters', [{ type: 'header', text: plain('x'.repeat(150)) }]],
    ['25 buttons', [actions(...many(25, button()).map((one, index) => ({ ...one, action_id: `go${index}` })))]],
    ['a select with 100 options', [actions({ type: 'static_select', action_id: 's', options: options(100) })]],
    [
      'a plan with its steps',
      [{ type: 'plan', title: 'Steps', tasks: [{ type: 'task_card', task_id: 't', title: 'One', status: 'complete' }] }],
    ],
  ])('%s', (_, blocks) => {
    expect(checkBlocks(blocks, 'message')).toEqual([]);
  });
});

describe('what does not fit, and where', () => {
  test.each<[string, unknown, string, string]>([
    ['51 blocks', many(51, { type: 'divider' }), '/blocks', 'no more than 50 items allowed'],
    ['no list', { type: 'divider' }, '/blocks', 'must be an array'],
    ['a section of 3001 characters', [section('x'.repeat(3001))], '/blocks/0/text/text', 'must be less than 3001 characters'],
    ['an empty section', [{ type: 'section' }], '/blocks/0', 'missing required field: text or fields'],
    ['an empty text', [section('')], '/blocks/0/text/text', 'must be more than 0 characters'],
    [
      'a header of 151',
      [{ type: 'header', text: plain('x'.repeat(151)) }],
      '/blocks/0/text/text',
      'must be less than 151 characters',
    ],
    [
      'a header in mrkdwn',
      [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
      '/blocks/0/text/type',
      'must be plain_text',
    ],
    ['eleven fields', [{ type: 'section', fields: many(11, plain('x')) }], '/blocks/0/fields', 'no more than 10 items allowed'],
    [
      'a field of 2001',
      [{ type: 'section', fields: [plain('x'.repeat(2001))] }],
      '/blocks/0/fields/0/text',
      'must be less than 2001 characters',
    ],
    ['no buttons', [actions()], '/blocks/0/elements', 'must have at least 1 items'],
    [
      'a button of 76 characters',
      [actions(button({ text: plain('x'.repeat(76)) }))],
      '/blocks/0/elements/0/text/text',
      'must be less than 76 characters',
    ],
    [
      'a value of 2001',
      [actions(button({ value: 'x'.repeat(2001) }))],
      '/blocks/0/elements/0/value',
      'must be less than 2001 characters',
    ],
    [
      'a javascript address',
      [actions(button({ url: 'javascript:alert(1)' }))],
      '/blocks/0/elements/0/url',
      'must be a valid URL',
    ],
    ['a strange style', [actions(button({ style: 'loud' }))], '/blocks/0/elements/0/style', 'must be primary or danger'],
    ['a misspelt field', [actions(button({ vale: 'x' }))], '/blocks/0/elements/0/vale', 'invalid additional property: vale'],
    ['the same action twice', [actions(button(), button())], '/blocks/0/elements/1/action_id', 'duplicate action_id: go'],
    [
      'six in an overflow',
      [actions({ type: 'overflow', action_id: 'o', options: options(6) })],
      '/blocks/0/elements/0/options',
      'no more than 5 items allowed',
    ],
    [
      'eleven radio buttons',
      [actions({ type: 'radio_buttons', action_id: 'o', options: options(11) })],
      '/blocks/0/elements/0/options',
      'no more than 10 items allowed',
    ],
    [
      'eleven in a context',
      [{ type: 'context', elements: many(11, plain('x')) }],
      '/blocks/0/elements',
      'no more than 10 items allowed',
    ],
    [
      'a text input among actions',
      [actions({ type: 'plain_text_input', action_id: 'x' })],
      '/blocks/0/elements/0/type',
      'unsupported type: plain_text_input in actions',
    ],
    ['a type named constructor', [{ type: 'constructor' }], '/blocks/0/type', 'unsupported type: constructor in a message'],
    ['the same block_id twice', many(2, { type: 'divider', block_id: 'a' }), '/blocks/1/block_id', 'duplicate block_id: a'],
    [
      'a block_id of 256',
      [{ type: 'divider', block_id: 'x'.repeat(256) }],
      '/blocks/0/block_id',
      'must be less than 256 characters',
    ],
    ['null', [null], '/blocks/0', 'must be a block'],
  ])('%s', (_, blocks, pointer, message) => {
    expect(checkBlocks(blocks, 'message')).toMatchObject([{ pointer, message }]);
  });
});

describe('views', () => {
  const view = (more: Fields) => ({ type: 'modal', title: plain('Enable'), blocks: [{ type: 'divider' }], ...more });
  test.each<[string, Fields, string]>([
    ['no title', { title: undefined }, '/view/title'],
    ['private_metadata of 3001', { private_metadata: 'x'.repeat(3001) }, '/view/private_metadata'],
    ['101 blocks', { blocks: many(101, { type: 'divider' }) }, '/view/blocks'],
    ['an input without a submit button', { blocks: [input({ type: 'plain_text_input', action_id: 'v' })] }, '/view'],
    [
      'a password input, which Slack does not have',
      { submit: plain('Go'), blocks: [input({ type: 'password_input', action_id: 'v' })] },
      '/view/blocks/0/element/type',
    ],
    ['a plan, which only messages show', { blocks: [{ type: 'plan', title: 'Steps' }] }, '/view/blocks/0/type'],
  ])('%s', (_, more, pointer) => {
    expect(checkView(view(more), 'modal')).toMatchObject([{ pointer }]);
  });

  test('a hundred blocks and an input with its submit button fit', () => {
    const blocks = [...many(99, { type: 'divider' }), input({ type: 'plain_text_input', action_id: 'v' })];
    expect(checkView(view({ blocks, submit: plain('Submit') }), 'modal')).toEqual([]);
  });
});
