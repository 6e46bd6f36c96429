// Writes a run's progress into the parts that show it. A message older than what stands there changes nothing.
const phases = {
  queued: 'Waiting to start',
  preparing: 'Shopify prepares the data',
  customers: 'Reading customers',
  orders: 'Reading orders',
  comparing: 'Comparing with the store',
  deriving: 'Working out the figures',
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

export const isEnded = run => run.phase === 'completed' || run.phase === 'failed' || run.phase === 'cancelled';

const duration = seconds => {
  const s = Math.max(0, Math.round(seconds));
  if (s < 60) {
    return `${s} s`;
  }
  return s < 3600
    ? `${Math.floor(s / 60)} min${s % 60 ? ` ${s % 60} s` : ''}`
    : `${Math.floor(s / 3600)} h ${Math.floor(s % 3600 / 60)} min`;
};

/** Shows a run; false when no part of the page is about it. */
export function showRun(run) {
  let shown = false;
  for (const part of document.querySelectorAll('[data-sync-progress]')) {
    if (part.dataset.run !== run.run) {
      continue;
    }
    shown = true;
    if (Number(part.dataset.revision) > run.revision) {
      continue;
    }
    part.dataset.revision = run.revision;
    const numbers = new Intl.NumberFormat(part.dataset.locale, { maximumFractionDigits: 0 });
    const percents = new Intl.NumberFormat(part.dataset.locale, { style: 'percent', maximumFractionDigits: 0 });
    const done = (count, total) => total == null ? numbers.format(count) : `${numbers.format(count)} of ${numbers.format(total)}`;
    const set = (field, text) => {
      const element = part.querySelector(`[data-field="${field}"]`);
      if (element.textContent !== text) {
        element.textContent = text;
      }
    };
    set('phase', phases[run.phase] ?? run.phase);
    set('percent', percents.format(run.percent / 100));
    set('customers', done(run.customersDone, run.customersTotal));
    set('orders', done(run.ordersDone, run.ordersTotal));
    set('rate', run.ratePerSecond > 0 ? `${numbers.format(run.ratePerSecond)} a second` : '–');
    set('left', isEnded(run) ? '–' : run.secondsLeft == null ? 'working it out' : duration(run.secondsLeft));
    set('message', run.message ?? '');
    part.querySelector('[data-field="message"]').hidden = !run.message;
    part.querySelector('[data-field="bar"]').setAttribute('width', Math.round(run.percent * 10));
    part.querySelector('[role="progressbar"]').setAttribute('aria-valuenow', Math.round(run.percent));
  }
  return shown;
}

/** The small percentage beside Sync in the side bar. */
export function showInFrame(run) {
  for (const dot of document.querySelectorAll('[data-sync-dot]')) {
    dot.hidden = !run || isEnded(run);
    dot.textContent = dot.hidden ? '' : `${Math.round(run.percent)}%`;
  }
}
