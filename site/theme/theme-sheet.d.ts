/** Made of `theme` in `site.yaml`: see `theme-styles.node.ts`. */
declare module 'gatehouse:theme.css';
