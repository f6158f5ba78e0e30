/// <reference types="vite/client" />

/** Atlaskit's light and dark tokens, made at build time. */
declare module 'virtual:theme.css';
