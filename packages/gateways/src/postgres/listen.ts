import pg from 'pg';

/**
 * Calls `heard` for each notification with what it says, and once after every (re)connection without, since what was said meanwhile is lost.
 * Keeps trying to connect for as long as it is open; a lost notification costs time, never work.
 */
export function listen(
  url: string,
  channels: readonly string[],
  heard: (channel: string, said?: string) => void,
): { close(): Promise<void> } {
  let closed = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const again = () => {
    client = undefined;
    if (!closed) timer = setTimeout(connect, 500);
  };
  const connect = () => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5000 });
    client = fresh;
    let lost = false;
    const lose = () => {
      if (lost) return;
      lost = true;
      fresh.end().catch(() => undefined);
      again();
    };
    fresh.on('error', lose);
    fresh.on('end', lose);
    fresh.on('notification', ({ channel, payload }) => heard(channel, payload));
    fresh
      .connect()
      .then(() => fresh.query(channels.map((channel) => `listen ${pg.escapeIdentifier(channel)}`).join(';')))
      .then(() => {
        for (const channel of channels) heard(channel);
      }, lose);
  };
  connect();

  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
