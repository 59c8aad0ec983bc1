// Follows a run: when the server says that something has changed, the parts of the page that differ are exchanged. Without it the page
// loads itself again from time to time.
const freshness = document.getElementById('freshness');

const tell = (words) => {
  if (freshness && freshness.textContent !== words) freshness.textContent = words;
};

async function refresh() {
  const response = await fetch(location.pathname, { cache: 'no-store' });
  if (response.status === 404 || response.status === 410) return location.reload();
  if (!response.ok) return tell('It could not be brought up to date; it is tried again.');
  const next = new DOMParser().parseFromString(await response.text(), 'text/html');
  document.title = next.title;
  for (const part of document.querySelectorAll('[data-live]')) {
    const newer = next.getElementById(part.id);
    if (newer === null) continue;
    if (newer.className !== part.className) part.className = newer.className;
    if (newer.innerHTML !== part.innerHTML) part.replaceChildren(...newer.childNodes);
  }
  tell('It follows the run by itself.');
}

const source = new EventSource(`${location.pathname}/live`);
source.addEventListener('changed', () => void refresh().catch(() => tell('The connection is lost; it is tried again.')));
source.addEventListener('error', () => {
  tell('The connection is lost; it is tried again.');
  // Refused for good: there are too many readers, or the page has expired.
  if (source.readyState === EventSource.CLOSED) setInterval(() => void refresh().catch(() => undefined), 15_000);
});
let opened = 0;
source.addEventListener('open', () => {
  tell('It follows the run by itself.');
  // What changed while the connection was lost was not told.
  if (opened++ > 0) void refresh().catch(() => undefined);
});
