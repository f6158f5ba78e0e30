import { z } from 'zod';
import type { AtlassianDocument } from './issue';
import { refuseFields } from './refusal';

/** Plain text as a document: an empty line parts paragraphs, a line break stays one. */
export function documentOf(text: string): AtlassianDocument {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return { type: 'doc', version: 1, content: paragraphs.map((paragraph) => ({ type: 'paragraph', content: lines(paragraph.trim()) })) };
}

const lines = (paragraph: string): unknown[] =>
  paragraph.split('\n').flatMap((line, at) => [...(at > 0 ? [{ type: 'hardBreak' }] : []), ...(line === '' ? [] : [{ type: 'text', text: line }])]);

const documentSchema = z.object({ type: z.literal('doc'), version: z.literal(1), content: z.array(z.looseObject({ type: z.string() })) });

/** What v3 takes for a rich text: a document, or null to clear it. */
export function readDocument(field: string, value: unknown): AtlassianDocument | undefined {
  if (value === null) return undefined;
  const parsed = documentSchema.safeParse(value);
  if (!parsed.success) throw refuseFields({ [field]: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)' });
  return parsed.data;
}

const nodeSchema = z.looseObject({ type: z.string(), text: z.string().optional(), content: z.array(z.unknown()).optional() });

/** The words of a document, for text search. */
export function wordsOf(document: string | AtlassianDocument | undefined): string {
  if (document === undefined || typeof document === 'string') return document ?? '';
  return document.content.map(wordsIn).join('\n');
}

function wordsIn(value: unknown): string {
  const node = nodeSchema.safeParse(value);
  if (!node.success) return '';
  const { type, text = '', content = [] } = node.data;
  return type === 'hardBreak' ? '\n' : text + content.map(wordsIn).join('');
}
