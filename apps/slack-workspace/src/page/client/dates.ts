const day = (time: Date): number =>
  Math.floor(new Date(time.getFullYear(), time.getMonth(), time.getDate(), 12).getTime() / 86_400_000);

/** “today” and its neighbours stand for a date in the formats called pretty. */
function pretty(time: Date, now: Date, otherwise: string): string {
  const nearby: { readonly [distance: number]: string } = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' };
  return nearby[day(time) - day(now)] ?? otherwise;
}

const shown = (time: Date, options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat('en-US', options).format(time);

/** The reader's own time in one of Slack's formats (docs.slack.dev, date formatting). A token that nobody knows stays as it is. */
export function formatDate(time: Date, format: string, now = new Date()): string {
  const long = () => shown(time, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });
  const medium = () => shown(time, { year: 'numeric', month: 'long', day: 'numeric' });
  const short = () => shown(time, { year: 'numeric', month: 'short', day: 'numeric' });
  const tokens: { readonly [token: string]: () => string } = {
    date_num: () => [time.getFullYear(), time.getMonth() + 1, time.getDate()].map((n) => String(n).padStart(2, '0')).join('-'),
    date: medium,
    date_short: short,
    date_long: long,
    date_pretty: () => pretty(time, now, medium()),
    date_short_pretty: () => pretty(time, now, short()),
    date_long_pretty: () => pretty(time, now, long()),
    time: () => shown(time, { hour: 'numeric', minute: '2-digit' }),
    time_secs: () => shown(time, { hour: 'numeric', minute: '2-digit', second: '2-digit' }),
  };
  return format.replaceAll(/\{(\w+)\}/g, (whole, token: string) => tokens[token]?.() ?? whole);
}
