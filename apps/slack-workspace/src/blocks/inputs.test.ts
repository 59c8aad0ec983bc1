import { expect, test } from 'vitest';
import type { Block, Fields } from '../json.ts';
import { checkEntered, valuesOf } from './inputs.ts';

const option = (value: string) => ({ text: { type: 'plain_text', text: value.toUpperCase() }, value });
const input = (type: string, more: Fields = {}, optional = true): Block => ({
  type: 'input',
  block_id: type,
  label: { type: 'plain_text', text: type },
  optional,
  element: { type, action_id: 'v', ...more },
});

test('an input that nobody touched has the nothing of its kind', () => {
  const blocks = [
    input('plain_text_input'),
    input('static_select', { options: [option('eu')] }),
    input('checkboxes', { options: [option('eu')] }),
    input('datepicker'),
    input('users_select'),
  ];
  expect(valuesOf(blocks, {})).toEqual({
    plain_text_input: { v: { type: 'plain_text_input', value: null } },
    static_select: { v: { type: 'static_select', selected_option: null } },
    checkboxes: { v: { type: 'checkboxes', selected_options: [] } },
    datepicker: { v: { type: 'datepicker', selected_date: null } },
    users_select: { v: { type: 'users_select', selected_user: null } },
  });
});

test('initial values count until a person changes them, and an emptied text is null', () => {
  const blocks = [input('plain_text_input', { initial_value: 'Acme' })];
  expect(valuesOf(blocks, {})).toMatchObject({ plain_text_input: { v: { value: 'Acme' } } });
  expect(valuesOf(blocks, { plain_text_input: { v: '' } })).toMatchObject({ plain_text_input: { v: { value: null } } });
});

test('an option is meant by its value or by its text', () => {
  const blocks = [input('static_select', { options: [option('eu'), option('us')] })];
  for (const entered of ['us', 'US']) {
    expect(valuesOf(blocks, { static_select: { v: entered } })).toMatchObject({
      static_select: { v: { selected_option: option('us') } },
    });
  }
});

test.each<[string, string, Fields, string, string]>([
  ['nothing where something is required', 'plain_text_input', {}, '', 'This field is required.'],
  ['too short', 'plain_text_input', { min_length: 3 }, 'ab', 'Write at least 3 characters.'],
  ['too long', 'plain_text_input', { max_length: 3 }, 'abcd', 'Write at most 3 characters.'],
  ['no e-mail address', 'email_text_input', {}, 'olivia', 'Write an e-mail address.'],
  ['no URL', 'url_text_input', {}, 'portal.example.net', 'Write a full URL, such as https://example.com.'],
  ['no number', 'number_input', { is_decimal_allowed: false }, 'two', 'Write a number.'],
  ['too much', 'number_input', { is_decimal_allowed: false, max_value: '50' }, '51', 'Write a number of at most 50.'],
])("Slack's own client refuses %s", (_, type, more, entered, error) => {
  expect(checkEntered([input(type, more, false)], { [type]: { v: entered } })).toEqual({ [type]: error });
});
