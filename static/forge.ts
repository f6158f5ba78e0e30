import { router, showFlag, view } from '@forge/bridge';
import { refreshIssueView } from '@forge/jira-bridge/out/issue-utils';

/** Where a frame stands, as Jira tells it: a claim, good for asking, never for deciding. */
export interface Place {
  readonly moduleKey: string;
  readonly locale: string;
  readonly issueId: string | undefined;
  readonly projectId: string | undefined;
}

interface Extension {
  readonly issue?: { readonly id?: string };
  readonly project?: { readonly id?: string };
}

export async function readPlace(): Promise<Place> {
  const context = await view.getContext();
  const extension: Extension = context.extension;
  return { moduleKey: context.moduleKey, locale: context.locale.replace('_', '-'), issueId: extension.issue?.id, projectId: extension.project?.id };
}

/** Jira sets the colours; from then on the frame follows the person's theme. */
export const followTheme = (): Promise<void> => view.theme.enable();

export const openIssue = (key: string): Promise<void> => router.open(`/browse/${key}`);

/** The Groundwork page of a project. */
export const openProjectPage = (projectKey: string): Promise<void> => router.open({ target: 'module', moduleKey: 'project', projectKey });

export interface FlagWords {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly kind: 'success' | 'error' | 'info';
  readonly act?: { readonly text: string; readonly onClick: () => void };
}

/** A flag in Jira's own corner, with an optional act such as Undo; answers what closes it. */
export function flag({ id, title, description, kind, act }: FlagWords): () => void {
  const shown = showFlag({ id, title, type: kind, isAutoDismiss: true, ...(description !== undefined && { description }), ...(act && { actions: [act] }) });
  return () => {
    // One that has gone by itself is closed all the same.
    shown.close().catch(() => undefined);
  };
}

/** Jira's own parts of the issue view (links, status) are read again. A host that can't is no failure of what was done. */
export const refreshIssue = (): Promise<void> => refreshIssueView().catch(() => undefined);

/** Closes the dialog that the frame stands in. Where a host can't, Jira's own way out is still there. */
export const closeDialog = (): Promise<void> => view.close().catch(() => undefined);

/** Where within a page with an address of its own the person came in: "/", or what a link named. */
export const readRoute = async (): Promise<string> => (await view.createHistory()).location.pathname;

/** The address of this page in Jira, leading to a place within it. */
export async function readLinkTo(route: string): Promise<string> {
  const extension: { readonly location?: unknown } = (await view.getContext()).extension;
  const [here = ''] = String(extension.location).split(/[?#]/);
  return `${here.endsWith(route) ? here.slice(0, -route.length) : here.replace(/\/$/, '')}${route}`;
}

/** What the module's own documentation promises in `extension`; a claim, like all of the context. */
export const readExtension = async (): Promise<Readonly<Record<string, unknown>>> => ({ ...(await view.getContext()).extension });

/** Names the site: what was exported from one is not imported into another. */
export const readSite = async (): Promise<string> => (await view.getContext()).cloudId ?? '';
