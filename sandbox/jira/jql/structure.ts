import type { Argument, Clause, Field, Operand, TerminalClause } from '@atlaskit/jql-ast';
import type { Site } from '../site';
import type { Read } from './read';

/** A query as the tree that jql/parse answers with. */
export function structureOf({ where, orderBy }: Read, site: Site) {
  return {
    ...(where !== undefined && { where: clauseOf(where, site) }),
    ...(orderBy !== undefined && {
      orderBy: {
        fields: orderBy.fields.map(({ field, direction }) => ({
          field: fieldOf(field, site),
          ...(direction !== undefined && { direction: direction.value.toLowerCase() }),
        })),
      },
    }),
  };
}

function clauseOf(clause: Clause, site: Site): object {
  switch (clause.clauseType) {
    case 'not':
      return { operator: 'not', clauses: [clauseOf(clause.clause, site)] };
    case 'compound':
      return { operator: clause.operator.value, clauses: clause.clauses.map((one) => clauseOf(one, site)) };
    case 'terminal':
      return terminalOf(clause, site);
  }
}

function terminalOf({ field, operator, operand, predicates }: TerminalClause, site: Site): object {
  const sign = operator?.value ?? '';
  return {
    field: fieldOf(field, site),
    operator: sign,
    ...(operand !== undefined && { operand: operandOf(operand) }),
    ...(/^(was|changed)/.test(sign) && {
      predicates: predicates.map((one) => ({ operator: one.operator.value, ...(one.operand !== undefined && { operand: operandOf(one.operand) }) })),
    }),
  };
}

function fieldOf({ text, value, properties }: Field, site: Site) {
  const property = (properties ?? []).map(({ key, path }) => {
    const [propertyKey, steps] = [key?.value ?? '', pathOf(path ?? [])];
    const type = site.options.app.entityProperties.find((one) => one.propertyKey === propertyKey)?.values.find((one) => one.path === steps)?.type;
    return { entity: value.split('.')[0] ?? '', key: propertyKey, path: steps, ...(type !== undefined && { type }) };
  });
  return { name: value, encodedName: text, ...(property.length > 0 && { property }) };
}

const pathOf = (path: readonly Argument[]): string =>
  path
    .map(({ value }) => value)
    .join('')
    .replace(/^\./, '');

function operandOf(operand: Operand): object {
  switch (operand.operandType) {
    case 'value':
      return { value: operand.value, encodedValue: operand.text };
    case 'keyword':
      return { keyword: operand.value };
    case 'list':
      return { values: operand.values.map(operandOf), encodedOperand: encoded(operand) };
    case 'function':
      return { function: operand.function.value, arguments: operand.arguments.map(({ value }) => value), encodedOperand: encoded(operand) };
  }
}

function encoded(operand: Operand): string {
  switch (operand.operandType) {
    case 'value':
      return operand.text;
    case 'keyword':
      return operand.value.toUpperCase();
    case 'list':
      return `(${operand.values.map(encoded).join(', ')})`;
    case 'function':
      return `${operand.function.text}(${operand.arguments.map(({ text }) => text).join(', ')})`;
  }
}
