// Fetches a page and puts its regions in the place of ours, so that sorting, paging and live figures need no reload. The server has
// rendered them as always; where anything is unusual, the browser simply goes there.
import { announce } from './toast.js';

const regionsOf = root => new Map([...root.querySelectorAll('[data-region]')].map(region => [region.dataset.region, region]));

const outermost = regions => [...regions].filter(([, region]) => !region.parentElement.closest('[data-region]'));

const selectorOf = element => {
  const href = element.getAttribute('href');
  return element.id ? `#${CSS.escape(element.id)}` : href ? `a[href="${CSS.escape(href)}"]` : null;
};

const figuresOf = root => new Map([...root.querySelectorAll('[data-figure]')].map(figure => [figure.dataset.figure, figure.querySelector('[data-value]')]));

function tintChanged(before, region) {
  for (const [id, value] of figuresOf(region)) {
    const old = before.get(id);
    if (old && old.textContent !== value.textContent) {
      value.classList.add('changed');
    }
  }
}

/** Brings the page's regions up to date with a URL's; false where that cannot be done in place. */
export async function refresh(url = location.href) {
  const response = await fetch(url, { headers: { accept: 'text/html' }, credentials: 'same-origin' });
  if (response.status >= 500) {
    throw new Error('The server is away for a moment.');
  }
  if (!response.ok || response.redirected) {
    return false;
  }
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const theirs = regionsOf(page);
  const ours = outermost(regionsOf(document));
  if (ours.length === 0 || ours.some(([name]) => !theirs.has(name))) {
    return false;
  }
  for (const [name, region] of ours) {
    const next = theirs.get(name);
    if (region.isEqualNode(next) || region.querySelector('[data-confirm][open]')) {
      continue;
    }
    const before = figuresOf(region);
    const focused = region.contains(document.activeElement) ? selectorOf(document.activeElement) : null;
    region.replaceWith(document.importNode(next, true));
    const placed = document.querySelector(`[data-region="${name}"]`);
    tintChanged(before, placed);
    if (focused) {
      placed.querySelector(focused)?.focus();
    }
    placed.dispatchEvent(new CustomEvent('xsight:swapped', { bubbles: true }));
  }
  document.title = page.title;
  return true;
}

async function go(url, push) {
  try {
    if (!await refresh(url)) {
      location.assign(url);
      return;
    }
    if (push) {
      history.pushState(null, '', url);
    }
    const totals = document.querySelector('.totals');
    if (totals) {
      announce(totals.textContent.replace(/\s+/g, ' ').trim());
    }
  } catch {
    location.assign(url);
  }
}

export function startSwap() {
  document.addEventListener('click', event => {
    const link = event.target.closest('a[data-swap]');
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (link && plain) {
      event.preventDefault();
      go(link.href, true);
    }
  });
  document.addEventListener('submit', event => {
    const form = event.target.closest('form[data-swap]');
    if (form) {
      event.preventDefault();
      const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
      go(`${form.action}?${query}`, true);
    }
  });
  addEventListener('popstate', () => go(location.href, false));
}
