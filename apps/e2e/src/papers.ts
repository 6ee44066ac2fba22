import type { Document, Finding } from '@danku/contract/document-shapes.ts';
import type { APIRequestContext } from '@playwright/test';
import { expect } from '@playwright/test';
import { get, post, readDocument } from './api.ts';

let count = 0;

/** A number no other paper has, of this run or an earlier one. */
export function freshNumber(prefix = 'E2E'): string {
  count += 1;
  return `${prefix}-${Date.now().toString(36).toUpperCase()}-${count}`;
}

interface OrderPlan {
  number?: string;
  buyerName?: string;
  buyerTaxId?: string | null;
  unitPrice?: string;
  description?: string;
  remark?: string | null;
  fileIds?: string[];
}

/** An order of one line over the given net price, 13 % tax, sold by one's own first legal entity; a draft of the clerk who asks. */
export async function makeOrder(clerk: APIRequestContext, plan: OrderPlan = {}): Promise<Document> {
  const { number = freshNumber(), buyerName = '杭州云栖智能科技有限公司', buyerTaxId = null, unitPrice = '1000' } = plan;
  const { items } = await get<{ items: { name: string; taxId: string }[] }>(clerk, '/legal-entities');
  const net = Number(unitPrice);
  const amounts = { netTotal: net.toFixed(2), taxTotal: (net * 0.13).toFixed(2), grossTotal: (net * 1.13).toFixed(2) };
  return post<Document>(clerk, '/documents', {
    kind: 'SO',
    fields: {
      number,
      issueDate: new Date().toISOString().slice(0, 10),
      buyerName,
      buyerTaxId,
      sellerName: items[0]?.name ?? null,
      sellerTaxId: items[0]?.taxId ?? null,
      remark: plan.remark ?? null,
      ...amounts,
    },
    lines: [
      {
        description: plan.description ?? '直线导轨',
        specification: 'HGR20-600',
        unit: '根',
        quantity: '1',
        unitPrice,
        netAmount: amounts.netTotal,
        taxRate: '0.13',
        taxAmount: amounts.taxTotal,
      },
    ],
    fileIds: plan.fileIds ?? [],
  });
}

/** Submits a draft; a warning is answered with a reason each. */
export async function submit(clerk: APIRequestContext, document: Document): Promise<Document> {
  const { items } = await get<{ items: Finding[] }>(clerk, `/documents/${document.id}/findings`);
  const warnings = items.filter(({ severity }) => severity === 'warning');
  const reasons = Object.fromEntries(warnings.map(({ code }) => [code, '与纸质原件核对无误']));
  return post<Document>(clerk, `/documents/${document.id}/submit`, { version: document.version, reasons });
}

/** Waits until a decision that could still be undone has taken hold. */
export async function untilStage(api: APIRequestContext, id: string, stage: Document['stage']): Promise<void> {
  await expect.poll(async () => (await readDocument(api, id)).stage, { timeout: 20_000 }).toBe(stage);
}
