const SECOND_MS = 1000;
const UNITS_MS = [86_400_000, 3_600_000, 60_000, SECOND_MS];

for (const element of document.querySelectorAll<HTMLElement>('[data-countdown]')) {
  startCountdown(element, () => Date.now());
}

/** Shows what is left until the element's moment, second by second, and afterwards that it is over. */
function startCountdown(element: HTMLElement, now: () => number): void {
  const end = Date.parse(element.dataset['countdown'] ?? '');
  const left = element.querySelector('.countdown-left');
  const digits = left?.querySelectorAll('b');
  if (!left || !digits) return;
  const tick = (): void => {
    const rest = end - now();
    if (rest < SECOND_MS) {
      element.classList.add('is-over');
      left.removeAttribute('aria-hidden');
      left.textContent = element.dataset['over'] ?? '';
      return;
    }
    UNITS_MS.reduce((remaining, unit, index) => {
      const digit = digits[index];
      if (digit) digit.textContent = String(Math.floor(remaining / unit)).padStart(2, '0');
      return remaining % unit;
    }, rest);
    element.classList.add('is-running');
    setTimeout(tick, SECOND_MS - (now() % SECOND_MS));
  };
  tick();
}
