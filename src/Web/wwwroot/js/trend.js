// Reads a line out: the step under the pointer, or, when the chart has the focus, the one that the arrow keys choose. The figures are
// those of the table below the chart; a row says where it lies (data-at, 0 to 1), or the rows are evenly spread.
const pointsOf = figure => {
  const rows = [...figure.querySelectorAll('tbody tr')];
  return rows.map((row, i) => ({
    at: row.dataset.at === undefined ? i / Math.max(1, rows.length - 1) : Number(row.dataset.at),
    cells: [...row.cells].map(cell => cell.textContent.trim()),
  }));
};

const readoutOf = ([step, value, beforeStep, before]) => {
  const strong = document.createElement('strong');
  strong.textContent = value;
  const lines = [step, strong];
  if (before) {
    lines.push(`${beforeStep}: ${before}`);
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

  let shown = points.length - 1;
  const show = index => {
    shown = Math.min(points.length - 1, Math.max(0, index));
    const { at, cells } = points[shown];
    const width = canvas.clientWidth;
    cursor.setAttribute('x1', at * 1000);
    cursor.setAttribute('x2', at * 1000);
    readout.replaceChildren(...readoutOf(cells));
    readout.hidden = false;
    cursor.classList.add('on');
    readout.style.left = at < 0.5 ? `${at * width + 12}px` : 'auto';
    readout.style.right = at < 0.5 ? 'auto' : `${(1 - at) * width + 12}px`;
  };
  const hide = () => {
    readout.hidden = true;
    cursor.classList.remove('on');
  };
  const nearest = at => points.reduce((best, point, i) => (Math.abs(point.at - at) < Math.abs(points[best].at - at) ? i : best), 0);

  canvas.addEventListener('pointermove', event => {
    const box = canvas.getBoundingClientRect();
    show(nearest((event.clientX - box.left) / box.width));
  });
  canvas.addEventListener('pointerleave', hide);
  canvas.addEventListener('focus', () => canvas.matches(':focus-visible') && show(shown));
  canvas.addEventListener('blur', hide);
  canvas.addEventListener('keydown', event => {
    const moves = { ArrowLeft: shown - 1, ArrowRight: shown + 1, Home: 0, End: points.length - 1 };
    if (event.key in moves) {
      event.preventDefault();
      show(moves[event.key]);
    } else if (event.key === 'Escape') {
      hide();
    }
  });
}

export function startTrends() {
  document.querySelectorAll('[data-trend]').forEach(follow);
  document.addEventListener('xsight:swapped', event => event.target.querySelectorAll('[data-trend]').forEach(follow));
}
