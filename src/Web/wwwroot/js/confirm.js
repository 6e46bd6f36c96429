// A question in place can be taken back: by its own button, or by Escape.
const close = details => {
  details.open = false;
  details.querySelector('summary').focus();
};

export function startConfirm() {
  const showNo = root => root.querySelectorAll('[data-confirm-no]').forEach(button => { button.hidden = false; });
  showNo(document);
  document.addEventListener('xsight:swapped', event => showNo(event.target));
  document.addEventListener('click', event => {
    const no = event.target.closest('[data-confirm-no]');
    if (no) {
      close(no.closest('[data-confirm]'));
    }
  });
  document.addEventListener('keydown', event => {
    const details = event.key === 'Escape' && event.target.closest?.('[data-confirm][open]');
    if (details) {
      close(details);
    }
  });
}
