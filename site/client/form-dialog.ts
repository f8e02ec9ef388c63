const dialog = document.querySelector<HTMLDialogElement>('dialog[data-form-dialog]');
const panel = document.getElementById('get');
const bar = document.querySelector('[data-foot-bar]');
const promise = document.querySelector('.stage-action');

if (dialog && panel && 'showModal' in dialog) openInDialog(panel, dialog);
if (bar && panel) hideWhileSeen(bar, promise ? [panel, promise] : [panel]);

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
    home.style.minHeight = `${panel.getBoundingClientRect().height}px`;
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

/** A way to the form is of no use beside the form, or beside another way to it. */
function hideWhileSeen(bar: Element, others: readonly Element[]): void {
  const seen = new Set<Element>();
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) seen.add(target);
      else seen.delete(target);
    }
    bar.classList.toggle('is-away', seen.size > 0);
    bar.classList.add('is-placed');
  });
  for (const other of others) observer.observe(other);
}
