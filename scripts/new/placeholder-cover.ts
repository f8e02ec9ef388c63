/** A drawing that shows at a glance that the cover is still missing, and is a valid picture all the same. */
export function placeholderCover(): string {
  const ticks = Array.from({ length: 49 }, (_, index) => {
    const x = 24 + index * 24;
    return `M${x} 800v-${index % 5 === 0 ? 40 : 20}`;
  }).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800">
  <path fill="#0e1a2b" d="M0 0h1200v800H0z"/>
  <path fill="none" stroke="#5d6f88" stroke-width="3" d="${ticks}"/>
  <path fill="none" stroke="#5d6f88" stroke-width="4" stroke-dasharray="18 14" d="M240 160h720v440H240zm0 0 720 440m0-440L240 600"/>
</svg>
`;
}
