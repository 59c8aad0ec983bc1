import { z } from 'zod';

/**
 * What people type, field by field. Each refusal says what was expected, by example.
 * Sources: Acrobits marketplace requirements (Base Platform Prerequisites, CSP Onboarding Information, Acrobits Response Values);
 * the domain pattern is the one of the NetSapiens API v2 (letters, digits, `.`, `_`, `-`, at most 64).
 */

const HOST_LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;

/** A host name or an IP address, without scheme, port or path. */
export function isHost(text: string): boolean {
  if (IPV4.test(text)) return text.split('.').every((part) => Number(part) <= 255);
  if (text.startsWith('[') && text.endsWith(']')) return URL.canParse(`https://${text}`);
  return text.length <= 253 && text.split('.').every((label) => HOST_LABEL.test(label)) && !/^[\d.]+$/.test(text);
}

export function isAddressLiteral(host: string): boolean {
  return IPV4.test(host) || host.startsWith('[');
}

const line = (what: string, max: number) =>
  z
    .string({ error: `Enter ${what}.` })
    .trim()
    .min(1, `Enter ${what}.`)
    .max(max, `At most ${max} characters, please.`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being refused (they would end up in mail headers)
    .regex(/^[^\u0000-\u001f\u007f]*$/, 'Line breaks and control characters are not allowed here.');

export const cspCompany = line('the name of the communication service provider', 200);
export const contactName = line('the name of the contact person', 200);

export const contactEmail = line('the contact’s e-mail address', 254).pipe(
  z.email('This is not an e-mail address. Expected something like ops@northwind.example.'),
);

export const contactPhone = line('a phone number', 40)
  .regex(/^\+?[0-9 ().\-/]{3,}$/, 'This is not a phone number. Expected something like +1 555 123 0100.')
  .optional();

const PORTAL_EXAMPLE = 'for example https://portal.northwind.example';

export const portalUrl = line('the portal’s address', 300).transform((text, context) => {
  const refuse = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text))
    return refuse(`Write the whole address, starting with https:// (${PORTAL_EXAMPLE}).`);
  if (!URL.canParse(text)) return refuse(`This is not a web address. Expected one like ${PORTAL_EXAMPLE}.`);
  const url = new URL(text);
  if (url.protocol !== 'https:')
    return refuse(`Only https:// is accepted, since credentials travel over it (${PORTAL_EXAMPLE}).`);
  if (url.username || url.password)
    return refuse('Leave user name and password out of the address; secrets have their own page.');
  if (url.pathname !== '/' || url.search || url.hash)
    return refuse(`Only the host is needed, without anything after it: https://${url.host}`);
  if (!isHost(url.hostname)) return refuse(`“${url.hostname}” is not a host name.`);
  return `https://${url.host}`;
});

export const coreHost = line('the primary core hostname', 253).transform((text, context) => {
  const host = text.toLowerCase();
  if (isHost(host)) return host;
  const inner = host.replace(/^[a-z][a-z0-9+.-]*:(\/\/|(?=[a-z]))/, '').replace(/[:/].*$/, '');
  const hint =
    isHost(inner) && inner !== host
      ? `Leave scheme, port and path out: ${inner}`
      : 'Expected a host name like core1.northwind.example.';
  context.addIssue({ code: 'custom', message: hint });
  return z.NEVER;
});

export const clientId = line('the OAuth client ID', 200).regex(
  /^\S+$/,
  'A client ID has no spaces. Expected something like acrobits-softphone.',
);

export const domainName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9._-]{1,64}$/,
    'A NetSapiens domain has letters, digits, dots, hyphens and underscores, at most 64, for example acme.example.',
  );

export const MOST_DOMAINS = 50;

/** Domain names separated by spaces, commas or line breaks; doubles count once. */
export const domainList = z
  .string()
  .optional()
  .transform((text, context) => {
    const names = [
      ...new Set(
        (text ?? '')
          .split(/[\s,;]+/)
          .filter(Boolean)
          .map((name) => name.toLowerCase()),
      ),
    ];
    const wrong = names.filter((name) => !domainName.safeParse(name).success);
    if (wrong.length > 0) {
      const shown = wrong.slice(0, 3).map((name) => `“${name.slice(0, 70)}”`);
      const message = `Not a NetSapiens domain: ${shown.join(', ')}. Expected names like acme.example: letters, digits, dots, hyphens, underscores, at most 64.`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    if (names.length > MOST_DOMAINS) {
      const message = `${names.length} domains are too many for one form: at most ${MOST_DOMAINS}. Add the others later with “domain <name>”.`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    return names;
  });

/** Lenient as Acrobits' own sample is (letters, digits, `.`, `_`, `-`); a trailing `*` is the editable version. */
export const cloudId = line('the cloudId', 64).regex(
  /^[A-Za-z0-9._-]+\*?$/,
  'A cloudId has letters and digits (dots, hyphens, underscores are accepted, and a final * for the editable version), for example NSACME.',
);

/** Host of the messaging server; a port is accepted, scheme and path are not. */
export const messagingHost = line('the messaging server host', 260).transform((text, context) => {
  const host = text.toLowerCase();
  const [, name = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(host) ?? [];
  if (isHost(name) && (port === undefined || (Number(port) > 0 && Number(port) < 65536))) return host;
  context.addIssue({
    code: 'custom',
    message: 'Only the host name, without https:// and without a path, for example api-us.messaging.acrobits.example.',
  });
  return z.NEVER;
});

export const officeManagerLogin = line('the Office Manager’s login name', 120).regex(
  /^[^\s@]+(@[^\s@]+)?$/,
  'A login name looks like integration-office-manager@acme.example.',
);

export const secretText = z
  .string({ error: 'Enter the secret.' })
  .min(1, 'Enter the secret.')
  .max(1000, 'That is too long for a secret: at most 1,000 characters.')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a pasted line break would silently become part of the secret
  .regex(/^[^\u0000-\u001f\u007f]+$/, 'A line break or control character was pasted along. Paste the secret alone.')
  .refine((text) => text.trim() === text, 'There is a space before or after the secret. Paste the secret alone.');
