const dialog = document.querySelector<HTMLDialogElement>('dialog[data-form-dialog]');
const panel = document.getElementById('get');
const bar = document.querySelector('[data-foot-bar]');

if (dialog && panel && 'showModal' in dialog) openInDialog(panel, dialog);
if (bar && panel) hideWhileSeen(bar, panel);

/**
 * Lends the page's one form to a dialog, wherever a link asks for it; what was entered goes along. Without this
 * script, such a link leads down to the form.
 */
function openInDialog(panel: HTMLElement, dialog: HTMLDialogElement): void {
  const home = document.createElement('div');
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-opens-form]') : null;
    if (!link || dialog.open) return;
    event.preventDefault();
    // The page keeps its length while the form is away.
    home.style.minHeight = `${panel.offsetHeight}px`;
    panel.replaceWith(home);
    dialog.append(panel);
    dialog.showModal();
    if (matchMedia('(pointer: fine)').matches) {
      panel.querySelector<HTMLElement>('[data-field] :is(input, select, textarea)')?.focus();
    }
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => home.replaceWith(panel));
}

/** A way to the form is of no use beside the form. */
function hideWhileSeen(bar: Element, panel: HTMLElement): void {
  new IntersectionObserver(([entry]) => bar.classList.toggle('is-away', entry?.isIntersecting)).observe(
    panel,
  );
}
