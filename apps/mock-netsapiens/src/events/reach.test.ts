import { expect, test } from 'vitest';
import { createReach, readHosts } from './reach.ts';

const reach = createReach(readHosts('Hooks.example.net, queue.example.net:8443'));

test.each([
  ['http://127.0.0.1:4402/x', true],
  ['https://127.8.9.1/', true],
  ['https://localhost:4402/x', true],
  ['https://api-eu.messaging.localhost:4402/x', true],
  ['https://notlocalhost/x', false],
  ['http://[::1]:4402/', true],
  ['http://0x7f.1/', true],
  ['https://hooks.example.net/cb', true],
  ['https://hooks.example.net:9/cb', true],
  ['https://queue.example.net:8443/', true],
  ['https://queue.example.net/', false],
  ['https://localhost.example.net/', false],
  ['https://127.0.0.1.example.net/', false],
  ['http://10.0.0.1/', false],
  ['http://169.254.169.254/', false],
  ['http://0.0.0.0/', false],
  ['http://[::ffff:10.0.0.1]/', false],
])('posting to %s is %s', (url, expected) => {
  expect(reach(new URL(url))).toBe(expected);
});
