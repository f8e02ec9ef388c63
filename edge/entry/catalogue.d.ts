/** The built site's catalogue, put in by the bundler. */
declare module 'gatehouse:catalogue' {
  const catalogue: import('../contract/catalogue.ts').Catalogue;
  export default catalogue;
}
