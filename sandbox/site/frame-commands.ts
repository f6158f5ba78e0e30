import { z } from 'zod';
import { frameBus } from './frame-bus';
import type { FrameRoute } from './frame-route';
import type { Command } from './frame-wire';
import type { SiteModule } from './site-module';

export interface FrameFlag {
  readonly id: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly type: 'info' | 'success' | 'warning' | 'error';
  readonly appearance?: string | undefined;
  readonly isAutoDismiss: boolean;
  readonly actions: readonly { readonly text: string; readonly onClick: () => void }[];
}

export type ModalSize = string | { readonly width: string; readonly height?: string | undefined };

/** A dialog of the site with another frame of the app in it; call `closed` once it is gone. */
export interface FrameModal {
  readonly module: SiteModule;
  readonly size: ModalSize;
  readonly title: string;
  readonly closeOnEscape: boolean;
  readonly closeOnOverlayClick: boolean;
  readonly closed: (payload?: unknown) => void;
}

/** What a frame may ask of the page around it. */
export interface FrameHost {
  readonly onFlag: (flag: FrameFlag) => void;
  readonly onCloseFlag: (id: string) => void;
  readonly onNavigate: (to: { readonly url: string; readonly newTab: boolean }) => void;
  readonly onOpenModal: (modal: FrameModal) => void;
  readonly onOpenIssue: (issueKey: string, closed: () => void) => void;
  readonly onCreateIssue: (context: Readonly<Record<string, unknown>>, closed: (payload?: unknown) => void) => void;
  readonly onRefreshIssue: () => void;
  /** The screen of a workflow rule: `read` answers the configuration as JSON text when the site saves it. */
  readonly onRuleConfiguration?: (read: () => Promise<string>) => void;
  /** `view.close()` and `view.submit()`; a frame without it cannot be closed. */
  readonly onClose?: (payload?: unknown) => void;
  /** `view.onClose()`: what the frame wants to do once it is closed. */
  readonly onClosing?: (act: () => unknown) => void;
  /** Pages with an address of their own; others keep their history to themselves. */
  readonly route?: FrameRoute;
  readonly onTitle?: (title: string) => void;
}

type Call = (...args: unknown[]) => unknown;
const callback = z.custom<Call>((value) => typeof value === 'function');
const optionalCallback = callback.optional();

const flagSchema = z.object({
  id: z.coerce.string(),
  title: z.string().default(''),
  description: z.string().optional(),
  type: z.enum(['info', 'success', 'warning', 'error']).default('info'),
  appearance: z.string().optional(),
  isAutoDismiss: z.boolean().default(false),
  actions: z.array(z.object({ text: z.string(), onClick: callback })).default([]),
});
const modalSchema = z.object({
  resource: z.string().nullish(),
  onClose: optionalCallback,
  size: z.union([z.string(), z.object({ width: z.string(), height: z.string().optional() })]).default('medium'),
  context: z.unknown(),
  closeOnEscape: z.boolean().default(true),
  closeOnOverlayClick: z.boolean().default(true),
  title: z.string().default(''),
});
const dialogSchema = z.object({ data: z.object({ onClose: optionalCallback, context: z.record(z.string(), z.unknown()).default({}) }) });
const targetSchema = z.object({
  url: z.string().optional(),
  target: z.string().optional(),
  issueKey: z.string().optional(),
  projectKey: z.string().optional(),
  moduleKey: z.string().optional(),
  path: z.string().optional(),
  type: z.string().optional(),
});
const moveSchema = z.object({ action: z.enum(['PUSH', 'REPLACE', 'POP']), path: z.string() });
const listenSchema = z.object({ event: z.string(), callback });
const emitSchema = z.object({ event: z.string(), payload: z.unknown() });
const invokeSchema = z.object({ functionKey: z.string(), payload: z.unknown(), metadata: z.unknown() });
const productSchema = z.object({
  product: z.string(),
  restPath: z.string(),
  fetchRequestInit: z.object({ method: z.string().optional(), headers: z.array(z.tuple([z.string(), z.string()])).default([]), body: z.string().nullish() }),
  isMultipartFormData: z.boolean().default(false),
});
const invokedSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

const post = async (path: string, body: unknown): Promise<unknown> => {
  const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`The local site answered ${String(response.status)}: ${await response.text()}`);
  return response.json();
};

