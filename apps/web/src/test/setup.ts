import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { learnAllWords, startLanguage } from '../i18n/language.ts';

// jsdom has no layout and no media queries; screens ask for both.
Object.defineProperty(window, 'matchMedia', {
  value: (query: string) => ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined, addListener: () => undefined, removeListener: () => undefined }),
});
globalThis.ResizeObserver ??= class {
  observe(): void {
    return undefined;
  }
  unobserve(): void {
    return undefined;
  }
  disconnect(): void {
    return undefined;
  }
};
Element.prototype.scrollIntoView ??= () => undefined;

beforeAll(async () => {
  await startLanguage();
  await learnAllWords();
});
afterEach(() => cleanup());
