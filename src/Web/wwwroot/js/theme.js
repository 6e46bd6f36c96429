// Switches between light and dark without loading the page; the cookie is the one the server reads.
const keptSeconds = 365 * 24 * 3600;

const isDark = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
};

export function startTheme() {
  for (const form of document.querySelectorAll('[data-theme-toggle]')) {
    form.addEventListener('submit', event => {
      event.preventDefault();
      const theme = isDark() ? 'light' : 'dark';
      document.documentElement.dataset.theme = theme;
      document.cookie = `theme=${theme}; path=/; max-age=${keptSeconds}; samesite=lax`;
    });
  }
}
