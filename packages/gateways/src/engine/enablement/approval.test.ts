import { domainRun, hours, NO_APPROVAL, Secret, type Standing, stepOf } from '@enablement/core';
import { describe, expect, test } from 'vitest';
import { begin } from './begin.ts';

const CONTACT = { approval: { ...NO_APPROVAL, contact: true } };
const DOMAINS = { approval: { ...NO_APPROVAL, domains: true } };

const member = (...roles: Extract<Standing, { is: 'member' }>['roles']): Standing => ({ is: 'member', roles, unsure: false });
const CAST: Readonly<Record<string, Standing>> = {
  U0OLIVIA: member('operator'),
  U0ADAM: member('approver'),
  U0BEA: member('approver'),
  U0ADA: member('admin'),
};

/** A run that waits for the approvers of its letter. */
async function asked(policy = CONTACT) {
  const run = await begin({ policy, domains: ['acme.example'] });
  const cast = new Map(Object.entries(CAST));
  run.world.vendors.people.standing = async (person) => cast.get(person) ?? { is: 'gone' };
  await run.enter('client secret', 'mock-client-secret');
  const approval = async () => (await run.look()).approval;
  const say = async (by: string, says: 'yes' | 'no' = 'yes') => {
    const fingerprint = (await approval())?.fingerprint ?? '';
    const { outcome } = await run.world.approvals.say(run.id, fingerprint, { says, by, reason: 'wrong core' });
    await run.pass();
    return outcome;
  };
  const step = async (name: 'Letter to Acrobits approved' | 'Acrobits contacted') => stepOf((await run.look()).steps, name);
  return { ...run, cast, approval, say, step };
}

describe('before Acrobits is contacted', () => {
  test('an approver is waited for, who is not who asked; then one letter leaves', async () => {
    const { world, approval, say, step } = await asked();
    expect(await step('Letter to Acrobits approved')).toMatchObject({ status: 'waiting', detail: 'an approver' });
    expect(await step('Acrobits contacted')).toMatchObject({ status: 'ahead' });
    expect(world.letters).toEqual([]);
    expect(await say('U0OLIVIA')).toBe('own');
    expect(world.letters).toEqual([]);
    expect(await say('U0ADAM')).toBe('approved');
    expect(world.letters).toHaveLength(1);
    expect(await approval()).toMatchObject({ status: 'approved', votes: [{ by: 'U0ADAM' }] });
    expect(await step('Letter to Acrobits approved')).toMatchObject({ status: 'done' });
  });

  test('a quorum is of different people, and the same one is counted once', async () => {
    const { world, say } = await asked({ approval: { ...NO_APPROVAL, contact: true, quorum: 2 } });
    expect(await say('U0ADAM')).toBe('counted');
    expect(await say('U0ADAM')).toBe('already yours');
    expect(world.letters).toEqual([]);
    expect(await say('U0BEA')).toBe('approved');
    expect(world.letters).toHaveLength(1);
  });

  test('a value that changed after it was shown is not approved by a click on the old card', async () => {
    const { world, id, look, pass, approval } = await asked();
    const shown = (await approval())?.fingerprint ?? '';
    const { prerequisites } = await look();
    await world.register.correct(id, { ...prerequisites, coreHost: 'core2.northwind.example' }, 'U0OLIVIA');
    await pass();
    expect(await world.approvals.say(id, shown, { says: 'yes', by: 'U0ADAM' })).toEqual({ outcome: 'changed' });
    await pass();
    expect(world.letters).toEqual([]);
    expect((await approval())?.fingerprint).not.toBe(shown);
  });

  test('a new client secret is another value', async () => {
    const { enter, approval } = await asked();
    const before = (await approval())?.fingerprint;
    await enter('client secret', 'another-client-secret');
    expect((await approval())?.fingerprint).not.toBe(before);
  });

  test('rejected, corrected, approved: the reason is on the card, and the corrected values leave', async () => {
    const { world, id, look, pass, say, step } = await asked();
    expect(await say('U0ADAM', 'no')).toBe('rejected');
    expect(await step('Letter to Acrobits approved')).toMatchObject({
      status: 'problem',
      detail: expect.stringContaining('wrong core'),
    });
    expect(await say('U0BEA')).toBe('settled');
    expect(world.register.reminders.at(-1)).toMatchObject({
      whom: 'responsible',
      text: expect.stringContaining('‹U0ADAM› rejected'),
    });
    const { prerequisites } = await look();
    await world.register.correct(id, { ...prerequisites, coreHost: 'core2.northwind.example' }, 'U0OLIVIA');
    await pass();
    expect(await step('Letter to Acrobits approved')).toMatchObject({ status: 'waiting' });
    expect(await say('U0ADAM')).toBe('approved');
    expect(world.letters.map(({ text }) => text)).toEqual([expect.stringContaining('core2.northwind.example')]);
  });

  test('who changed the values does not approve them', async () => {
    const { world, id, look, pass, say } = await asked();
    const { prerequisites } = await look();
    await world.register.correct(id, { ...prerequisites, coreHost: 'core2.northwind.example' }, 'U0ADAM');
    await pass();
    expect(await say('U0ADAM')).toBe('own');
    expect(world.letters).toEqual([]);
  });

  test('nobody in time: it says so, and is asked again on a click', async () => {
    const { world, id, pass, say, step } = await asked();
    await pass(hours(73));
    expect(await step('Letter to Acrobits approved')).toMatchObject({ status: 'problem', detail: 'Nobody approved it in time.' });
    expect(await say('U0ADAM')).toBe('expired');
    expect(await world.approvals.askAgain(id, 'U0OLIVIA')).toBe(true);
    await pass();
    expect(await say('U0ADAM')).toBe('approved');
    expect(world.letters).toHaveLength(1);
  });

  test('a letter that could not leave at once leaves as it was approved, since Acrobits may know it', async () => {
    const { world, pass, say, step } = await asked();
    const { send } = world.vendors.mail;
    world.vendors.mail.send = async () => {
      throw new Error('no mail');
    };
    await say('U0ADAM');
    expect(await step('Acrobits contacted')).toMatchObject({ status: 'problem' });
    world.vendors.mail.send = send;
    await pass(hours(80));
    expect(world.letters).toHaveLength(1);
  });

  test('the word of an approver who lost the role before it could leave does not count', async () => {
    const { world, cast, approval, pass, step, say } = await asked({
      approval: { ...NO_APPROVAL, contact: true, quorum: 2 },
    });
    await say('U0ADAM');
    cast.set('U0ADAM', member('viewer'));
    await say('U0BEA');
    expect(world.letters).toEqual([]);
    expect(await approval()).toMatchObject({ status: 'asked', votes: [{ by: 'U0BEA' }] });
    expect(await step('Letter to Acrobits approved')).toMatchObject({ status: 'waiting', detail: 'an approver' });
    cast.set('U0ADAM', member('approver'));
    await say('U0ADAM');
    await pass();
    expect(world.letters).toHaveLength(1);
    expect(world.audit.all.map(({ entry }) => entry.action)).toContain('approval does not count');
  });

  test('while nobody can tell who may approve, nothing leaves; then it goes on by itself', async () => {
    const { world, pass, say } = await asked();
    const { standing } = world.vendors.people;
    world.vendors.people.standing = async (person) => (person === 'U0ADAM' ? { is: 'unsure' } : standing(person));
    await say('U0ADAM');
    expect(world.letters).toEqual([]);
    world.vendors.people.standing = standing;
    await pass(hours(1));
    expect(world.letters).toHaveLength(1);
  });

  test('an admin goes past the approvers with a reason, also when it was rejected, and that is audited aloud', async () => {
    const { world, id, approval, pass, say } = await asked();
    await say('U0ADAM', 'no');
    const fingerprint = (await approval())?.fingerprint ?? '';
    await world.approvals.say(id, fingerprint, { says: 'break the glass', by: 'U0ADA', reason: 'phones are silent' });
    await pass();
    expect(world.letters).toHaveLength(1);
    const broken = world.audit.all.find(({ entry }) => entry.action.startsWith('GLASS BROKEN'));
    expect(broken?.entry).toMatchObject({ actor: { id: 'U0ADA' }, details: { reason: 'phones are silent' } });
    expect(world.register.reminders).toContainEqual(
      expect.objectContaining({ whom: 'room', text: expect.stringContaining('phones are silent') }),
    );
  });

  test('crashing while approvers are waited for changes nothing', async () => {
    const { world, engine, pass, say } = await asked();
    engine.crash();
    await pass();
    expect(await say('U0ADAM')).toBe('approved');
    engine.crash();
    await pass();
    expect(world.letters).toHaveLength(1);
    expect(world.audit.all.filter(({ entry }) => entry.action === 'approval asked for')).toHaveLength(1);
  });
});

