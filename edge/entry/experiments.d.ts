/** What the built site tries, by the path of the page; put in by the bundler. */
declare module 'gatehouse:experiments' {
  const experiments: Readonly<Record<string, import('../core/split/choose-variant.ts').Experiment>>;
  export default experiments;
}
