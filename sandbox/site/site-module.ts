/** One module of the app as a page of the site shows it; `GET /__site/modules` answers a list of these, display conditions already applied. */
export interface SiteModule {
  readonly key: string;
  /** The manifest's type, such as jira:issuePanel. */
  readonly type: string;
  readonly title: string;
  /** Text of an issueContext's button. */
  readonly label?: string;
  /** Address of the icon, on the frames' origin. */
  readonly icon?: string;
  /** The page to show, on the frames' origin. */
  readonly frameUrl: string;
  readonly context: FrameContext;
  readonly viewportSize?: string;
  readonly layout?: string;
  /** Panels only: pinned to the project, so shown without being asked for. */
  readonly pinned?: boolean;
  /** Entries of the command palette only. */
  readonly command?: {
    readonly keywords: readonly string[];
    readonly shortcut?: string;
    /** Key of the page it leads to; without one it opens a modal. */
    readonly page?: string;
  };
}

/** What `view.getContext()` gives the page; the site adds the theme. */
export interface FrameContext {
  readonly accountId: string;
  readonly cloudId: string;
  readonly localId: string;
  readonly locale: string;
  readonly timezone: string;
  readonly moduleKey: string;
  readonly siteUrl: string;
  readonly environmentId: string;
  readonly environmentType: 'DEVELOPMENT';
  readonly extension: Readonly<Record<string, unknown>>;
}