/** Where a bridge target lies on this site; what it does not know it says. */
async function addressOf({ url, target, issueKey, projectKey, moduleKey, path }: z.infer<typeof targetSchema>): Promise<string> {
  if (url !== undefined) return url;
  if (target === 'issue' && issueKey !== undefined) return `/browse/${issueKey}`;
  if (target === 'dashboard') return '/';
  if (target === 'projectSettingsDetails' && projectKey !== undefined) return `/projects/${projectKey}/settings/details`;
  if (target === 'module' && moduleKey !== undefined) return (await moduleAddress(moduleKey, projectKey)) + (path ?? '').replace(/^(?=[^/?#])/, '/');
  throw new Error(`The local site knows no target "${String(target)}".`);
}

export interface FrameCommandsOptions {
  readonly module: SiteModule;
  /** Asked anew at every call: the page's callbacks change between renders. */
  readonly host: () => FrameHost;
  readonly theme: () => 'light' | 'dark';
}

/** Every bridge command this site answers; any other rejects by name. */
export function frameCommands({ module, host, theme }: FrameCommandsOptions): Readonly<Record<string, Command>> {
  const { key: moduleKey, context } = module;
  const closeFrame = (payload: unknown) => {
    const { onClose } = host();
    onClose?.(payload);
    return onClose !== undefined;
  };
  const listen = (payload: unknown) => {
    const { event, callback: listener } = listenSchema.parse(payload);
    return { unsubscribe: frameBus.on(event, (sent) => void listener(sent)) };
  };
  const tell = (payload: unknown) => {
    const { event, payload: sent } = emitSchema.parse(payload);
    frameBus.emit(event, sent);
  };

  return {
    getContext: () => ({ ...context, theme: { colorMode: theme(), light: 'light', dark: 'dark' } }),
    getFrameId: () => context.localId,
    enableTheming: () => theme(),
    createHistory: () => ({ path: host().route?.path ?? '/', isOfSite: host().route !== undefined }),
    historyMoved(payload) {
      const { action, path } = moveSchema.parse(payload);
      if (action !== 'POP') host().route?.onMove(path, action);
    },
    historyGo: (payload) => window.history.go(z.object({ steps: z.number() }).parse(payload).steps),
    emitReadyEvent: () => undefined,
    async invoke(payload) {
      const { functionKey, payload: input, metadata } = invokeSchema.parse(payload);
      const answer = invokedSchema.parse(await post('/__site/bridge/invoke', { moduleKey, context, functionKey, payload: input }));
      if (!answer.ok) throw new Error(answer.message);
      return metadata === undefined ? answer.value : { body: answer.value, metadata: { rateLimitProperties: {} } };
    },
    fetchProduct(payload) {
      const { product, restPath, fetchRequestInit, isMultipartFormData } = productSchema.parse(payload);
      if (isMultipartFormData) throw new Error('The local site takes no files over the bridge.');
      const { method, headers, body } = fetchRequestInit;
      return post('/__site/bridge/fetch', { product, restPath, method, headers, body });
    },
    async navigate(payload) {
      const target = targetSchema.parse(payload);
      host().onNavigate({ url: await addressOf(target), newTab: target.type === 'new-tab' });
    },
    getUrl: async (payload) => new URL(await addressOf(targetSchema.parse(payload)), window.location.origin).href,
    reload: () => window.location.reload(),
    showFlag(payload) {
      const flag = flagSchema.parse(payload);
      host().onFlag({ ...flag, actions: flag.actions.map(({ text, onClick }) => ({ text, onClick: () => void onClick() })) });
      return true;
    },
    closeFlag(payload) {
      host().onCloseFlag(z.object({ id: z.coerce.string() }).parse(payload).id);
      return true;
    },
    async openModal(payload) {
      const { resource, onClose, size, context: modal, title, closeOnEscape, closeOnOverlayClick } = modalSchema.parse(payload);
      const frameUrl = resource ? await frameUrlOf(resource) : module.frameUrl;
      const inModal: SiteModule = { ...module, frameUrl, context: { ...context, extension: { ...context.extension, modal } } };
      host().onOpenModal({
        module: inModal,
        size,
        title,
        closeOnEscape,
        closeOnOverlayClick,
        closed: (sent) => void onClose?.(sent),
      });
      return true;
    },
    close: closeFrame,
    submit: closeFrame,
    onClose(payload) {
      const act = callback.parse(payload);
      const { onClosing } = host();
      onClosing?.(() => act());
      return onClosing !== undefined;
    },
    open: () => false,
    refresh: () => false,
    on: listen,
    onPublic: listen,
    emit: tell,
    emitPublic: tell,
    changeWindowTitle(payload) {
      host().onTitle?.(z.string().parse(payload));
    },
    openIssueViewModal(payload) {
      const { onClose, context: asked } = dialogSchema.parse(payload).data;
      host().onOpenIssue(z.string().parse(asked['issueKey']), () => void onClose?.());
      return true;
    },
    openIssueCreateModal(payload) {
      const { onClose, context: asked } = dialogSchema.parse(payload).data;
      host().onCreateIssue(asked, (sent) => void onClose?.(sent));
      return true;
    },
    setWorkflowRuleConfigurationCallback(payload) {
      const { onConfigure } = z.object({ data: z.object({ onConfigure: callback }) }).parse(payload).data;
      const { onRuleConfiguration } = host();
      onRuleConfiguration?.(async () => z.string().parse(await onConfigure()));
      return onRuleConfiguration !== undefined;
    },
    refreshIssueView() {
      host().onRefreshIssue();
      return true;
    },
  };
}

/** Where the site shows a page of the app. */
export async function moduleAddress(moduleKey: string, projectKey: string | undefined): Promise<string> {
  const query = new URLSearchParams({ moduleKey, ...(projectKey !== undefined && { projectKey }) });
  const response = await fetch(`/__site/address?${query.toString()}`);
  if (!response.ok) throw new Error(`The local site shows no page for the module "${moduleKey}".`);
  return z.object({ path: z.string() }).parse(await response.json()).path;
}

async function frameUrlOf(resource: string): Promise<string> {
  const response = await fetch(`/__site/frame-url?resource=${encodeURIComponent(resource)}`);
  return z.object({ frameUrl: z.string() }).parse(await response.json()).frameUrl;
}