describe('before a domain is provisioned', () => {
  const NAMES = Array.from({ length: 50 }, (_, n) => `d${n}.example`);

  async function fifty() {
    const run = await begin({ policy: DOMAINS, domains: NAMES });
    run.world.vendors.people.standing = async (person) => CAST[person] ?? { is: 'gone' };
    await run.enter('client secret', 'mock-client-secret');
    await run.answer();
    for (const name of NAMES.slice(0, 49)) await run.enter('Office Manager password', 'mock-password', name);
    return run;
  }

  test('one click approves all that the card showed, and none that came after', async () => {
    const { world, id, look, enter, pass } = await fifty();
    const { version } = await look();
    await enter('Office Manager password', 'mock-password', 'd49.example');
    const ballots = await world.approvals.approveShown(id, version, 'U0ADAM');
    expect(ballots).toHaveLength(49);
    expect(world.register.reminders.filter(({ whom }) => whom === 'approvers')).toHaveLength(1);
    await pass();
    const { domains } = await look();
    expect(domains.filter(({ status }) => status === 'synchronized')).toHaveLength(49);
    expect(domains.at(-1)).toMatchObject({ approval: { status: 'asked' } });
    expect(domains.at(-1)?.outcome).toBeUndefined();
  });

  test('other credentials ask for another approval', async () => {
    const { world, id, look, enter, pass } = await begin({ policy: DOMAINS, domains: ['acme.example'] });
    world.vendors.people.standing = async (person) => CAST[person] ?? { is: 'gone' };
    await enter('client secret', 'mock-client-secret');
    await world.register.answer(id, { cloudId: 'NSACME', messagingHost: 'api.acrobits.example' }, new Secret('k'));
    await pass();
    await enter('Office Manager password', 'mock-password', 'acme.example');
    const before = (await look()).domains[0]?.approval;
    expect(before).toMatchObject({ status: 'asked' });
    await enter('API key', 'a new key');
    expect(
      await world.approvals.say(domainRun(id, 'acme.example'), before?.fingerprint ?? '', { says: 'yes', by: 'U0ADAM' }),
    ).toEqual({
      outcome: 'changed',
    });
    expect((await look()).domains[0]?.outcome).toBeUndefined();
  });
});
