/** A script in a template does nothing until it is taken out. */
export function takeScript(name: 'journey' | 'visitor'): void {
  const waiting = document.querySelector<HTMLTemplateElement>(`template[data-${name}]`);
  const address = waiting?.content.querySelector('script')?.src;
  if (!waiting || !address) return;
  waiting.remove();
  const script = document.createElement('script');
  script.type = 'module';
  script.src = address;
  document.head.append(script);
}
