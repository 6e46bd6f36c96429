// A word at the edge of the page that goes away by itself; screen readers hear it once.
const shownMs = 6000;

export function toast(text) {
  const place = document.querySelector('[data-toasts]');
  const element = document.createElement('p');
  element.className = 'toast';
  element.textContent = text;
  place.append(element);
  setTimeout(() => element.remove(), shownMs);
}

/** For screen readers alone: what the eye can see has changed. */
export function announce(text) {
  const place = document.querySelector('[data-toasts]');
  const element = document.createElement('p');
  element.className = 'visually-hidden';
  element.textContent = text;
  place.append(element);
  setTimeout(() => element.remove(), shownMs);
}
