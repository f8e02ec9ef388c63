/** Filters a list in place; without it, the links of the filter lead to pages that gather the same. */
const filter = document.querySelector<HTMLElement>('[data-filter]');
if (filter) filterInPlace(filter);

function filterInPlace(form: HTMLElement): void {
  const items = [...document.querySelectorAll<HTMLElement>('[data-in]')];
  const groups = [...document.querySelectorAll<HTMLElement>('[data-gathers]')];
  const status = form.querySelector('[data-status]');
  const clear = form.querySelector<HTMLElement>('[data-clear]');
  const buttons = [...form.querySelectorAll<HTMLElement>('a[data-of]')].map(asButton);
  const { count = '', none = '' } = form.dataset;
  const all = status?.textContent ?? '';

  const show = (): void => {
    const asked = new URLSearchParams(location.search);
    const pressed = buttons.filter(({ name, value }) => asked.get(name) === value);
    for (const button of buttons) button.ariaPressed = String(pressed.includes(button));
    for (const item of items) {
      const values = item.dataset['in']?.split(' ') ?? [];
      item.hidden = pressed.some(({ name, value }) => !values.includes(`${name}:${value}`));
    }
    for (const group of groups) group.hidden = !group.querySelector('[data-in]:not([hidden])');
    if (clear) clear.hidden = pressed.length === 0;
    const shown = items.filter(({ hidden }) => !hidden).length;
    if (status)
      status.textContent = pressed.length === 0 ? all : shown ? count.replace('#', `${shown}`) : none;
  };
  const ask = (change: (query: URLSearchParams) => void): void => {
    const url = new URL(location.href);
    change(url.searchParams);
    history.replaceState(history.state, '', url);
    show();
  };

  for (const button of buttons) {
    button.onclick = () => {
      const { name, value } = button;
      ask((query) => (query.get(name) === value ? query.delete(name) : query.set(name, value)));
    };
  }
  clear?.addEventListener('click', () => {
    ask((query) => {
      for (const { name } of buttons) query.delete(name);
    });
    // The button that had the focus is gone.
    buttons[0]?.focus();
  });
  show();
}

function asButton(link: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = link.className;
  button.textContent = link.textContent;
  button.name = link.dataset['of'] ?? '';
  button.value = link.dataset['value'] ?? '';
  link.replaceWith(button);
  return button;
}
