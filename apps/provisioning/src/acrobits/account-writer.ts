import {
  type AccountContext,
  accountOf,
  type Environment,
  type PhoneLogin,
  type PhoneTemplate,
  Secret,
  type Softphone,
} from '@enablement/core';
import { escapeText, writable } from '../xml.ts';
import { accountXml } from './account-xml.ts';

/** What differs from user to user; everything else in an account is the same for a whole environment. */
const FIELDS = ['domain', 'user', 'device', 'sip', 'display', 'name', 'password'] as const;
type Field = (typeof FIELDS)[number];
type Values = Readonly<Record<Field, string>>;

/** Private-use characters around a field's name: they stand in no configuration, and come out of the XML library as they went in. */
const MARK = '\ue000';
const marked = (field: Field) => `${MARK}${field}${MARK}`;

/** An account with gaps. */
interface Form {
  readonly start: string;
  readonly rest: readonly (readonly [gap: Field, text: string])[];
}

/**
 * Writes accounts. The XML library writes one of each environment, with marks where users differ, and the marks are filled in for each
 * phone: a fifth of the time. A test holds the two to the same text.
 */
export function createAccountWriter({ parameters, address }: Pick<AccountContext, 'parameters' | 'address'>) {
  const forms = new WeakMap<Environment, Form>();

  function formOf(environment: Environment, template: PhoneTemplate): Form {
    const known = forms.get(environment);
    if (known !== undefined) return known;
    const softphone = {
      domain: marked('domain'),
      user: marked('user'),
      device: marked('device'),
      displayName: marked('display'),
      password: new Secret(marked('sip')),
    };
    const login = { name: marked('name'), password: new Secret(marked('password')) };
    const text = accountXml(accountOf(softphone, { environment, template, parameters, login, address }));
    // Text, field, text, field, …, text.
    const [start = '', ...more] = text.split(MARK);
    const form = { start, rest: pairsOf(more) };
    forms.set(environment, form);
    return form;
  }

  return function write(softphone: Softphone, environment: Environment, template: PhoneTemplate, login: PhoneLogin): string {
    const { displayName, user, device, domain } = softphone;
    // Where there is nothing to show the title is another one: rare, and left to the library.
    if (displayName.trim() !== displayName || [displayName, user, device, domain].some((text) => text.trim() === ''))
      return accountXml(accountOf(softphone, { environment, template, parameters, login, address }));
    const { start, rest } = formOf(environment, template);
    const values: Values = {
      domain,
      user,
      device,
      sip: softphone.password.reveal(),
      display: displayName,
      name: login.name,
      password: login.password.reveal(),
    };
    let text = start;
    for (const [gap, after] of rest) text += escapeText(writable(values[gap])) + after;
    return text;
  };
}

const isField = (text: string): text is Field => FIELDS.some((field) => field === text);

function pairsOf(pieces: readonly string[]): (readonly [Field, string])[] {
  const pairs: (readonly [Field, string])[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const gap = pieces[at] ?? '';
    if (!isField(gap)) throw new Error('A template holds private-use characters.');
    pairs.push([gap, pieces[at + 1] ?? '']);
  }
  return pairs;
}
