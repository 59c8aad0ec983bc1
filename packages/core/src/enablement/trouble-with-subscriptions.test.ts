import { expect, test } from 'vitest';
import { troubleWith } from './trouble-with-subscriptions.ts';

const neither = { message: false, messagesession: false };

test('both subscriptions at work are no trouble', () => {
  expect(troubleWith({ message: true, messagesession: true })).toBeUndefined();
});

test('what is missing is told as something that may still come', () => {
  expect(troubleWith(neither)).toMatchObject({
    message: 'Acrobits took the domain, but its message and messagesession subscriptions are not in NetSapiens yet.',
    todo: expect.stringMatching(/^It usually takes seconds/),
  });
});

test('what is there and does not work is told apart, the worst first, with what to do about it', () => {
  expect(troubleWith({ ...neither, useless: { messagesession: 'in error' } })).toMatchObject({
    message:
      'Acrobits took the domain, but its messagesession subscription is in error: NetSapiens cannot post to Acrobits; its message subscription is not in NetSapiens yet.',
    todo: expect.stringContaining('reaches the messaging host'),
  });
  expect(troubleWith({ message: true, messagesession: false, useless: { messagesession: 'expired' } })).toMatchObject({
    message: 'Acrobits took the domain, but its messagesession subscription is out of date, so that NetSapiens posts nothing.',
    todo: 'Ask Acrobits to renew their subscriptions of this domain.',
  });
});
