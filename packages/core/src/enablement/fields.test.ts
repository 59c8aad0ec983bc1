import { describe, expect, test } from 'vitest';
import { Answer, EnablementRequest, type FieldProblems, readForm } from './request.ts';

const GOOD = {
  cspCompany: 'Northwind Telecom',
  contactName: 'Alex Example',
  contactEmail: 'ops@northwind.example',
  portalUrl: 'https://portal.northwind.example',
  coreHost: 'core1.northwind.example',
  clientId: 'acrobits-softphone',
};

const problems = (change: Record<string, string | null>): FieldProblems => {
  const reading = readForm(EnablementRequest, { ...GOOD, ...change });
  return reading.ok ? {} : reading.problems;
};

describe('what people type into the form', () => {
  test('a complete form is read, in one spelling', () => {
    const form = {
      ...GOOD,
      portalUrl: ' https://Portal.Northwind.example/ ',
      coreHost: 'CORE1.northwind.example',
      domains: 'Acme.example, globex.example\nacme.example',
      contactPhone: '',
    };
    expect(readForm(EnablementRequest, form)).toEqual({
      ok: true,
      value: { ...GOOD, contactPhone: undefined, domains: ['acme.example', 'globex.example'] },
    });
  });

  test('everything that is required is asked for by name', () => {
    const reading = readForm(EnablementRequest, {});
    expect(reading.ok ? [] : Object.keys(reading.problems).sort()).toEqual(Object.keys(GOOD).sort());
  });

  test.each([
    ['portalUrl', 'portal.northwind.example', 'starting with https://'],
    ['portalUrl', 'http://portal.northwind.example', 'Only https://'],
    ['portalUrl', 'ftp://portal.northwind.example', 'Only https://'],
    ['portalUrl', 'https://portal.northwind.example/portal/home', 'https://portal.northwind.example'],
    ['portalUrl', 'https://portal.northwind.example/?a=b', 'https://portal.northwind.example'],
    ['portalUrl', 'https://admin:hunter2@portal.northwind.example', 'user name and password'],
    ['portalUrl', 'https://', 'not a web address'],
    ['portalUrl', 'https://por tal.example', 'not a web address'],
    ['portalUrl', `https://${'a'.repeat(300)}.example`, 'At most 300'],
    ['coreHost', 'https://core1.northwind.example', 'core1.northwind.example'],
    ['coreHost', 'sip:core1.northwind.example', 'core1.northwind.example'],
    ['coreHost', 'core1.northwind.example:5060', 'core1.northwind.example'],
    ['coreHost', 'core1.northwind.example/x', 'core1.northwind.example'],
    ['coreHost', 'core_1..example', 'Expected a host name'],
    ['coreHost', '-core.example', 'Expected a host name'],
    ['coreHost', '300.1.1.1', 'Expected a host name'],
    ['contactEmail', 'ops@', 'not an e-mail address'],
    ['contactEmail', 'ops@northwind.example\r\nBcc: x@y.example', 'control characters'],
    ['contactPhone', 'call me', 'not a phone number'],
    ['clientId', 'acrobits softphone', 'no spaces'],
    ['cspCompany', 'x'.repeat(201), 'At most 200'],
    ['cspCompany', 'Northwind\nTelecom', 'control characters'],
    ['domains', 'acme.example, bad domain!, globex.example', '“domain!”'],
    ['domains', 'a'.repeat(65), 'at most 64'],
  ])('%s: %j is refused under its field', (field, text, said) => {
    expect(problems({ [field]: text })).toEqual({ [field]: expect.stringContaining(said) });
  });

  test('51 domains are too many for one form, and the sentence says what to do', () => {
    const domains = Array.from({ length: 51 }, (_, n) => `d${n}.example`).join('\n');
    expect(problems({ domains })).toEqual({ domains: expect.stringMatching(/^51 domains are too many.*at most 50.*later/) });
    expect(problems({ domains: domains.slice(0, domains.lastIndexOf('\n')) })).toEqual({});
  });
});

describe('what Acrobits returns', () => {
  const reading = (change: Record<string, string>) =>
    readForm(Answer, { cloudId: 'NSACME', messagingHost: 'api-us.messaging.acrobits.example', ...change });

  test.each(['NSACME', 'NSACME*', 'ns.acme-1_x'])('cloudId %s is accepted', (cloudId) => {
    expect(reading({ cloudId })).toMatchObject({ ok: true, value: { cloudId } });
  });

  test.each(['NS ACME', 'NS/ACME', '../domains', 'NS%2f', 'NSÄCME', '*', 'NS**'])('cloudId %j is refused', (cloudId) => {
    expect(reading({ cloudId })).toMatchObject({ ok: false, problems: { cloudId: expect.stringContaining('NSACME') } });
  });

  test.each(['https://api.example', 'api.example/path', 'api.example:99999', 'api.example:x', 'a b.example', 'api..example'])(
    'messaging host %j is refused',
    (messagingHost) => {
      expect(reading({ messagingHost })).toMatchObject({
        ok: false,
        problems: { messagingHost: expect.stringContaining('Only the host name') },
      });
    },
  );

  test.each(['api.example', 'api.example:8443', 'localhost:4402', '[2001:db8::1]:443'])(
    'messaging host %s is accepted',
    (messagingHost) => {
      expect(reading({ messagingHost })).toMatchObject({ ok: true, value: { messagingHost } });
    },
  );
});
