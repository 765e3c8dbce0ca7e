/** More rows than this are laid out row by row, which takes a tenth of the time; then it has to be said that they are a table. */
const mostLaidOutTogether = 200;

/**
 * Sorts and filters the table of descriptors, in the browser. Without it the page says as much: everything that only works
 * with it is made by it. The third press of a head gives the order of the paths again.
 */
export const portfolioScript: string = String.raw`'use strict';
(() => {
  const table = document.getElementById('descriptors');
  const place = document.getElementById('filter');
  if (!table || !place) return;
  const body = table.tBodies[0];
  const heads = Array.from(table.tHead.rows[0].cells);
  const plain = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().trim();
  const rows = Array.from(body.rows, (row, order) => {
    const cells = Array.from(row.cells);
    return {
      row,
      order,
      text: plain(cells.slice(0, 3).map((cell) => cell.textContent).join(' ')),
      keys: cells.map(keyOf),
      verdicts: cells.filter((cell) => cell.className === 'verdict').map((cell) => cell.dataset.k),
    };
  });
  let sorted = { column: -1, direction: 1 };

  function keyOf(cell) {
    if (cell.matches('.none, :has(.none)')) return undefined;
    if (cell.className === 'verdict') return Number(cell.dataset.k);
    if (cell.className === 'number') return parseFloat(cell.textContent);
    return plain(cell.dataset.k || (cell.querySelector('bdi') || cell).textContent);
  }

  function compare(left, right) {
    const a = left.keys[sorted.column];
    const b = right.keys[sorted.column];
    if (a === b) return left.order - right.order;
    if (a === undefined) return 1;
    if (b === undefined) return -1;
    return (a < b ? -1 : 1) * sorted.direction;
  }

  function sortBy(column) {
    const isSecond = sorted.column === column && sorted.direction === 1;
    const isThird = sorted.column === column && !isSecond;
    sorted = { column: isThird ? -1 : column, direction: isSecond ? -1 : 1 };
    rows.sort(compare);
    body.append(...rows.map(({ row }) => row));
    heads.forEach((head, index) => {
      const way = sorted.direction === 1 ? 'ascending' : 'descending';
      head.setAttribute('aria-sort', index === sorted.column ? way : 'none');
    });
  }

  function filter() {
    const words = plain(text.value).split(/\s+/);
    let shown = 0;
    for (const { row, text: own, verdicts } of rows) {
      const isShown = words.every((word) => own.includes(word)) && (!select.value || verdicts.includes(select.value));
      row.hidden = !isShown;
      if (isShown) shown += 1;
    }
    count.textContent = shown + ' of ' + rows.length + ' descriptors shown';
  }

  function quicken() {
    const roles = { TABLE: 'table', THEAD: 'rowgroup', TBODY: 'rowgroup', TR: 'row', TD: 'cell' };
    for (const part of [table, ...table.querySelectorAll('thead, tbody, tr, th, td')])
      part.setAttribute('role', roles[part.tagName] || (part.scope === 'col' ? 'columnheader' : 'rowheader'));
    table.classList.add('long');
  }

  function made(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  const choices = new Map();
  for (const cell of body.querySelectorAll('td.verdict')) {
    if (choices.has(cell.dataset.k)) continue;
    choices.set(cell.dataset.k, cell.textContent.replace(/^\W+/, ''));
  }
  const options = Array.from(choices).sort().map(([value, words]) => made('option', { value }, words));
  const text = made('input', { type: 'search', id: 'filter-text', autocomplete: 'off' });
  const select = made('select', { id: 'filter-verdict' }, made('option', { value: '' }, 'any'), ...options);
  const count = made('p', { id: 'filter-count' });
  count.setAttribute('role', 'status');
  count.setAttribute('aria-live', 'polite');
  text.addEventListener('input', filter);
  select.addEventListener('change', filter);
  place.append(
    made('div', {}, made('label', { htmlFor: 'filter-text' }, 'Title, path, provider or level'), text),
    made('div', {}, made('label', { htmlFor: 'filter-verdict' }, 'Verdict'), select),
    count,
  );
  if (rows.length > ${mostLaidOutTogether}) quicken();
  heads.forEach((head, column) => {
    const button = made('button', { type: 'button' }, ...head.childNodes);
    button.addEventListener('click', () => sortBy(column));
    head.append(button);
    head.setAttribute('aria-sort', 'none');
  });
  filter();

  function unfold() {
    const target = document.getElementById(location.hash.slice(1));
    const details = target && target.closest('details');
    if (!details || details.open) return;
    details.open = true;
    target.scrollIntoView();
  }
  addEventListener('hashchange', unfold);
  unfold();
})();
`.replace(/^ +/gm, '');
