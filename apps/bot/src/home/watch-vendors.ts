import { type Clock, type Messaging, type Ports, Refused, seconds, Unreachable } from '@enablement/core';
import type { Vendor, VendorContacts } from '@enablement/gateways/postgres';

/** An answer a moment after another one is no news; what fails is. */
const NEWS = seconds(10);

type Watched = Pick<Ports, 'platform' | 'messaging' | 'mail'>;

/**
 * The vendors, with a look at how they answer: Home shows it. A refusal is an answer too. Whatever becomes of the note, the step that
 * called goes on as if nobody had looked.
 */
export function watchVendors(
  { platform, messaging, mail }: Watched,
  { contacts, clock, mailHost }: { readonly contacts: VendorContacts; readonly clock: Clock; readonly mailHost: string },
): Watched {
  const answered = new Map<string, number>();
  const watch = async <T>(vendor: Vendor, host: string, act: () => Promise<T>): Promise<T> => {
    const key = `${vendor} ${host}`;
    const ok = async () => {
      const now = clock.now().getTime();
      if (now - (answered.get(key) ?? Number.NEGATIVE_INFINITY) < NEWS) return;
      answered.set(key, now);
      await contacts.answered(vendor, host).catch(() => undefined);
    };
    try {
      const result = await act();
      await ok();
      return result;
    } catch (error) {
      if (error instanceof Refused) await ok();
      if (error instanceof Unreachable) {
        answered.delete(key);
        await contacts.failed(vendor, host, error.message).catch(() => undefined);
      }
      throw error;
    }
  };
  const provision: Messaging['provision'] = (credentials) =>
    watch('Acrobits', credentials.messagingHost, () => messaging.provision(credentials));
  return {
    platform: {
      ...platform,
      portal: (url) => watch('NetSapiens', hostOf(url), () => platform.portal(url)),
      prove: (access, manager) => watch('NetSapiens', hostOf(access.portalUrl), () => platform.prove(access, manager)),
      subscriptions: (access, manager, messagingHost) =>
        watch('NetSapiens', hostOf(access.portalUrl), () => platform.subscriptions(access, manager, messagingHost)),
    },
    messaging: { ...messaging, provision },
    mail: { ...mail, send: (letter) => watch('Mail server', mailHost, () => mail.send(letter)) },
  };
}

export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
