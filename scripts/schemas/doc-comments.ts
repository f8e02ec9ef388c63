import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** The doc comments of one object in the source of a schema, by key. */
export interface DocumentedObject {
  /** All its keys that are written out, documented or not. */
  readonly keys: readonly string[];
  readonly docs: ReadonlyMap<string, string>;
}

/** Reads the documented objects of a TypeScript file and of what it imports from the same folder. */
export async function readDocComments(path: string): Promise<DocumentedObject[]> {
  const found: DocumentedObject[] = [];
  const seen = new Set<string>();
  const waiting = [path];
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = await readFile(file, 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    waiting.push(...importsOf(source).map((name) => join(dirname(file), name)));
    found.push(...objectsIn(source));
  }
  return found;
}

function importsOf(source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const { text } = statement.moduleSpecifier;
    return text.startsWith('./') ? [text] : [];
  });
}

function objectsIn(source: ts.SourceFile): DocumentedObject[] {
  const found: DocumentedObject[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) found.push(documentedObject(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter(({ docs }) => docs.size > 0);
}

function documentedObject(node: ts.ObjectLiteralExpression): DocumentedObject {
  const docs = new Map<string, string>();
  const keys = node.properties.flatMap((property) => {
    if (!property.name || !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))) return [];
    const key = property.name.text;
    const doc = ts.getJSDocCommentsAndTags(property).map(textOf).join(' ').trim();
    if (doc !== '') docs.set(key, doc);
    return [key];
  });
  return { keys, docs };
}

function textOf(comment: ts.JSDoc | ts.JSDocTag): string {
  return (ts.getTextOfJSDocComment(comment.comment) ?? '').replace(/\s+/g, ' ');
}
