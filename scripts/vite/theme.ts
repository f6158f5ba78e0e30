import getThemeStyles from '@atlaskit/tokens/get-theme-styles';
import type { Plugin } from 'vite';

const name = 'virtual:theme.css';

/** Atlaskit's light and dark tokens as a css file: Forge's policy forbids the style elements its own theming would inject. */
export function theme(): Plugin {
  return {
    name: 'theme',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      // Atlaskit asks Atlassian's feature gates, and complains where nobody answers: every gate is off, as in the pages.
      Reflect.set(globalThis, '__PLATFORM_FEATURE_FLAGS__', { booleanResolver: () => false });
      const styles = await getThemeStyles({ colorMode: 'auto', light: 'light', dark: 'dark', spacing: 'spacing', typography: 'typography', shape: 'shape' });
      return styles.map(({ css }) => css).join('\n');
    },
  };
}
