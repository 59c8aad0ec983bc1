import type { PhoneDirectory } from '../ports/phone-directory.ts';
import type { PhoneInstallations } from '../ports/phone-installations.ts';
import type { PhonePlatform } from '../ports/phone-platform.ts';
import { type PhoneUser, readCode, tokenId } from './sign-in-code.ts';

export interface InstalledPorts {
  readonly directory: PhoneDirectory;
  readonly installations: Pick<PhoneInstallations, 'find'>;
}

/**
 * NetSapiens for phones, those included that a code has signed in: NetSapiens knows no password of theirs, so that the token is proved
 * here, and their device is read in the environment's own name.
 */
export function admitInstalled(platform: PhonePlatform, { directory, installations }: InstalledPorts): PhonePlatform {
  return {
    async admit(environment, login, letter, known) {
      const id = tokenId(login.password);
      if (id === undefined) return await platform.admit(environment, login, letter, known);
      const who = phoneUserOf(environment.cloudId, login.name, id);
      const installation = who && (await installations.find(who, login.password));
      if (who === undefined || installation === undefined) return { admitted: false, why: 'wrong login' };
      if (installation.revokedAt !== undefined) return { admitted: false, why: 'signed out' };
      // One call when the device was read before, as with a password.
      const softphone =
        known === undefined
          ? await directory.softphone(environment, who, letter)
          : (await directory.find(environment, who)) && known;
      return softphone === undefined ? { admitted: false, why: 'wrong login' } : { admitted: true, softphone };
    },

    async contacts(environment, login) {
      const id = tokenId(login.password);
      const who = phoneUserOf(environment.cloudId, login.name, id);
      if (who === undefined || (id === undefined && readCode(login.password) === undefined))
        return await platform.contacts(environment, login);
      return await directory.contacts(environment, who);
    },
  };
}

/** How the log-in of one phone among those of a user is known. */
export const installedName = (name: string, id: string): string => `${name}#${id}`;

/** The user that a log-in name tells; `undefined` when it is no extension with a domain. */
export function phoneUserOf(cloudId: string, name: string, id?: string): PhoneUser | undefined {
  const suffix = id === undefined ? '' : installedName('', id);
  const bare = suffix !== '' && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
  const at = bare.lastIndexOf('@');
  return at <= 0 || at === bare.length - 1 ? undefined : { cloudId, user: bare.slice(0, at), domain: bare.slice(at + 1) };
}
