/** The rows have an order of their own: what a query says of it is dropped, but not words in quotes that say "order by". */
export function withoutOrder(jql: string): string {
  const bare = jql.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, (quoted) => '_'.repeat(quoted.length));
  const at = bare.search(/\border\s+by\b/i);
  return at === -1 ? jql : jql.slice(0, at).trim();
}
