// Shows the day under the pointer. The figures are those of the table below the chart.
const pointsOf = figure => [...figure.querySelectorAll('tbody tr')].map(row => [...row.cells].map(cell => cell.textContent.trim()));

const readoutOf = ([day, value, beforeDay, before]) => {
  const strong = document.createElement('strong');
  strong.textContent = value;
  const lines = [day, strong];
  if (before) {
    lines.push(`${beforeDay}: ${before}`);
  }
  return lines;
};

function follow(figure) {
  const canvas = figure.querySelector('.trend-canvas');
  const cursor = figure.querySelector('[data-cursor]');
  const readout = figure.querySelector('[data-readout]');
  const points = pointsOf(figure);
  if (points.length < 2) {
    return;
  }

  canvas.addEventListener('pointermove', event => {
    const box = canvas.getBoundingClientRect();
    const index = Math.round(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * (points.length - 1));
    const share = index / (points.length - 1);
    cursor.setAttribute('x1', share * 1000);
    cursor.setAttribute('x2', share * 1000);
    readout.replaceChildren(...readoutOf(points[index]));
    readout.hidden = false;
    cursor.classList.add('on');
    readout.style.left = share < 0.5 ? `${share * box.width + 12}px` : 'auto';
    readout.style.right = share < 0.5 ? 'auto' : `${(1 - share) * box.width + 12}px`;
  });
  canvas.addEventListener('pointerleave', () => {
    readout.hidden = true;
    cursor.classList.remove('on');
  });
}

export function startTrends() {
  document.querySelectorAll('[data-trend]').forEach(follow);
  document.addEventListener('xsight:swapped', event => event.target.querySelectorAll('[data-trend]').forEach(follow));
}
