import type { Page } from '@playwright/test';

export interface Watch {
  /** What went wrong in the window so far, in words. */
  faults: () => string[];
}

/** A refused request is written to the console by the browser itself; that the refusal is shown is for the journey to say. */
const answers = /^Failed to load resource: the server responded with a status of (401|403|404|409|412|422|429)/;

/** Listens to a window: errors in the console, uncaught exceptions, breaches of the content security policy, dialogs of scripts. */
export async function watchPage(page: Page): Promise<Watch> {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !answers.test(message.text())) {
      faults.push(`console: ${message.text()} ${message.location().url}`);
    }
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.exposeFunction('tellOfBreach', (what: string) => faults.push(`policy: ${what}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      const tell: unknown = Reflect.get(window, 'tellOfBreach');
      if (typeof tell === 'function') {
        tell(`${violatedDirective} ${blockedURI} ${sourceFile}`);
      }
    });
  });
  return { faults: () => [...faults] };
}
