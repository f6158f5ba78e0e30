import { InvocationError, InvocationErrorCode } from '@forge/events';
import * as z from 'zod';
import { noteChange, type JiraEvent } from '../actions/note-change';
import { issueId, projectId } from '../domain/ids';
import { createPorts } from './wiring';

const idShape = z.union([z.string(), z.number()]).transform((given, context) => {
  const id = issueId(String(given));
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'not an issue id' });
  return z.NEVER;
});
const projectIdsShape = z.union([z.string(), z.number()]).transform((given) => projectId(String(given)));
const itemShape = z.looseObject({ field: z.string().nullish(), fieldId: z.string().nullish() });
const eventShape = z.discriminatedUnion('eventType', [
  z.looseObject({ eventType: z.enum(['avi:jira:created:issue', 'avi:jira:deleted:issue']), issue: z.looseObject({ id: idShape }) }),
  z.looseObject({
    eventType: z.literal('avi:jira:updated:issue'),
    issue: z.looseObject({ id: idShape }),
    changelog: z.looseObject({ items: z.array(itemShape) }).nullish(),
  }),
  z.looseObject({
    eventType: z.enum(['avi:jira:created:issuelink', 'avi:jira:deleted:issuelink']),
    sourceIssueId: idShape,
    destinationIssueId: idShape,
    sourceProjectId: projectIdsShape.optional(),
    destinationProjectId: projectIdsShape.optional(),
    issueLinkType: z.looseObject({
      id: z.union([z.string(), z.number()]),
      name: z.string().optional(),
      inward: z.string().optional(),
      outward: z.string().optional(),
    }),
  }),
]);

const secondsBeforeRetry = 30;

/** Jira's issue and link events; the app's own are filtered out before they get here. */
export async function handler(payload: unknown): Promise<InvocationError | undefined> {
  const ports = createPorts();
  try {
    await noteChange(ports, eventOf(eventShape.parse(payload)));
    return undefined;
  } catch (error) {
    ports.log.failure('issue changed', error);
    return new InvocationError({ retryAfter: secondsBeforeRetry, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });
  }
}

function eventOf(event: z.output<typeof eventShape>): JiraEvent {
  switch (event.eventType) {
    case 'avi:jira:created:issue':
    case 'avi:jira:deleted:issue':
      return { kind: 'issue-came-or-went', issueId: event.issue.id };
    case 'avi:jira:updated:issue':
      return {
        kind: 'issue-edited',
        issueId: event.issue.id,
        fields: (event.changelog?.items ?? []).map(({ field, fieldId }) => (fieldId ?? field ?? '').toLowerCase()),
      };
    case 'avi:jira:created:issuelink':
    case 'avi:jira:deleted:issuelink': {
      const { id, name, inward: inverse, outward: phrase } = event.issueLinkType;
      return {
        kind: event.eventType === 'avi:jira:created:issuelink' ? 'link-drawn' : 'link-removed',
        from: event.sourceIssueId,
        to: event.destinationIssueId,
        linkTypeId: String(id),
        ...(name !== undefined && phrase !== undefined && inverse !== undefined && { words: { name, phrase, inverse } }),
        projects: [event.sourceProjectId, event.destinationProjectId].filter((one) => one !== undefined),
      };
    }
  }
}
