import {
  archiveDocument,
  listPapers,
  placePaper,
  previewArchiveChecks,
  readArchiveRecord,
  readPaper,
} from '@danku/contract/archive.ts';
import type { ArchiveCheck } from '@danku/contract/archive.ts';
import { readMe } from '@danku/contract/auth.ts';
import { readDocument } from '@danku/contract/documents.ts';
import { listQueue } from '@danku/contract/work.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../i18n/language.ts';
import { answer, refuse } from '../../test/answer.ts';
import { actionsOf, documentOf, idOf, liNa } from '../../test/document-of.ts';
import { meOf } from '../../test/me-of.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { server } from '../../test/server.ts';
import { ArchivePage } from './archive-page.tsx';

const approved = documentOf({ stage: 'approved', registryNumber: 'INV-2026-000123', actions: actionsOf('archive') });
const checks: ArchiveCheck[] = [
  { group: 'authenticity', code: 'some-check', result: 'passed' },
  { group: 'security', code: 'other-check', result: 'not-run' },
];
const paper = {
  documentId: approved.id,
  label: 'A-03-0001',
  box: 'A-03',
  shelf: '2-1',
  placedAt: '2026-08-24T01:00:00Z',
  version: 1,
  loan: null,
  loans: [],
};

function serve(found: ArchiveCheck[], blocks: boolean): unknown[] {
  const sent: unknown[] = [];
  let current = approved;
  server.use(
    answer(readMe, meOf('document.archive', 'paper.manage')),
    answer(listQueue, { items: [{ ...approved, rankAt: approved.createdAt }], next: null }),
    answer(readDocument, () => current),
    answer(previewArchiveChecks, { checks: found, blocks }),
    answer(archiveDocument, ({ body }) => {
      sent.push(body);
      current = documentOf({
        stage: 'archived',
        registryNumber: 'INV-2026-000123',
        archiveNumber: 'HX-2026-0123',
        actions: actionsOf(),
      });
      return current;
    }),
    answer(readArchiveRecord, {
      documentId: approved.id,
      archiveNumber: 'HX-2026-0123',
      checks: found,
      archivedBy: liNa,
      archivedAt: '2026-08-24T01:00:00Z',
      retentionClass: '30',
      retainUntil: '2057-01-01',
    }),
    refuse(readPaper, 'not-found'),
    answer(placePaper, ({ body }) => {
      sent.push(body);
      return paper;
    }),
  );
  return sent;
}

beforeAll(() => chooseLanguage('en'));

describe('the archive', () => {
  it('archives after one question, then shows number, retention and a place for the paper', async () => {
    const sent = serve(checks, false);
    renderScreen(<ArchivePage />, { path: 'archive/:id', at: `archive/${approved.id}` });
    const user = userEvent.setup();
    const report = await screen.findByRole('table', { name: 'Four checks' });
    expect(within(report).getByText('Passed')).toBeDefined();
    expect(within(report).getByText('Not run')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Archive' }));
    expect(sent).toEqual([]);
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Archive' }));
    await screen.findByText('HX-2026-0123');
    expect(sent).toEqual([{ version: 3 }]);
    expect(screen.getByText('May be disposed of from 2057-01-01')).toBeDefined();
    await user.type(await screen.findByLabelText('Box'), 'A-03');
    await user.type(screen.getByLabelText('Shelf'), '2-1{Enter}');
    await screen.findByText('Box A-03 · shelf 2-1', { selector: 'strong' });
    expect(sent.at(-1)).toEqual({ version: 0, box: 'A-03', shelf: '2-1' });
    expect(screen.getAllByText('A-03-0001').length).toBeGreaterThan(0);
  });

  it('does not archive what a check refuses', async () => {
    serve([{ group: 'usability', code: 'opens', result: 'failed' }], true);
    renderScreen(<ArchivePage />, { path: 'archive/:id', at: `archive/${approved.id}` });
    await screen.findByText('A check failed: it cannot be archived');
    await userEvent.click(screen.getByRole('button', { name: 'Archive' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('archives what was ticked, one after the other, and names what was refused', async () => {
    serve(checks, false);
    const other = documentOf({ id: idOf(2), stage: 'approved', registryNumber: 'INV-2026-000124' });
    server.use(
      answer(listQueue, { items: [approved, other].map((row) => ({ ...row, rankAt: row.createdAt })), next: null }),
      http.post(`*/documents/${other.id}/archive`, () =>
        HttpResponse.json({ type: 'x', title: 'x', status: 409, code: 'conflict' }, { status: 409 }),
      ),
    );
    renderScreen(<ArchivePage />, { path: 'archive', at: 'archive' });
    const user = userEvent.setup();
    await user.click((await screen.findAllByRole('checkbox'))[0] ?? document.body);
    await user.click(screen.getByRole('button', { name: 'Archive selected (2)' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Archive' }));
    await within(dialog).findByText('1 not archived');
    expect(within(dialog).getByRole('link', { name: 'INV-2026-000124' })).toBeDefined();
    expect(within(dialog).getByRole('status').textContent).toBe('1 archived / 2');
  });

  it('lists the papers of a box and those that are lent', async () => {
    serve(checks, false);
    const asked: string[] = [];
    const loan = {
      id: idOf(5),
      borrower: '孙莉',
      purpose: null,
      dueOn: '2020-01-01',
      lentBy: liNa,
      lentAt: '2019-01-01T00:00:00Z',
      returnedAt: null,
    };
    server.use(
      answer(listPapers, ({ query }) => {
        asked.push(query.toString());
        return { items: [{ ...paper, loan, loans: [loan], registryNumber: 'INV-2026-000123', partyName: null }], next: null };
      }),
    );
    renderScreen(<ArchivePage />, { path: 'archive', at: 'archive?tab=papers' });
    await screen.findByText(/孙莉 Overdue/);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Lent ones only' }));
    await screen.findByText(/孙莉 Overdue/);
    expect(asked.at(-1)).toBe('lent=true');
  });
});
