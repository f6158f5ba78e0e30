import type * as z from 'zod/mini';
import type { choiceShape } from '../contract/panel';
import { solverTable } from '../domain/index/items';
import { documentOf, readRows } from './index-documents';
import { statementView } from './read-backing';
import { readStored, see, type SeeingPorts } from './seeing-index';

type Choice = z.infer<typeof choiceShape>;

/** Every statement that the person may browse, with what backs it and what solves it as far as that person sees. */
export async function readChoices(ports: SeeingPorts): Promise<Choice[]> {
  const [stored, solvers] = await Promise.all([
    readStored(ports),
    ports.documents.read(documentOf.solvers).then((document) => readRows(document, solverTable)),
  ]);
  const visible = await ports.permissions.browsable([...[...stored.statements.values()].map(({ id }) => id), ...[...solvers.values()].map(({ id }) => id)]);
  const sight = see(ports, stored, visible);
  const statements = [...sight.graph.statements.values()];
  const strengths = await sight.strengthsOf(statements);
  const solvedBy = new Map<string, string[]>();
  for (const { id, key, serves } of solvers.values()) {
    if (!visible.has(id)) continue;
    for (const { to } of serves) solvedBy.set(to, [...(solvedBy.get(to) ?? []), key]);
  }
  return statements.map((statement) => {
    const strength = strengths.get(statement.id);
    return {
      ...statementView(statement),
      customers: strength?.customers ?? 0,
      value: strength?.value ?? 0,
      records: strength?.records ?? 0,
      solvedBy: solvedBy.get(statement.id) ?? [],
    };
  });
}
