// Pages that say so are read again at their own beat: what they show comes by no hub. Nobody looks at a hidden page.
import { refresh } from './swap.js';

export function startPoll() {
  const seconds = Number(document.querySelector('[data-poll]')?.dataset.poll);
  if (!seconds) {
    return;
  }
  let reading = false;
  setInterval(async () => {
    if (document.hidden || reading) {
      return;
    }
    reading = true;
    try {
      await refresh();
    } catch {
      // The server is away for a moment; the next beat tries again.
    } finally {
      reading = false;
    }
  }, seconds * 1000);
}
