import { Refused, Secret, type Softphone } from '@enablement/core';
import type { Login } from './judge-login.ts';
import type { Thing } from './operations.ts';
import type { Reader } from './reader.ts';
import { NoSuchRoute } from './refusals.ts';
import type { Writer } from './writer.ts';

interface Entered {
  readonly login: Login;
  readonly reader: Reader;
  readonly writer: Writer;
}
const ONE = '/domains/{domain}/users/{user}/devices/{device}';
const ALL = '/domains/{domain}/users/{user}/devices';
const PASSWORD = 'device-sip-registration-password';

const hasPassword = ({ [PASSWORD]: password }: Pick<Thing<typeof ONE>, typeof PASSWORD>) =>
  password instanceof Secret && password.reveal() !== '';

/** Extension and domain of whoever logged in: from the log-in, and asked for where it does not tell. */
export async function whoIs({
  login,
  reader,
}: Pick<Entered, 'login' | 'reader'>): Promise<{ user: string; domain: string; displayName: string }> {
  const { user, domain, displayName } = login;
  if (user !== undefined && domain !== undefined) return { user, domain, displayName: displayName ?? '' };
  const me = await reader.get('/domains/~/users/~', {});
  const names = [me?.['name-first-name'], me?.['name-last-name']].filter((name) => typeof name === 'string' && name !== '');
  const found = { user: user ?? me?.user, domain: domain ?? me?.domain };
  if (!found.user || !found.domain)
    throw new Refused('NetSapiens does not tell which user logged in.', 'Ask whoever runs the platform.');
  return { user: String(found.user), domain: String(found.domain), displayName: displayName ?? names.join(' ') };
}

/** The softphone's device with its SIP password. It is made when it is not there: reading comes first, so that this may run twice. */
export async function readOrCreateSoftphone(entered: Entered, letter: string): Promise<Softphone> {
  return await softphoneOf(entered, await whoIs(entered), letter);
}

export async function softphoneOf(
  { reader, writer }: Pick<Entered, 'reader' | 'writer'>,
  { user, domain, displayName }: Pick<Softphone, 'user' | 'domain' | 'displayName'>,
  letter: string,
): Promise<Softphone> {
  const device = `${user}${letter}`;
  const look = () => readDevice(reader, { domain, user, device });
  const found =
    (await look()) ??
    (await writer.create(ALL, { domain, user }, { device, 'device-push-enabled': 'yes' }, { look, shows: hasPassword })).shown;
  const password = found[PASSWORD];
  if (!hasPassword(found) || !(password instanceof Secret)) {
    throw new Refused(
      `NetSapiens does not show the SIP password of ${device}@${domain}.`,
      'Ask whoever runs the platform whether users may read the password of their own devices.',
    );
  }
  return { domain, user, device, password, displayName };
}

/** Some 44 cores do not have the path of one device; the list may leave passwords out. */
async function readDevice(
  reader: Reader,
  params: { domain: string; user: string; device: string },
): Promise<Thing<typeof ONE> | undefined> {
  try {
    return await reader.get(ONE, params);
  } catch (error) {
    if (!(error instanceof NoSuchRoute)) throw error;
    const { domain, user, device } = params;
    for await (const row of reader.list(ALL, { domain, user })) if (row.device === device) return row;
    return undefined;
  }
}
