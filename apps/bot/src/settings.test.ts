import { hours, NO_APPROVAL, USUAL_REMINDERS } from '@enablement/core';
import { expect, test } from 'vitest';
import { roleBook } from './people/role-book.ts';
import { policyOf } from './policy.ts';
import { readSettings } from './settings.ts';

const GOOD = {
  SLACK_SIGNING_SECRET: 's',
  SLACK_BOT_TOKEN: 'xoxb-1',
  PUBLIC_URL: 'https://enablement.northwind.example/',
  SMTP_URL: 'smtp://mail.northwind.example:587',
};

test('what is not given has its usual value', () => {
  expect(readSettings({ ...GOOD, SLACK_APP_TOKEN: '' })).toMatchObject({
    PORT: 4200,
    HOST: '127.0.0.1',
    DATA_DIR: '.data',
    ACROBITS_CONTACT: 'contact@acrobits.cz',
    ALLOW_PRIVATE_HOSTS: false,
    PUBLIC_URL: 'https://enablement.northwind.example',
  });
});

test('nobody has to approve, and people work Monday to Friday, unless told', () => {
  expect(policyOf(readSettings(GOOD))).toEqual({ approval: NO_APPROVAL, reminders: USUAL_REMINDERS });
  const told = {
    APPROVE_CONTACT: '1',
    APPROVAL_QUORUM: '2',
    APPROVAL_HOURS: '24',
    REMIND_ACROBITS_AFTER_DAYS: '3',
    TIME_ZONE: 'Asia/Dubai',
    WEEKEND: 'Fri, Sat',
    HOLIDAYS: '2026-12-02,2026-12-03',
  };
  expect(policyOf(readSettings({ ...GOOD, ...told }))).toEqual({
    approval: { contact: true, domains: false, quorum: 2, within: hours(24) },
    reminders: {
      ...USUAL_REMINDERS,
      everyForAcrobits: 3,
      calendar: { timeZone: 'Asia/Dubai', weekend: [5, 6], holidays: ['2026-12-02', '2026-12-03'] },
    },
  });
});

test('roles are people and groups, separated by commas or spaces, and nobody unless told', () => {
  expect(roleBook(readSettings({ ...GOOD, ROLE_OPERATOR: 'U0OLIVIA, S0OPS', ROLE_ADMIN: 'W0ADA' }))).toEqual({
    viewer: [],
    operator: [{ person: 'U0OLIVIA' }, { group: 'S0OPS' }],
    approver: [],
    admin: [{ person: 'W0ADA' }],
  });
});

test.each([
  ['SLACK_SIGNING_SECRET', undefined, 'SLACK_SIGNING_SECRET is missing: expected the signing secret'],
  ['SLACK_BOT_TOKEN', 'xoxp-1', 'SLACK_BOT_TOKEN is malformed: expected the bot token'],
  ['SLACK_APP_TOKEN', 'xoxb-1', 'SLACK_APP_TOKEN is malformed'],
  ['PUBLIC_URL', 'enablement', 'PUBLIC_URL is malformed: expected the address'],
  ['SMTP_URL', 'mail.example', 'SMTP_URL is malformed: expected the mail server'],
  ['PORT', '99999', 'PORT is malformed'],
  ['DATABASE_URL', 'mysql://x', 'DATABASE_URL is malformed'],
  ['ALLOW_PRIVATE_HOSTS', 'yes', 'ALLOW_PRIVATE_HOSTS is malformed'],
  ['ROLE_OPERATOR', 'U0OLIVIA, olivia', 'ROLE_OPERATOR is malformed: expected Slack ids of people (U…) and user groups (S…)'],
  ['ROLE_ADMIN', '<!channel>', 'ROLE_ADMIN is malformed'],
  ['APPROVAL_QUORUM', '0', 'APPROVAL_QUORUM is malformed: expected how many people have to agree'],
  ['TIME_ZONE', 'Prague', 'TIME_ZONE is malformed: expected the name of a time zone'],
  ['WEEKEND', 'Sat,Caturday', 'WEEKEND is malformed: expected days like Sat,Sun'],
  ['WEEKEND', 'Mon,Tue,Wed,Thu,Fri,Sat,Sun', 'WEEKEND is malformed'],
  ['HOLIDAYS', '25.12.2026', 'HOLIDAYS is malformed: expected dates like 2026-12-25'],
  ['ESCALATION_CHANNEL', '#alarm', 'ESCALATION_CHANNEL is malformed: expected the id of a Slack channel'],
  ['ROLES_CACHED_SECONDS', '301', 'ROLES_CACHED_SECONDS is malformed: expected a whole number of seconds from 0 to 300'],
])('%s=%s stops the start with one sentence', (name, value, sentence) => {
  expect(() => readSettings({ ...GOOD, [name]: value })).toThrow(sentence);
});

test.each([
  [{ SLACK_BOT_TOKEN: '' }, 'SLACK_BOT_TOKEN is missing: expected the bot token'],
  [{ SLACK_BOT_TOKEN: '', SLACK_CLIENT_ID: '1.2' }, 'SLACK_CLIENT_SECRET is missing'],
  [{ SLACK_BOT_TOKEN: '', SLACK_CLIENT_SECRET: 'long-enough' }, 'SLACK_CLIENT_ID is missing'],
  [
    { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'long-enough' },
    'SLACK_BOT_TOKEN is for one workspace, SLACK_CLIENT_ID for several',
  ],
])('one workspace by its token or several by the app’s credentials, never both or half: %o', (more, sentence) => {
  expect(() => readSettings({ ...GOOD, ...more })).toThrow(sentence);
});

test('several workspaces need no token', () => {
  const several = { SLACK_BOT_TOKEN: '', SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'long-enough' };
  expect(readSettings({ ...GOOD, ...several })).toMatchObject({ SLACK_CLIENT_ID: '1.2' });
});

test.each([
  ['SLACK_API_URL', 'http://127.0.0.1:4100/api/'],
  ['ALLOW_PRIVATE_HOSTS', '1'],
  ['CRASH_AT', 'before x'],
  ['BUSINESS_DAY_SECONDS', '2'],
  ['ASK_AT_STEPS', 'http://127.0.0.1:1/'],
])('%s is refused in production', (name, value) => {
  expect(() => readSettings({ ...GOOD, [name]: value, NODE_ENV: 'production' })).toThrow(`${name} is for development only`);
});
