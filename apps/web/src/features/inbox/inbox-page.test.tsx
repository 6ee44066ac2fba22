import { createDocument } from '@danku/contract/documents.ts';
import type { File as InboxFile, InboxItem } from '@danku/contract/files.ts';
import { arrangeInbox, listInbox, rejectInboxItem, retryPreview, uploadFiles } from '@danku/contract/files.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Seen } from '../../test/answer.ts';
import { answer, refuse } from '../../test/answer.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { server } from '../../test/server.ts';
import { InboxPage } from './inbox-page.tsx';

const member = { id: '00000000-0000-4000-8000-000000000001', name: '李娜' };
const at = '2026-11-24T08:00:00Z';
const uuid = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;

function file(number: number, given: Partial<InboxFile> = {}): InboxFile {
  return {
    id: uuid(number + 500),
    name: `扫描${number}.pdf`,
    size: 1,
    mediaType: 'application/pdf',
    hash: 'h',
    duplicateOf: null,
    previewState: 'ready',
    previewFault: null,
    pageCount: 1,
    renderedFromData: false,
    uploadedBy: member,
    uploadedAt: at,
    ...given,
  };
}

function item(number: number, pages: number, given: Partial<InboxFile> = {}): InboxItem {
  const shown = { fileId: uuid(number + 500), rotation: 0, width: 1, height: 1, renderedFromData: false };
  return {
    id: uuid(number),
    state: 'open',
    files: [file(number, given)],
    pages: Array.from({ length: pages }, (_page, index) => ({ ...shown, page: index + 1 })),
    reason: null,
    documentId: null,
    receivedBy: member,
    receivedAt: at,
    version: 1,
  };
}

let arranged: Seen[] = [];

beforeEach(() => {
  arranged = [];
  server.use(
    answer(arrangeInbox, (call) => {
      arranged.push(call);
      return { items: [item(9, 1)] };
    }),
  );
});

async function open(items: InboxItem[]) {
  server.use(answer(listInbox, { items, next: null }));
  renderScreen(<InboxPage />, { path: 'intake', at: 'intake' });
  await screen.findByRole('list', { name: '收到的文件' });
  await screen.findAllByText(/扫描/);
  return userEvent.setup();
}

function results(): string[][] {
  const given = arrangeInbox.body.parse(arranged[0]?.body);
  return given.results.map((pages) => pages.map(({ page, rotation }) => `${page}@${rotation}`));
}

describe('InboxPage', () => {
  it('cuts before the page one went to, by keyboard', async () => {
    const user = await open([item(1, 3)]);
    await user.keyboard('{ArrowRight}s');
    await waitFor(() => expect(arranged).toHaveLength(1));
    expect(results()).toEqual([['1@0'], ['2@0', '3@0']]);
  });

  it('merges the papers with ticked pages, and says so when there is only one', async () => {
    const user = await open([item(1, 1), item(2, 2)]);
    await user.keyboard('xm');
    expect(await screen.findByText('请选择两份以上的文件')).toBeTruthy();
    await user.keyboard('jxm');
    await waitFor(() => expect(arranged).toHaveLength(1));
    expect(results()).toEqual([['1@0', '1@0', '2@0']]);
  });

  it('turns and moves the page one stands on', async () => {
    const user = await open([item(1, 2)]);
    await user.keyboard('r');
    await waitFor(() => expect(arranged).toHaveLength(1));
    expect(results()).toEqual([['1@90', '2@0']]);
    arranged = [];
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await waitFor(() => expect(arranged).toHaveLength(1));
    expect(results()).toEqual([['2@0', '1@0']]);
  });

  it('rejects with a reason', async () => {
    const seen: Seen[] = [];
    const user = await open([item(1, 1)]);
    server.use(
      answer(rejectInboxItem, (call) => {
        seen.push(call);
        return item(1, 1);
      }),
    );
    await user.click(screen.getByRole('button', { name: '拒收' }));
    await user.keyboard('影像不清{Enter}');
    await waitFor(() => expect(seen[0]?.body).toEqual({ version: 1, reason: '影像不清' }));
  });

  it('makes a document of the chosen kind', async () => {
    const seen: Seen[] = [];
    server.use(refuse(createDocument, 'conflict'));
    const user = await open([item(1, 1)]);
    server.events.on('request:start', ({ request }) => {
      if (request.url.endsWith('/documents')) {
        void request
          .clone()
          .json()
          .then((body) => seen.push({ params: {}, query: new URLSearchParams(), headers: request.headers, body }));
      }
    });
    await user.selectOptions(screen.getByRole('combobox', { name: '单据类型' }), 'DN');
    await user.click(screen.getByRole('button', { name: '登记为单据' }));
    await waitFor(() => expect(seen[0]?.body).toEqual({ kind: 'DN', inboxItemId: uuid(1) }));
    server.events.removeAllListeners();
  });

  it('says why a preview failed and tries again; links the paper that came before; tells a purchase', async () => {
    let retried = 0;
    const failed = item(1, 0, { previewState: 'failed', previewFault: 'encrypted' });
    const known = item(2, 1, { duplicateOf: { fileId: uuid(7), documentId: uuid(8) } });
    const user = await open([failed, known, { ...item(3, 1), reason: 'is-purchase' }]);
    server.use(
      answer(retryPreview, () => {
        retried += 1;
        return file(1);
      }),
    );
    const list = screen.getByRole('list', { name: '收到的文件' });
    expect(within(list).getByText(/文件有密码保护/)).toBeTruthy();
    expect(within(list).getByRole('link', { name: '打开单据' }).getAttribute('href')).toBe(`/t/huaxin/documents/${uuid(8)}`);
    expect(within(list).getByText('购买方是本单位，这是一张进项发票')).toBeTruthy();
    await user.click(within(list).getByRole('button', { name: '重新生成预览' }));
    await waitFor(() => expect(retried).toBe(1));
  });

  it('uploads with a row for each file, and does not send what is too large', async () => {
    const user = await open([item(1, 1)]);
    server.use(
      answer(uploadFiles, {
        items: [{ file: file(4, { duplicateOf: { fileId: uuid(7), documentId: null } }), inboxItemId: uuid(4) }],
      }),
    );
    const large = new File(['x'], '太大.pdf', { type: 'application/pdf' });
    Object.defineProperty(large, 'size', { value: 60 * 1024 ** 2 });
    await user.upload(screen.getByLabelText('选择文件', { selector: 'input' }), [
      new File(['%PDF'], '送货单.pdf', { type: 'application/pdf' }),
      large,
    ]);
    expect(await screen.findByText('文件或内容太大。')).toBeTruthy();
    expect(await screen.findByText('这个文件已经上传过')).toBeTruthy();
  });
});
