// A row opens as its link does. Who selects text or holds a modifier wants something else.
export function startRows() {
  document.addEventListener('click', event => {
    const row = event.target.closest('tr[data-href]');
    if (!row || event.target.closest('a, button, input') || String(getSelection())) {
      return;
    }
    if (event.ctrlKey || event.metaKey) {
      open(row.dataset.href, '_blank', 'noopener');
    } else {
      location.assign(row.dataset.href);
    }
  });
}
