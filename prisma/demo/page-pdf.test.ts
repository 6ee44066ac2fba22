import { describe, expect, it } from 'vitest';

import { renderPreviews } from '../../apps/api/src/storage/preview/render-previews.ts';
import { labels } from '../../apps/api/src/storage/test/labels.ts';
import { chinesePageWords } from './demo-page.ts';
import type { DemoLine, DemoPage } from './demo-page.ts';
import { createPagePrinter } from './page-pdf.ts';

const line: DemoLine = {
  description: '*电子元件*贴片电容',
  specification: '0805 10uF/25V',
  unit: '盘',
  quantity: '20',
  unitPrice: '135.50',
  net: '2710.00',
  rate: '13%',
  tax: '352.30',
};

function paper(change: Partial<DemoPage> = {}): DemoPage {
  return {
    kind: 'INV',
    title: '电子发票（增值税专用发票）',
    number: '24442000000312847561',
    date: '2026年08月22日',
    seller: { name: '深圳市华信精密电子有限公司', taxId: '91440300MAA74184MA' },
    buyer: { name: '杭州云栖智能科技有限公司', taxId: '91330106MAXDLW3G12' },
    lines: [line, line],
    totals: { net: '5420.00', tax: '704.60', gross: '6124.60', words: '陆仟壹佰贰拾肆元陆角' },
    qrText: '01,31,,24442000000312847561,6124.60,20260822,,7A3F',
    ...change,
  };
}

const pagesOf = async (pdf: Buffer) => {
  const sizes: number[][] = [];
  const outcome = await renderPreviews(pdf, 'application/pdf', {
    labels,
    onPage: ({ width, height }) => void sizes.push([width, height]),
  });
  return { outcome, sizes };
};

describe('demo papers', { timeout: 20_000 }, () => {
  it('are the same bytes for the same paper, whatever was printed before', async () => {
    const [first, second] = [createPagePrinter(), createPagePrinter('完全不同的字')];
    await second(paper({ kind: 'SO', title: '销售订单' }), chinesePageWords);
    expect((await first(paper(), chinesePageWords)).equals(await second(paper(), chinesePageWords))).toBe(true);
  });

  it('are small, and open as pages of their size', async () => {
    const print = createPagePrinter();
    const invoice = await print(paper(), chinesePageWords);
    const order = await print(
      paper({ kind: 'SO', title: '销售订单', lines: Array.from({ length: 30 }, () => line) }),
      chinesePageWords,
    );
    const receipt = await print(paper({ kind: 'RC', title: '收款单', lines: [] }), chinesePageWords);
    for (const pdf of [invoice, order, receipt]) {
      expect(pdf.length).toBeLessThan(60_000);
    }
    expect((await pagesOf(invoice)).sizes).toEqual([[2000, 1334]]);
    expect((await pagesOf(order)).outcome).toMatchObject({ state: 'rendered', pages: 2 });
    expect((await pagesOf(receipt)).outcome).toMatchObject({ state: 'rendered', pages: 1 });
  });

  it('come at more than thirty a second even on a busy machine', async () => {
    const print = createPagePrinter();
    await print(paper(), chinesePageWords);
    const startedAt = performance.now();
    for (let index = 0; index < 100; index += 1) {
      await print(paper({ number: `SO-${index}` }), chinesePageWords);
    }
    expect((performance.now() - startedAt) / 100).toBeLessThan(33);
  });
});
