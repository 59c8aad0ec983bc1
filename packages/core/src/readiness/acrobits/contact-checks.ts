import { contactEmail, contactPhone } from '../../enablement/fields.ts';
import type { Csp } from '../../environments/environment.ts';
import { type Check, failed, given, passed, type Ruling } from '../check.ts';
import type { EnvironmentSeen } from './environment-look.ts';

const csp = { severity: 'warning', owner: 'CSP' } as const;
const ASK = 'Ask the communication service provider, since Acrobits writes and calls there.';

/** Whom Acrobits is to contact. What nobody can look up is held to what a name or a number looks like. */
export function contactChecks({
  company,
  contactName,
  contactEmail: email,
  contactPhone: phone,
}: Csp): readonly Check<EnvironmentSeen>[] {
  return [
    {
      ...csp,
      id: 'csp-company',
      title: 'The provider’s company has a name',
      expected: 'the legal or operating name, for example Northwind Telecom',
      judge: () => judgeName(company),
    },
    {
      ...csp,
      id: 'csp-contact-name',
      title: 'The provider’s contact has a name',
      expected: 'a person’s or a team’s name',
      judge: () => judgeName(contactName),
    },
    {
      ...csp,
      id: 'csp-contact-email',
      title: 'Mail reaches the provider’s contact',
      expected: 'an address whose domain takes mail',
      judge: ({ contactMail }) => {
        if (!contactEmail.safeParse(email).success) return failed('This is no e-mail address.', ASK);
        return given(contactMail, (takes) =>
          takes ? passed('Its domain takes mail.') : failed(`Nobody takes mail for ${email.split('@')[1]}.`, ASK),
        );
      },
    },
    ...(phone === undefined
      ? []
      : [
          {
            ...csp,
            id: 'csp-contact-phone',
            title: 'The provider’s contact can be called',
            expected: 'a number like +1 555 123 0100',
            judge: () =>
              contactPhone.safeParse(phone).success && (phone.match(/\d/g) ?? []).length >= 6
                ? passed('It is a phone number.')
                : failed('It is no phone number.', ASK),
          },
        ]),
  ];
}

/** What people write who have to fill in a field. */
const PLACEHOLDER = /^(n\/?a|none|null|test(ing)?|x+|tbd|todo|unknown|company|name|contact)$/i;

function judgeName(name: string): Ruling {
  const text = name.trim();
  return /\p{L}/u.test(text) && text.length > 1 && !PLACEHOLDER.test(text)
    ? passed(text)
    : failed(`“${text.slice(0, 60)}” is no name.`, ASK);
}
