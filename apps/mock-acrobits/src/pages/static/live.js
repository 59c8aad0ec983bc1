// Keeps the page current: reads it again and, only when something has changed, puts the new content in place of the old.
const PAUSE_MS = 1500;

async function refresh() {
  if (document.hidden || isFillingIn()) return;
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok) return;
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main[data-live]');
  const now = document.querySelector('main[data-live]');
  // Somebody who is just marking text to copy it keeps the mark.
  const marked = document.getSelection()?.isCollapsed === false;
  if (!next || !now || marked || isFillingIn() || next.innerHTML === shown) return;
  shown = next.innerHTML;
  const focused = document.activeElement?.id;
  now.replaceChildren(...next.childNodes);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

/** Whoever is choosing or typing keeps what has been chosen and typed. */
function isFillingIn() {
  const fields = [...document.querySelectorAll('main select, main input:not([type=hidden])')];
  return fields.some((field) => {
    if (field === document.activeElement) return true;
    if (field instanceof HTMLSelectElement)
      return [...field.options].some((option) => option.selected && !option.defaultSelected && option.index > 0);
    return field.value !== field.defaultValue;
  });
}

let shown = document.querySelector('main[data-live]')?.innerHTML;

async function keepCurrent() {
  try {
    await refresh();
  } catch {
    // The desk is being restarted: what is on the page stays, and the next try finds it again.
  }
  setTimeout(keepCurrent, PAUSE_MS);
}

setTimeout(keepCurrent, PAUSE_MS);
