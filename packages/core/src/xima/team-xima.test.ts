import { expect, test } from 'vitest';
import { createMemoryWorld } from '../testing/index.ts';
import { ximaOfTeam } from './team-xima.ts';

const VALUES = {
  domain: 'acme.example',
  sipProxyServerHost: 'portal.northwind.example',
  sipProxyServerPort: 5060,
  apiUrl: 'https://portal.northwind.example',
  apiClientId: 'xima',
  apiUsername: 'xima@acme.example',
  did: '15551230100',
};

test('where there are several workspaces, people see and change the checks of theirs alone', async () => {
  const { xima } = createMemoryWorld();
  const [north, globex] = [ximaOfTeam(xima, 'T0NORTH', true), ximaOfTeam(xima, 'T0GLOBEX', true)];
  const { id } = await north.request(VALUES, 'U0OLIVIA', 'C0OPS', 'V1');
  expect((await north.list()).map((check) => check.id)).toEqual([id]);
  expect([await globex.get(id), await globex.list()]).toEqual([undefined, []]);
  expect([await globex.again(id, 'U0X'), await globex.close(id, 'U0X'), await globex.correct(id, VALUES, 'U0X')]).toEqual([
    false,
    false,
    false,
  ]);
  await expect(globex.handOver(id, 'U0X', new Date())).rejects.toThrow('another Slack workspace');
  await expect(globex.request(VALUES, 'U0X', 'C0X', 'V2')).rejects.toThrow('another Slack workspace');
  expect((await north.get(id))?.status).toBe('waiting');
});

test('with one workspace there is nothing to keep apart', async () => {
  const { xima } = createMemoryWorld();
  const { id } = await ximaOfTeam(xima, '', false).request(VALUES, 'U0OLIVIA', 'C0OPS', 'V1');
  expect((await ximaOfTeam(xima, 'T0NORTH', false).get(id))?.id).toBe(id);
});
