import type { BreadcrumbList } from 'schema-dts';

interface Step {
  readonly label: string;
  /** Origin-relative; left out: the page itself. */
  readonly href?: string | undefined;
}

/** The way from the home page to a page. */
export function breadcrumbs(steps: readonly Step[], origin: string): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ label, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      ...(href !== undefined && { item: origin + href }),
    })),
  };
}
