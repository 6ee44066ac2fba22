import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { placesByPerson } from './places.ts';
import { expect, test } from './system.ts';
import { watchPage } from './watch.ts';

const variants = [
  { language: 'zh-CN', scheme: 'light' },
  { language: 'en', scheme: 'dark' },
  { language: 'zh-CN', scheme: 'dark' },
  { language: 'en', scheme: 'light' },
] as const;
type Variant = (typeof variants)[number];

// All four for each of some forty places take many minutes; every day it is some places, each in one of the four.
const isFull = process.env['DANKU_PROOF'] === 'full';
const everyNth = 4;
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('every place can be used with assistive technology, in both languages and in light and dark', async ({ enter, as }) => {
  test.setTimeout(isFull ? 1_800_000 : 240_000);
  const places = await placesByPerson(as);
  let turn = 0;
  for (const [person, own] of Object.entries(places)) {
    const page = await enter(person);
    for (const place of own) {
      turn += 1;
      for (const variant of turnOf(turn)) {
        await show(page, `/t/huaxin/${place}`, variant);
        await judge(page, `${person} /${place} ${variant.language} ${variant.scheme}`, variant);
      }
    }
  }
});

test('so can the pages before anyone is signed in', async ({ page }) => {
  const watch = await watchPage(page);
  for (const place of ['/login', '/join/no-such-link-at-all-here', '/reset/no-such-link-at-all-here', '/no-such-place']) {
    for (const variant of isFull ? variants : variants.slice(0, 2)) {
      await page.goto('/login');
      await show(page, place, variant);
      await judge(page, `${place} ${variant.language} ${variant.scheme}`, variant);
    }
  }
  expect(watch.faults()).toEqual([]);
});

function turnOf(turn: number): readonly Variant[] {
  const sampled = Math.floor(turn / everyNth) % variants.length;
  return isFull ? variants : variants.slice(sampled, turn % everyNth === 0 ? sampled + 1 : sampled);
}

async function show(page: Page, place: string, { language, scheme }: Variant): Promise<void> {
  if (page.url() === 'about:blank') {
    await page.goto('/login');
  }
  await page.evaluate(
    ([chosenLanguage, chosenScheme]) => {
      localStorage.setItem('danku.language', chosenLanguage);
      localStorage.setItem('danku.color-scheme', chosenScheme);
    },
    [language, scheme] as const,
  );
  await page.goto(place);
  await page.locator('main').waitFor();
  await page.waitForLoadState('networkidle');
}

async function judge(page: Page, where: string, { language }: Variant): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  expect.soft(found, where).toEqual([]);
  expect.soft(await foreignWords(page, language), `${where}: words of the other language`).toEqual([]);
}

/** Labels without a Chinese character in Chinese; chrome with one in English. What people entered may be in any language. */
function foreignWords(page: Page, language: Variant['language']): Promise<string[]> {
  return page.evaluate((shown) => {
    const isData = (element: Element) =>
      element.closest('[lang]:not(html), [aria-haspopup=menu], tbody, li, option, time, output, dd, article, code') !== null;
    const labels = [...document.querySelectorAll('[aria-label], [placeholder]')].flatMap((element) =>
      [element.getAttribute('aria-label'), element.getAttribute('placeholder')].filter((label) => label !== null),
    );
    if (shown === 'zh-CN') {
      return labels.filter(
        (label) => /[A-Za-z]{3}/.test(label) && !/\p{Script=Han}/u.test(label) && !/\d|^YYYY-MM-DD$/.test(label),
      );
    }
    const chrome = [...document.querySelectorAll('nav a, button, th, label, h2, legend, kbd, [role=tab]')];
    const texts = chrome.filter((element) => !isData(element)).map((element) => element.textContent.trim());
    return [...new Set(texts)].filter((text) => /\p{Script=Han}/u.test(text));
  }, language);
}
