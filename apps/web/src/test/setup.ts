import { cleanup } from '@testing-library/react';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { chooseLanguage, learnAllWords } from '../i18n/language.ts';
import { server } from './server.ts';

// jsdom has no layout and no media queries; screens ask for both.
Object.defineProperty(window, 'matchMedia', {
  value: (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }),
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
// Lists show only the rows in sight: give them a window to look through.
Object.defineProperty(Element.prototype, 'clientHeight', { value: 800 });
Object.defineProperty(Element.prototype, 'clientWidth', { value: 1024 });
Object.defineProperty(Element.prototype, 'scrollIntoView', { value: () => undefined });

beforeAll(async () => {
  server.listen({ onUnhandledFrame: 'error' });
  await chooseLanguage('zh-CN');
  await learnAllWords();
});
afterEach(() => {
  cleanup();
  server.resetHandlers();
  server.events.removeAllListeners();
  localStorage.clear();
});
afterAll(() => server.close());
