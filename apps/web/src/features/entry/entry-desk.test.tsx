import type { Document } from '@danku/contract/document-shapes.ts';
import { changeDocument, listFindings, readDocument, returnToInbox, submitDocument } from '@danku/contract/documents.ts';
import { claimNext } from '@danku/contract/work.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer, refuse } from '../../test/answer.ts';
import type { Seen } from '../../test/answer.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { server } from '../../test/server.ts';
import { EntryPage } from './entry-page.tsx';
import { deskAnswers, id, invoice } from './test/desk-answers.ts';

beforeEach(() => server.use(...deskAnswers()));

async function open(document: Document = invoice()) {
  server.use(answer(readDocument, document));
  renderScreen(<EntryPage />, { path: 'entry/:id', at: `entry/${id}` });
  await screen.findByRole('textbox', { name: /^号码/ });
  return userEvent.setup();
}

/** Answers PATCH as the API does, and keeps what it was sent. */
function takesChanges(seen: Seen[] = []): Seen[] {
  let current = invoice();
  server.use(
    answer(changeDocument, (call) => {
      seen.push(call);
      current = { ...current, version: current.version + 1 };
      return current;
    }),
  );
  return seen;
}

function bodyOf(call: Seen | undefined): {
  version?: number;
  fields?: Record<string, string | null>;
  lines?: Record<string, string>[];
  reasons?: object;
} {
  return typeof call?.body === 'object' && call.body !== null ? call.body : {};
}

const field = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });

