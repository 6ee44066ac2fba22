import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test';
import { expect, test as base } from '@playwright/test';
import { requestAs, signedIn } from './people.ts';
import type { Watch } from './watch.ts';
import { watchPage } from './watch.ts';

interface Entered {
  context: BrowserContext;
  page: Page;
  watch: Watch;
}

interface EnterOptions {
  language?: 'zh-CN' | 'en';
  scheme?: 'light' | 'dark';
}

interface System {
  /** A browser window of its own in which this person (`clerk`, or a whole address) is signed in. */
  enter: (person: string, options?: EnterOptions) => Promise<Page>;
  /** Calls the API as this person, beside any window. */
  as: (person: string) => Promise<APIRequestContext>;
}

/** A journey: no window of it may have written to its console, broken the content security policy or opened a dialog of script. */
export const test = base.extend<System>({
  enter: async ({ browser }, lend) => {
    const entered: Entered[] = [];
    await lend(async (person, options) => {
      const one = await openWindow(browser, person, options);
      entered.push(one);
      return one.page;
    });
    for (const { context, watch } of entered) {
      expect.soft(watch.faults()).toEqual([]);
      await context.close();
    }
  },
  as: async ({ browserName: _browser }, lend) => {
    const contexts: APIRequestContext[] = [];
    await lend(async (person) => {
      const context = await requestAs(person);
      contexts.push(context);
      return context;
    });
    await Promise.all(contexts.map((context) => context.dispose()));
  },
});

async function openWindow(browser: Browser, person: string, { language = 'zh-CN', scheme = 'light' }: EnterOptions = {}) {
  const context = await browser.newContext({ storageState: await signedIn(person) });
  await context.addInitScript(
    ([chosenLanguage, chosenScheme]) => {
      for (const [key, value] of [
        ['danku.language', chosenLanguage],
        ['danku.color-scheme', chosenScheme],
      ] as const) {
        if (localStorage.getItem(key) === null) {
          localStorage.setItem(key, value);
        }
      }
    },
    [language, scheme] as const,
  );
  const page = await context.newPage();
  return { context, page, watch: await watchPage(page) };
}

export { expect };
