/** More columns than that nobody reads, least of all on a phone. */
const MAX_PRODUCTS = 4;

for (const form of document.querySelectorAll<HTMLElement>('[data-compare]')) enhance(form);

function enhance(form: HTMLElement): void {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name=p]')];
  const status = form.querySelector('[data-status]');
  const result = document.querySelector<HTMLElement>('[data-result]');
  const { limit = '', count = '' } = form.dataset;
  const chosen = (): string[] => boxes.filter(({ checked }) => checked).map(({ value }) => value);
  const say = (isTooMany: boolean): void => {
    if (status) status.textContent = isTooMany ? limit : count.replace('{n}', String(chosen().length));
    form.classList.toggle('is-full', isTooMany);
  };
  const show = (isTooMany: boolean): void => {
    say(isTooMany);
    if (result) showResult(result, chosen());
  };
  form.addEventListener('change', ({ target }) => {
    const isTooMany = chosen().length > MAX_PRODUCTS;
    if (isTooMany) (target as HTMLInputElement).checked = false;
    show(isTooMany);
    if (result) keepInAddress(chosen());
  });
  if (!result) return;
  const asked = new URLSearchParams(location.search).getAll('p').flatMap((list) => list.split(','));
  const known = boxes.filter(({ value }) => asked.includes(value));
  // A browser that comes back may have ticked others.
  for (const box of boxes) box.checked = known.slice(0, MAX_PRODUCTS).includes(box);
  form.hidden = false;
  show(known.length > MAX_PRODUCTS);
  const only = result.querySelector<HTMLInputElement>('[data-only]');
  only?.addEventListener('change', () => result.classList.toggle('is-only', only.checked));
}

function keepInAddress(products: readonly string[]): void {
  const query = products.length > 0 ? `?p=${products.join()}` : '';
  history.replaceState(history.state, '', location.pathname + query);
}

/** One table of the products chosen, made of the cells of the families' tables; without a choice, those. */
function showResult(result: HTMLElement, products: readonly string[]): void {
  result.hidden = products.length === 0;
  for (const part of document.querySelectorAll<HTMLElement>('[data-family], [data-families]'))
    part.hidden = !result.hidden;
  const table = result.querySelector('table');
  const head = table?.tHead?.rows[0];
  if (!table || !head) return;
  const heads = products.map((product) => cellOf('[data-family] thead', product));
  head.replaceChildren(...[...head.cells].slice(0, 1), ...heads);
  for (const body of [...table.tBodies]) body.remove();
  for (const source of document.querySelectorAll<HTMLElement>('[data-family] tbody')) {
    const body =
      table.querySelector(`[data-group="${source.dataset['group']}"]`) ?? bodyLike(source, products.length);
    for (const row of source.querySelectorAll<HTMLElement>('[data-row]'))
      addRow(body, { row, products, table });
    if (body.children.length > 1) table.append(body);
  }
}

interface Adding {
  readonly row: HTMLElement;
  readonly products: readonly string[];
  readonly table: HTMLTableElement;
}

function addRow(body: Element, { row, products, table }: Adding): void {
  const name = `[data-row="${row.dataset['row']}"]`;
  const cells = products.map((product) => cellOf(`[data-family] ${name}`, product));
  const isThere = products.some((product) =>
    row.querySelector(`[data-product="${product}"]:not([data-none])`),
  );
  if (!isThere || table.querySelector(name) || body.querySelector(name)) return;
  const own = row.cloneNode() as HTMLElement;
  own.append(...[...row.children].slice(0, 1).map((cell) => cell.cloneNode(true)), ...cells);
  // What a product of another family could not have is no difference.
  const told = cells.flatMap((cell) =>
    cell instanceof HTMLElement && cell.dataset['product'] ? [textOf(cell)] : [],
  );
  own.className = new Set(told).size > 1 ? 'differs' : '';
  body.append(own);
}

function textOf({ textContent }: Element): string {
  return textContent.replace(/\s+/g, ' ').trim();
}

function bodyLike(source: HTMLElement, columns: number): Element {
  const body = source.cloneNode() as HTMLElement;
  const title = source.children[0]?.cloneNode(true);
  if (title instanceof HTMLTableRowElement && title.cells[0]) title.cells[0].colSpan = columns + 1;
  if (title) body.append(title);
  return body;
}

function cellOf(row: string, product: string): Element {
  const cell = document.querySelector(`${row} [data-product="${product}"]`);
  if (cell) return cell.cloneNode(true) as Element;
  const none = document.createElement('td');
  none.textContent = '–';
  return none;
}
