// Puts an order on top of the dashboard's latest ones the moment it is known. The refresh that follows replaces the row by the server's,
// which knows the customer's name and whether the order counts.
import { announce } from './toast.js';

const element = (name, className, ...content) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
};

function linkTo(order) {
  const link = element('a', '', order.name);
  link.href = `/orders/${encodeURIComponent(order.orderId)}`;
  return link;
}

function rowOf(order, money) {
  const buyer = document.createElement(order.customerId ? 'a' : 'span');
  buyer.textContent = order.customerId ? `Order ${order.name}` : 'Without a customer';
  if (order.customerId) {
    buyer.href = `/customers/${encodeURIComponent(order.customerId)}`;
  }
  const time = element('time', '', 'just now');
  time.dateTime = order.processedAt;
  const row = element('li', 'row changed', element('span', 'row-main', buyer), element('span', 'row-figure', money), element('span', 'row-note quiet', linkTo(order), ' · ', time));
  row.dataset.order = order.orderId;
  return row;
}

const knownMax = 1_000;

// The orders that were there when the page came, and those said since.
const known = new Set([...document.querySelectorAll('[data-just-in] > [data-order]')].map(row => row.dataset.order));

const newestIn = list => Date.parse(list.querySelector('time')?.dateTime) || 0;

/** Shows an order that is not listed yet, though a refresh may have been quicker, and says it once; an older one, or the first of all, is left to the refresh. */
export function showOrder(order) {
  const list = document.querySelector('[data-just-in]');
  const id = String(order.orderId);
  // The page has whole seconds.
  if (!list || known.has(id) || Date.parse(order.processedAt) + 1000 <= newestIn(list)) {
    return;
  }
  // A string keeps every digit: the amount never passes through a float.
  const money = new Intl.NumberFormat(list.dataset.locale, { style: 'currency', currency: order.currency }).format(order.net);
  known.add(id);
  if (known.size > knownMax) {
    known.delete(known.values().next().value);
  }
  if (!list.querySelector(`[data-order="${CSS.escape(id)}"]`)) {
    list.prepend(rowOf(order, money));
  }
  while (list.children.length > Number(list.dataset.limit)) {
    list.lastElementChild.remove();
  }
  announce(`New order ${order.name}, ${money}`);
}
