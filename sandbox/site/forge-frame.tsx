import { useEffect, useRef, useState } from 'react';
import { frameCommands, type FrameHost } from './frame-commands';
import { connectFrame, type FrameWire } from './frame-wire';
import type { SiteModule } from './site-module';

export type { FrameFlag, FrameHost, FrameModal, ModalSize } from './frame-commands';

export interface ForgeFrameProps extends FrameHost {
  readonly module: SiteModule;
  readonly theme: 'light' | 'dark';
  /** `content`: as high as what is in it (panels, dialogs). `page`: at least as high as the place it stands in. */
  readonly fit?: 'content' | 'page';
}

/** What Forge gives its frames. */
const sandbox = 'allow-popups allow-popups-to-escape-sandbox allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts';

/** One page of the app, in a frame of another origin, with Forge's bridge to this page. */
export function ForgeFrame(props: ForgeFrameProps) {
  // The same module in the same place keeps its frame, however often the site reads its modules again.
  return <Frame key={`${props.module.frameUrl} ${JSON.stringify(props.module.context)}`} {...props} />;
}

function Frame({ module, theme, fit = 'content', ...host }: ForgeFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const wire = useRef<FrameWire>();
  const [height, setHeight] = useState(0);
  const latest = useRef({ module, host, theme });
  /** Addresses the page itself went to: it need not be told of them. */
  const moves = useRef<string[]>([]);
  useEffect(() => {
    latest.current = { module, host, theme };
  });

  useEffect(() => {
    const [element, shown] = [frame.current, latest.current.module];
    if (element === null) return undefined;
    const host = () => noting(latest.current.host, moves.current);
    const commands = frameCommands({ module: shown, host, theme: () => latest.current.theme });
    wire.current = connectFrame({
      frame: element,
      origin: new URL(shown.frameUrl).origin,
      onHeight: setHeight,
      answer: (command, payload) => {
        const answer = Object.hasOwn(commands, command) ? commands[command] : undefined;
        if (answer === undefined) throw new Error(`The local site does not know the bridge command "${command}".`);
        return answer(payload);
      },
    });
    // The address is set here, not in the markup: the page's first call must find somebody listening.
    element.src = shown.frameUrl;
    return wire.current.close;
  }, []);

  useEffect(() => wire.current?.theme(theme), [theme]);
  const path = host.route?.path;
  useEffect(() => {
    const own = path === undefined ? -1 : moves.current.indexOf(path);
    if (own >= 0) moves.current.splice(0, own + 1);
    else if (path !== undefined) wire.current?.history(path);
  }, [path]);

  return (
    <iframe
      ref={frame}
      title={module.title}
      data-module-key={module.key}
      sandbox={sandbox}
      style={{ display: 'block', width: '100%', border: 0, colorScheme: 'normal', height, ...(fit === 'page' && { minHeight: '100%' }) }}
    />
  );
}

function noting(host: FrameHost, moves: string[]): FrameHost {
  const { route } = host;
  if (route === undefined) return host;
  const onMove = (path: string, how: 'PUSH' | 'REPLACE') => {
    if (path !== route.path) moves.push(path);
    route.onMove(path, how);
  };
  return { ...host, route: { ...route, onMove } };
}
