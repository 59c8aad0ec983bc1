import { expect, test } from 'vitest';
import { type Piece, readMrkdwn } from './mrkdwn.ts';

const text = (words: string): Piece => ({ kind: 'text', text: words });

test('bold, italic, struck and code, also inside each other', () => {
  expect(readMrkdwn('a *b _c_* ~d~ `*e*`')).toEqual([
    text('a '),
    { kind: 'bold', pieces: [text('b '), { kind: 'italic', pieces: [text('c')] }] },
    text(' '),
    { kind: 'strike', pieces: [text('d')] },
    text(' '),
    { kind: 'code', text: '*e*' },
  ]);
});

test('marks inside words and sums are just characters', () => {
  expect(readMrkdwn('run_id_of 2*3*4')).toEqual([text('run_id_of 2*3*4')]);
});

test('links, mentions and channels', () => {
  expect(readMrkdwn('<https://x.example/?a=1&amp;b=2|here> <@U0ADAM> <#C0OPS|ops>')).toEqual([
    { kind: 'link', url: 'https://x.example/?a=1&b=2', label: 'here' },
    text(' '),
    { kind: 'mention', sigil: '@', id: 'U0ADAM', label: '' },
    text(' '),
    { kind: 'mention', sigil: '#', id: 'C0OPS', label: 'ops' },
  ]);
});

test('a bare address becomes a link without the full stop behind it', () => {
  expect(readMrkdwn('see https://x.example/a.')).toEqual([
    text('see '),
    { kind: 'link', url: 'https://x.example/a', label: 'https://x.example/a' },
    text('.'),
  ]);
});

test('a script address stays text, and escaped markup stays escaped', () => {
  expect(readMrkdwn('<javascript:alert(1)|click>')).toEqual([text('<javascript:alert(1)|click>')]);
  expect(readMrkdwn('&lt;b&gt; &amp;lt;')).toEqual([text('<b> &lt;')]);
});

test('lists, quotes, lines and blocks of code', () => {
  expect(readMrkdwn('one\ntwo\n• three\n&gt; four\n```\nfive *six*\n```')).toEqual([
    text('one'),
    { kind: 'break' },
    text('two'),
    { kind: 'item', pieces: [text('three')] },
    { kind: 'quote', pieces: [text('four')] },
    { kind: 'pre', text: 'five *six*' },
  ]);
});