describe('EntryDesk', () => {
  it('saves by itself after the last key, with the version it grew from, and says when', async () => {
    const seen = takesChanges();
    const user = await open();
    await user.clear(field('开票人'));
    await user.type(field('开票人'), '李晓梅');
    expect(seen).toHaveLength(0);
    expect(await screen.findByText(/^已保存 \d\d:\d\d:\d\d$/, {}, { timeout: 3000 })).toBeTruthy();
    expect(seen).toHaveLength(1);
    expect(bodyOf(seen[0])).toMatchObject({ version: 3, fields: { drawer: '李晓梅' } });
    await waitFor(() => expect(localStorage.getItem(`danku.draft/huaxin/${id}`)).toBeNull());
  });

  it('gives a purchase back to the inbox', async () => {
    takesChanges();
    const seen: Seen[] = [];
    server.use(
      answer(returnToInbox, (call) => {
        seen.push(call);
        return { inboxItemId: id };
      }),
    );
    const paper = invoice();
    const { buyerTaxId = null, sellerTaxId = null } = paper.fields;
    const user = await open({
      ...paper,
      contentVersion: 0,
      fields: { ...paper.fields, buyerTaxId: sellerTaxId, sellerTaxId: buyerTaxId },
    });
    await user.click(await screen.findByRole('button', { name: '退回收件箱' }));
    await waitFor(() => expect(seen).toHaveLength(1));
    expect(bodyOf(seen[0])).toEqual({ version: paper.version, reason: 'is-purchase' });
  });

  it('clears a field there too', async () => {
    const seen = takesChanges();
    const user = await open();
    await user.clear(field('开票人'));
    await waitFor(() => expect(bodyOf(seen[0]).fields?.['drawer']).toBeNull(), { timeout: 3000 });
  });

  it('keeps the typing in this browser while the server is away, and sends it when the network is back', async () => {
    server.use(refuse(changeDocument, 'unavailable'));
    const user = await open();
    await user.type(field('备注'), '合同号 HT-2024-0816');
    expect(await screen.findByText(/^已存本机/, {}, { timeout: 3000 })).toBeTruthy();
    expect(localStorage.getItem(`danku.draft/huaxin/${id}`)).toContain('HT-2024-0816');
    const seen = takesChanges();
    window.dispatchEvent(new Event('online'));
    expect(await screen.findByText(/^已保存/)).toBeTruthy();
    expect(bodyOf(seen[0]).fields?.['remark']).toBe('合同号 HT-2024-0816');
  });

  it('puts back what an earlier visit kept, and saves it', async () => {
    const { fields, lines, customerId, version } = invoice();
    const content = { fields: { ...fields, remark: '昨天输入的' }, lines, customerId };
    localStorage.setItem(
      `danku.draft/huaxin/${id}`,
      JSON.stringify({ version, base: { fields, lines, customerId }, content, at: '2026-11-23T08:00:00Z' }),
    );
    const seen = takesChanges();
    await open();
    await waitFor(() => expect(field('备注').value).toBe('昨天输入的'));
    await waitFor(() => expect(bodyOf(seen[0]).fields?.['remark']).toBe('昨天输入的'));
  });

  it('merges what somebody else saved, and lets one choose where both changed the same', async () => {
    const theirs = invoice({ version: 4, fields: { ...invoice().fields, drawer: '王强', orderNumber: 'SO-1' } });
    server.use(refuse(changeDocument, 'stale', { current: theirs }));
    const user = await open();
    await user.clear(field('开票人'));
    await user.type(field('开票人'), '李娜');
    const panel = await screen.findByRole('alertdialog', { name: '这张单据刚被别人改过' }, { timeout: 3000 });
    expect(within(panel).getByRole('row', { name: '开票人 李娜 王强' })).toBeTruthy();
    const seen = takesChanges();
    await user.click(within(panel).getByRole('radio', { name: '王强' }));
    await user.click(within(panel).getByRole('button', { name: '合并并继续' }));
    expect(field('开票人').value).toBe('王强');
    expect(field('订单号').value).toBe('SO-1');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(seen).toHaveLength(0);
  });

  it('works out the line and the totals while one types, with the amount in words', async () => {
    const seen = takesChanges();
    const user = await open();
    await user.click(screen.getByRole('textbox', { name: '第 1 行，数量' }));
    await user.keyboard('10{Tab}');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '第 1 行，金额' }).value).toBe('1355.00');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '第 1 行，税额' }).value).toBe('176.15');
    expect(field(/^价税合计/).value).toBe('1,531.15');
    expect(screen.getByText('壹仟伍佰叁拾壹元壹角伍分')).toBeTruthy();
    await waitFor(() => expect(bodyOf(seen[0]).fields?.['grossTotal']).toBe('1531.15'), { timeout: 3000 });
  });

  it('says at once that a tax id is mistyped, and offers the customer’s own', async () => {
    takesChanges();
    const user = await open();
    await user.clear(field('购买方税号'));
    await user.type(field('购买方税号'), '91330106MA2H3DU84F');
    await user.click(await screen.findByRole('button', { name: '采用 91330106MA2H3DU84E' }));
    expect(field('购买方税号').value).toBe('91330106MA2H3DU84E');
    expect(await screen.findByText('税号校验通过')).toBeTruthy();
  });

  it('shows the twin beside a number that exists, and does not submit', async () => {
    const submitted: Seen[] = [];
    const twin = {
      id: '00000000-0000-4000-8000-000000000777',
      kind: 'INV' as const,
      number: '24442000000312847561',
      partyName: '北辰',
      grossTotal: '3062.30',
      stage: 'archived' as const,
    };
    server.use(
      answer(listFindings, { items: [{ code: 'duplicate', severity: 'error', path: '/fields/number', twin }] }),
      answer(submitDocument, (call) => {
        submitted.push(call);
        return invoice();
      }),
    );
    const user = await open();
    const panel = await screen.findByRole('region', { name: '相同号码的单据' });
    expect(within(panel).getByText('北辰')).toBeTruthy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(document.activeElement).toBe(field(/^号码/)));
    expect(submitted).toHaveLength(0);
  });

  it('asks for the reasons of all warnings at once, submits with them and goes to the next', async () => {
    const submitted: Seen[] = [];
    server.use(
      answer(submitDocument, (call) => {
        submitted.push(call);
        return invoice({ stage: 'review', version: 5 });
      }),
      answer(claimNext, { document: null, leaseUntil: null }),
    );
    const user = await open(
      invoice({ fields: { ...invoice().fields, sellerTaxId: '91330106MA2H3DU84E', issueDate: '2999-01-01' } }),
    );
    await user.keyboard('{Control>}{Enter}{/Control}');
    const form = await screen.findByRole('form', { name: '提交前请说明原因' });
    const inputs = within(form).getAllByRole('textbox');
    expect(inputs).toHaveLength(2);
    await user.keyboard('客户要求的日期{Tab}集团代开{Enter}');
    await waitFor(() => expect(submitted).toHaveLength(1));
    expect(bodyOf(submitted[0])).toEqual({
      version: 3,
      reasons: { 'date-in-future': '客户要求的日期', 'seller-not-own': '集团代开' },
    });
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
  });

  it('leads to the first blank that is required when one submits', async () => {
    const user = await open(invoice({ fields: { ...invoice().fields, number: null } }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(document.activeElement).toBe(field(/^号码/)));
    expect(field(/^号码/).getAttribute('aria-invalid')).toBe('true');
  });

  it('lets Enter go on from field to field, and from the header into the lines', async () => {
    const user = await open();
    await user.click(field(/^号码/));
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(field(/^开具日期/));
    await user.click(field('订单号'));
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '第 1 行，项目名称' }));
  });

  it('shows what was returned; the suggestion is accepted by a key, Enter goes on, and at the end to submit', async () => {
    takesChanges();
    const verdict = { errorClass: 'digits-swapped' as const, comment: '看影像', place: null };
    const user = await open(
      invoice({
        isReturned: true,
        verdicts: [
          { path: '/fields/drawer', suggested: '李梅', ...verdict },
          { path: '/lines/0/unit', suggested: null, ...verdict },
        ],
      }),
    );
    expect(field('开票人').getAttribute('aria-invalid')).toBe('true');
    await user.keyboard('y');
    expect(field('开票人').value).toBe('李梅');
    const unit = screen.getByRole('textbox', { name: '第 1 行，单位' });
    await waitFor(() => expect(screen.getByText('第 1 行，单位', { selector: '[aria-current] button' })).toBeTruthy());
    expect(document.activeElement).toBe(document.body);
    await user.keyboard('{F2}');
    expect(document.activeElement).toBe(unit);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: /提交复核并下一张/ })));
    expect(await screen.findByText(/^已保存/, {}, { timeout: 3000 })).toBeTruthy();
  });

  it('is read only with the reason where one may not edit', async () => {
    const blocked = { allowed: false, reasons: ['leased-by-other' as const], remedies: [] };
    await open(invoice({ actions: { ...invoice().actions, edit: blocked, submit: blocked } }));
    expect(screen.getByRole('note').textContent).toContain('别人正在处理这张单据');
    expect(field(/^号码/).disabled).toBe(true);
    expect(screen.getByRole('button', { name: /提交复核并下一张/ }).getAttribute('aria-disabled')).toBe('true');
  });
});
