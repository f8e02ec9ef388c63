import type { Expression, Program, Property, SpreadElement } from 'estree';
import type { Path } from '../yaml/path.ts';

type Literal =
  | { readonly value: unknown; readonly refused?: never }
  /** The first part that is not a literal. */
  | { readonly refused: ExpressionPlace };

/** 1-based line and column. */
export interface ExpressionPlace {
  readonly line: number;
  readonly column: number;
}

/** The value of an expression made of literals only; nothing is ever run. */
export function literalValue(program: Program | null | undefined): Literal {
  const expression = expressionOf(program);
  if (!expression) return { refused: { line: 1, column: 1 } };
  try {
    return { value: evaluate(expression) };
  } catch (error) {
    if (error instanceof NotLiteral) return { refused: error.place };
    throw error;
  }
}

/** Where the part of the expression at `path` stands; the nearest parent's place when it doesn't. */
export function placeInLiteral(program: Program | null | undefined, path: Path): ExpressionPlace | undefined {
  let found: Expression | undefined = expressionOf(program);
  for (const key of path) {
    const next: Expression | undefined = found && childOf(found, key);
    if (!next) break;
    found = next;
  }
  return found && placeOf(found);
}

class NotLiteral extends Error {
  readonly place: ExpressionPlace;
  constructor(node: Expression | Property | SpreadElement) {
    super('not a literal');
    this.place = placeOf(node);
  }
}

function expressionOf(program: Program | null | undefined): Expression | undefined {
  const [statement, ...others] = program?.body ?? [];
  return statement?.type === 'ExpressionStatement' && others.length === 0 ? statement.expression : undefined;
}

function evaluate(node: Expression): unknown {
  if (node.type === 'Literal' && isPlain(node.value)) return node.value;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) {
    return node.quasis.map((quasi) => quasi.value.cooked ?? '').join('');
  }
  if (node.type === 'UnaryExpression' && node.operator === '-') {
    const value = evaluate(node.argument);
    if (typeof value === 'number') return -value;
  }
  if (node.type === 'ArrayExpression') {
    return node.elements.map((item) => {
      if (!item || item.type === 'SpreadElement') throw new NotLiteral(item ?? node);
      return evaluate(item);
    });
  }
  if (node.type === 'ObjectExpression') return Object.fromEntries(node.properties.map(evaluateProperty));
  throw new NotLiteral(node);
}

function isPlain(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function evaluateProperty(property: Property | SpreadElement): [string, unknown] {
  if (property.type !== 'Property' || property.kind !== 'init' || property.shorthand)
    throw new NotLiteral(property);
  const name = propertyName(property);
  if (name === undefined) throw new NotLiteral(property);
  return [name, evaluate(property.value as Expression)];
}

function propertyName({ key, computed }: Property): string | undefined {
  if (computed) return undefined;
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : undefined;
}

function childOf(node: Expression, key: PropertyKey): Expression | undefined {
  if (node.type === 'ArrayExpression') {
    const item = node.elements[Number(key)];
    return item && item.type !== 'SpreadElement' ? item : undefined;
  }
  if (node.type !== 'ObjectExpression') return undefined;
  const property = node.properties.find((item) => item.type === 'Property' && propertyName(item) === key);
  return property?.type === 'Property' ? (property.value as Expression) : undefined;
}

function placeOf(node: Expression | Property | SpreadElement): ExpressionPlace {
  const start = node.loc?.start;
  return { line: start?.line ?? 1, column: (start?.column ?? 0) + 1 };
}
