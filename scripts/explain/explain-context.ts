/** Where rules are read from and explanations go. */
export interface ExplainContext {
  readonly contentRoot: string;
  readonly write: (text: string) => void;
  readonly warn: (line: string) => void;
  readonly paint: Readonly<Record<'bold' | 'dim', (text: string) => string>>;
}
