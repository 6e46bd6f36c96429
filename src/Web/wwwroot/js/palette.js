// Ctrl K: pages by name, customers by search.
const searchDelayMs = 150;
const customersMax = 6;

export function startPalette() {
  const dialog = document.querySelector('[data-palette]');
  if (!dialog) {
    return;
  }
  const input = dialog.querySelector('input');
  const list = dialog.querySelector('[role="listbox"]');
  const pages = [...list.children];
  let chosen = 0;
  let timer;
  let searching;

  const options = () => [...list.querySelectorAll('[role="option"]')];

  const choose = index => {
    const all = options();
    chosen = all.length ? (index + all.length) % all.length : 0;
    all.forEach((option, i) => {
      option.id = `palette-${i}`;
      option.setAttribute('aria-selected', String(i === chosen));
    });
    if (all[chosen]) {
      input.setAttribute('aria-activedescendant', all[chosen].id);
      all[chosen].scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  };

  const show = customers => {
    const text = input.value.trim().toLowerCase();
    list.replaceChildren(...pages.filter(page => page.textContent.toLowerCase().includes(text)), ...customers);
    choose(0);
  };

  const optionOf = customer => {
    const option = document.createElement('li');
    option.setAttribute('role', 'option');
    option.dataset.href = `/customers/${encodeURIComponent(customer.id)}`;
    const more = document.createElement('span');
    more.className = 'quiet';
    more.textContent = customer.name ? customer.email ?? '' : '';
    option.append(customer.name ?? customer.email ?? `Customer ${customer.id}`, more);
    return option;
  };

  const search = async () => {
    const text = input.value.trim();
    searching?.abort();
    if (text.length < 2) {
      show([]);
      return;
    }
    searching = new AbortController();
    try {
      const response = await fetch(`/api/v1/customers?${new URLSearchParams({ q: text, limit: customersMax })}`, { signal: searching.signal, headers: { accept: 'application/json' } });
      show(response.ok ? (await response.json()).items.map(optionOf) : []);
    } catch (error) {
      if (error.name !== 'AbortError') {
        show([]);
      }
    }
  };

  const open = () => {
    input.value = '';
    show([]);
    dialog.showModal();
  };

  document.querySelectorAll('[data-palette-open]').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', open);
  });
  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      dialog.open ? dialog.close() : open();
    }
  });
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, searchDelayMs);
  });
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Escape') {
      // A search field would only empty itself the first time.
      event.preventDefault();
      dialog.close();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = options()[chosen];
      if (option) {
        location.assign(option.dataset.href);
      }
    }
  });
  dialog.addEventListener('click', event => {
    const option = event.target.closest('[role="option"]');
    if (option) {
      location.assign(option.dataset.href);
    } else if (event.target === dialog) {
      dialog.close();
    }
  });
}
