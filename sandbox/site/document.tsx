import type { ReactNode } from 'react';

interface Node {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly content?: readonly Node[];
}

/** An Atlassian Document as text with structure; what it does not know is shown by its words. */
export function JiraDocument({ document }: { readonly document: unknown }) {
  return isNode(document) ? <>{children(document)}</> : null;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const children = (node: Node): ReactNode => (node.content ?? []).map((child, index) => <One key={index} node={child} />);

function One({ node }: { readonly node: Node }) {
  switch (node.type) {
    case 'text':
      return node.marks?.some(({ type }) => type === 'strong') ? <strong>{node.text}</strong> : <>{node.text}</>;
    case 'hardBreak':
      return <br />;
    case 'bulletList':
      return <ul>{children(node)}</ul>;
    case 'orderedList':
      return <ol>{children(node)}</ol>;
    case 'listItem':
      return <li>{children(node)}</li>;
    case 'heading':
      return <h3>{children(node)}</h3>;
    case 'codeBlock':
      return (
        <pre>
          <code>{children(node)}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote>{children(node)}</blockquote>;
    default:
      return <p>{children(node)}</p>;
  }
}
