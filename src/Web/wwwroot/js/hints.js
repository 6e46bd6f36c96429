// Definitions open on hover and focus by CSS; Escape puts them away without moving either.
export function startHints() {
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      for (const hint of document.querySelectorAll('.hint:hover, .hint:focus-within')) {
        hint.classList.add('dismissed');
      }
    }
  });
  for (const type of ['pointerover', 'focusin']) {
    document.addEventListener(type, event => {
      for (const hint of document.querySelectorAll('.hint.dismissed')) {
        if (!hint.contains(event.target)) {
          hint.classList.remove('dismissed');
        }
      }
    });
  }
}
