// Keeps the page true while it is open: by the hub, and by asking now and then while the hub cannot be reached. A message is a hint;
// figures are always read from the server anew.
import { refresh } from './swap.js';
import { toast } from './toast.js';
import { isEnded, showInFrame, showRun } from './progress.js';
import { showOrder } from './justin.js';

const hubUrl = '/hubs/live';
const statusUrl = '/api/v1/tenants/me/sync-status';
const pollRunningMs = 1000;
const pollBesideHubMs = 5000;
const pollIdleMs = 30000;
const pollAwayMs = 5000;
const refreshAtMostMs = 2000;
const reconnectMs = [0, 2000, 5000, 10000, 30000];

let lastActive = null;
let refreshTimer = null;
let pollTimer = null;
let connected = false;
let missedWhileHidden = false;

// However many messages come, the page is read once in so long. Nobody looks at a hidden page; it is read when it is shown.
function refreshSoon() {
  if (!document.querySelector('[data-region]')) {
    return;
  }
  refreshTimer ??= setTimeout(async () => {
    refreshTimer = null;
    missedWhileHidden = document.hidden;
    if (missedWhileHidden) {
      return;
    }
    try {
      if (!await refresh()) {
        location.reload();
      }
    } catch {
      // The server is away for a moment; the next message or poll tries again.
    }
  }, refreshAtMostMs);
}

async function refreshNow() {
  try {
    if (!await refresh()) {
      location.reload();
    }
  } catch {
    refreshSoon();
  }
}

function onRun(run) {
  const isNew = run && !isEnded(run) && run.run !== lastActive;
  showInFrame(run);
  if (!run) {
    return;
  }
  if (isEnded(run)) {
    onEnded(run);
    return;
  }
  lastActive = run.run;
  if (!showRun(run) && isNew && document.querySelector('[data-sync-page], [data-awaits-first-sync]')) {
    refreshNow();
  }
}

function onEnded(run) {
  showInFrame(null);
  if (lastActive !== run.run) {
    return;
  }
  lastActive = null;
  const completed = run.kind === 'reconcile' ? 'The comparison is through. What differed is mended.' : 'The sync is through. Figures are up to date.';
  // A scheduled update is no news; one that somebody waits for is.
  const awaited = run.kind !== 'incremental' || run.phase !== 'completed' || document.querySelector('[data-sync-page], [data-awaits-first-sync]');
  if (awaited) {
    toast({ completed, failed: run.message ?? 'The sync failed.', cancelled: 'The sync was cancelled. What was read stays.' }[run.phase]);
  }
  refreshNow();
}

function onOrder(order) {
  if (document.querySelector('[data-region="just-in"]')) {
    showOrder(order);
    refreshSoon();
  }
}

// Without a list of ids: too many to name.
function onCustomers({ ids }) {
  const shown = document.querySelector('[data-customer]')?.dataset.customer;
  if (shown && (!ids || ids.includes(shown))) {
    refreshSoon();
  }
}

function onConnected(is) {
  connected = is;
  document.body.dataset.live = is ? 'connected' : 'away';
}

const pause = () => {
  if (lastActive) {
    return connected ? pollBesideHubMs : pollRunningMs;
  }
  if (document.querySelector('[data-awaits-first-sync]')) {
    return pollRunningMs;
  }
  return connected ? pollIdleMs : pollAwayMs;
};

// Goes on, slowly, while the hub is connected: a message may be missed.
async function poll() {
  clearTimeout(pollTimer);
  try {
    const response = await fetch(statusUrl, { headers: { accept: 'application/json' }, credentials: 'same-origin' });
    if (response.ok) {
      const { active, last } = await response.json();
      onRun(active ?? null);
      if (!active && lastActive) {
        onEnded(last?.run === lastActive ? last : { run: lastActive, phase: 'completed' });
      } else if (!active && last?.phase === 'completed' && document.querySelector('[data-awaits-first-sync]')) {
        await refreshNow();
      }
    }
  } catch {
    // The server is away for a moment; the next poll tries again.
  }
  // Nobody tells of changed figures: they are looked at.
  if (document.body.dataset.live === 'away' && !lastActive) {
    refreshSoon();
  }
  clearTimeout(pollTimer);
  pollTimer = setTimeout(poll, pause());
}

// Goes on for as long as the page is open, at the last pace of the list.
const nextTry = ({ previousRetryCount }) => reconnectMs[Math.min(previousRetryCount, reconnectMs.length - 1)];

// The library tries a lost connection again, and not one that never was. Tells how often it failed.
async function startPatiently(hub) {
  for (let tries = 0; ; tries++) {
    try {
      await hub.start();
      return tries;
    } catch {
      onConnected(false);
      await new Promise(resolve => setTimeout(resolve, nextTry({ previousRetryCount: tries + 1 })));
    }
  }
}

async function connect() {
  const hub = new signalR.HubConnectionBuilder().withUrl(hubUrl).withAutomaticReconnect({ nextRetryDelayInMilliseconds: nextTry }).configureLogging(signalR.LogLevel.None).build();
  for (const name of ['sync:active', 'sync:progress', 'sync:update']) {
    hub.on(name, run => onRun(run ?? null));
  }
  for (const name of ['sync:completed', 'sync:failed']) {
    hub.on(name, run => run?.phase && onEnded(run));
  }
  hub.on('sync:error', error => toast(error?.message ?? 'Live news of the sync stopped for a moment.'));
  hub.on('insights:changed', refreshSoon);
  hub.on('order:received', onOrder);
  hub.on('customers:changed', onCustomers);
  const subscribe = () => hub.invoke('sync:subscribe').catch(() => {});
  hub.onreconnecting(() => {
    onConnected(false);
    poll();
  });
  hub.onreconnected(() => {
    onConnected(true);
    subscribe();
    // What was sent meanwhile is not sent again.
    refreshSoon();
  });
  hub.onclose(() => {
    onConnected(false);
    poll();
  });
  const failures = await startPatiently(hub);
  onConnected(true);
  if (failures > 0) {
    // What happened meanwhile was not sent to this page.
    refreshSoon();
  }
  await subscribe();
}

export function startLive() {
  if (!document.querySelector('[data-live]')) {
    return;
  }
  lastActive = document.querySelector('[data-sync-progress]')?.dataset.run ?? null;
  poll();
  document.addEventListener('visibilitychange', () => !document.hidden && missedWhileHidden && refreshSoon());
  if (globalThis.signalR) {
    connect();
  }
}
