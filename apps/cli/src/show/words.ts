import { stripVTControlCharacters, styleText } from 'node:util';
import type { Value } from '@enablement/core';

type Style = Parameters<typeof styleText>[0];

/** Colour where it is seen: `NO_COLOR` and pipes have none. */
export const paint = (style: Style, text: string): string => styleText(style, text, { stream: process.stdout });

/** A name as it may be printed: nothing in it moves the cursor, colours the line or turns the direction of what follows. */
export const printable = (text: string): string =>
  stripVTControlCharacters(text)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being taken out
    .replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, ' ')
    .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

export const shownValue = (value: Value | undefined): string =>
  value === undefined ? 'nothing' : Array.isArray(value) ? `[${value.map(printable).join(', ')}]` : printable(String(value));

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
