import { officeManagerLogin, type Reading, readForm, Secret, type SecretLink, secretText } from '@enablement/core';
import { z } from 'zod';
import { confirmationCode } from '../pages/code.ts';

/** The secret is wrapped as soon as it is read. */
const Secretly = secretText.transform((text) => new Secret(text));

const SecretAlone = z.object({ code: confirmationCode, secret: Secretly, officeManagerLogin: z.undefined().catch(undefined) });
const Credentials = z.object({ code: confirmationCode, officeManagerLogin, secret: Secretly });

export type Entry = z.infer<typeof SecretAlone> | z.infer<typeof Credentials>;

/** Reads what was typed on the page of this link; an Office Manager password comes with its login name. */
export function readEntry(link: SecretLink, form: Readonly<Record<string, string>>): Reading<Entry> {
  return link.field === 'Office Manager password' ? readForm(Credentials, form) : readForm(SecretAlone, form);
}
