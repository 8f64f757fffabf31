import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const rootTable = fileURLToPath(new URL('../../../portal/src/app/portal-routes.ts', import.meta.url));

/** Every page that the portal's route tables name, such as `/my/cases/:id/check`; redirects are no pages. */
export function pagesOfThePortal(): string[] {
  return [...new Set(pagesOf(rootTable, 'portalRoutes', ''))];
}

function pagesOf(file: string, table: string, prefix: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const declared = source.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => [...declarationList.declarations]);
  const routes = declared.find(({ name }) => name.getText() === table)?.initializer;
  if (!routes || !ts.isArrayLiteralExpression(routes)) throw new Error(`${file} has no table ${table}.`);
  return pagesIn(routes, file, prefix);
}

function pagesIn(routes: ts.ArrayLiteralExpression, file: string, prefix: string): string[] {
  return routes.elements.filter(ts.isObjectLiteralExpression).flatMap((route) => {
    const parts = new Map(route.properties.filter(ts.isPropertyAssignment).map(({ name, initializer }) => [name.getText(), initializer]));
    const own = parts.get('path');
    const path = [prefix, own && ts.isStringLiteral(own) ? own.text : ''].filter(Boolean).join('/');
    const children = parts.get('children');
    if (children && ts.isArrayLiteralExpression(children)) return pagesIn(children, file, path);
    const elsewhere = parts.get('loadChildren')?.getText();
    if (elsewhere) return pagesOf(join(dirname(file), `${/import\('([^']+)'\)/.exec(elsewhere)?.[1] ?? ''}.ts`), /\.(\w+)\)$/.exec(elsewhere)?.[1] ?? '', path);
    return parts.has('loadComponent') || parts.has('component') ? [`/${path}`] : [];
  });
}
