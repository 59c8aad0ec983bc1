import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { hours, minutes } from '../duration.ts';
import { Unreachable } from '../errors.ts';
import { Secret } from '../secret.ts';
import { ADA, createMemoryBooks, createMemoryPlatform, NSACME } from '../testing/memory-phones.ts';
import { createTurns } from '../turns.ts';
import { createQuickDialBooks } from './quick-dial-book.ts';
import { type Contact, quickDialsOf } from './quick-dials.ts';
import { phoneTemplate } from './template.ts';

const grace: Contact = { id: 'c1', name: 'Grace Sample', numbers: [{ kind: 'work', number: '+1 (555) 123-0999' }] };
const ben: Contact = {
  id: '101@acme.example',
  name: 'Ben Example',
  numbers: [
    { kind: 'work', number: '101' },
    { kind: 'cell', number: '15551230101' },
  ],
};
const template = phoneTemplate.parse({
  parkSlots: [{ number: '*701', title: 'Park 1' }],
  quickDial: [
    { id: 'desk', displayName: 'Front desk', uri: '2000' },
    { id: 'old', action: 'remove' },
  ],
});
const login = { name: '100@acme.example', password: new Secret('p') };

function stage() {
  let time = Date.parse('2026-10-20T10:00:00Z');
  const platform = createMemoryPlatform({ [login.name]: { password: 'p', softphone: ADA, contacts: [grace, ben] } });
  const shelf = createMemoryBooks();
  const open = () =>
    createQuickDialBooks(
      {
        platform,
        books: shelf,
        clock: { now: () => new Date(time) },
        turns: createTurns(3),
        tell: () => undefined,
        write: (tiles, _template, whole) => JSON.stringify({ whole, tiles }),
        tag: (text) => createHash('sha256').update(text).digest('hex'),
      },
      { every: hours(1), remembered: 100 },
    );
  const pass = (duration: number) => {
    time += duration;
  };
  return { platform, open, pass };
}
let world = stage();
beforeEach(() => {
  world = stage();
});

describe('Quick Dial', () => {
  test('has park slots that cannot be changed, then configured tiles, then contacts by name, a tile for each number', () => {
    expect(quickDialsOf([], [grace, ben])).toEqual([
      { id: 'contact-101@acme.example-work', displayName: 'Ben Example (work)', uri: '101' },
      { id: 'contact-101@acme.example-cell', displayName: 'Ben Example (cell)', uri: '15551230101' },
      { id: 'contact-c1-work', displayName: 'Grace Sample', uri: '+15551230999' },
    ]);
  });

  test('leaves out numbers that cannot be dialled, and takes the first of an id', () => {
    const broken = { id: 'x', name: 'X', numbers: [{ kind: 'work', number: 'call <me>' }] };
    const configured = [{ id: 'contact-c1-work', displayName: 'Ours', uri: '1' }];
    expect(quickDialsOf(configured, [grace, broken])).toEqual(configured);
  });

  test('is read once, and again after an hour; its date changes with its text only', async () => {
    const book = world.open();
    const first = await book(NSACME, login, template);
    expect(JSON.parse(await first.text())).toMatchObject({
      whole: true,
      tiles: [{ id: 'park-*701', priority: 50 }, {}, {}, {}, {}, {}],
    });
    world.pass(minutes(59));
    expect((await book(NSACME, login, template)).validators).toEqual(first.validators);
    expect(world.platform.contactsRead).toHaveLength(1);
    world.pass(minutes(2));
    const second = await book(NSACME, login, template);
    expect(second.validators?.modifiedAt).toEqual(first.validators?.modifiedAt);
    expect(world.platform.contactsRead).toHaveLength(2);
    world.platform.users.set(login.name, { password: 'p', softphone: ADA, contacts: [grace] });
    world.pass(hours(2));
    expect((await book(NSACME, login, template)).validators?.modifiedAt).not.toEqual(first.validators?.modifiedAt);
  });

  test('is shared by all replicas', async () => {
    const first = await world.open()(NSACME, login, template);
    const second = await world.open()(NSACME, login, template);
    expect(await second.text()).toBe(await first.text());
    expect(world.platform.contactsRead).toHaveLength(1);
  });

  test('is made anew when the template has changed', async () => {
    await world.open()(NSACME, login, template);
    const changed = { ...template, quickDial: [] };
    expect(await (await world.open()(NSACME, login, changed)).text()).not.toContain('desk');
  });

  test('stays what it was while contacts cannot be read', async () => {
    const book = world.open();
    const first = await book(NSACME, login, template);
    world.platform.trouble = async () => {
      throw new Unreachable('away', '');
    };
    world.pass(hours(2));
    expect(await (await book(NSACME, login, template)).text()).toBe(await first.text());
    await book(NSACME, login, template);
    expect(world.platform.contactsRead).toHaveLength(2);
  });

  test('of somebody new is what is configured then, takes nothing away and is asked for again', async () => {
    world.platform.trouble = async () => {
      throw new Unreachable('away', '');
    };
    const book = await world.open()(NSACME, login, template);
    expect(book.validators).toBeUndefined();
    expect(JSON.parse(await book.text())).toMatchObject({
      whole: false,
      tiles: [{ id: 'park-*701' }, { id: 'desk' }, { id: 'old' }],
    });
  });

  test('without contacts asks nobody', async () => {
    const book = await world.open()(NSACME, login, { ...template, contacts: false });
    expect(book.validators).toBeDefined();
    expect(world.platform.contactsRead).toEqual([]);
  });
});
