import * as z from 'zod';

/** An Atlassian document as Jira sends it; kinds of node that we do not know still carry their text. */
const nodeShape = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  attrs: z.looseObject({ text: z.string().optional(), url: z.string().optional(), shortName: z.string().optional() }).optional(),
  get content() {
    return z.array(nodeShape).optional();
  },
});
type Node = z.infer<typeof nodeShape>;

const blocks = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'blockquote',
  'listItem',
  'tableRow',
  'panel',
  'rule',
  'mediaSingle',
  'mediaGroup',
  'taskItem',
  'decisionItem',
  'expand',
]);

/** The words of a rich text: paragraphs parted by an empty line, marks and pictures dropped. */
export function textOfDocument(document: unknown): string {
  const parsed = nodeShape.safeParse(document);
  if (!parsed.success) return '';
  return textOf(parsed.data)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function textOf(node: Node): string {
  const inner = (node.content ?? []).map(textOf).join(node.type === 'tableRow' ? ' ' : '');
  switch (node.type) {
    case 'text':
      return node.text ?? '';
    case 'hardBreak':
      return '\n';
    case 'mention':
      // A person's name is no part of what a customer said.
      return '@someone';
    case 'emoji':
      return node.attrs?.text ?? node.attrs?.shortName ?? '';
    case 'inlineCard':
    case 'blockCard':
      return node.attrs?.url ?? '';
    case 'listItem':
      return `- ${inner.trim()}\n`;
    default:
      return blocks.has(node.type) ? `${inner}\n\n` : inner;
  }
}

/** Plain paragraphs as a rich text. */
export const documentOfText = (paragraphs: readonly string[]): object => ({
  type: 'doc',
  version: 1,
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});
