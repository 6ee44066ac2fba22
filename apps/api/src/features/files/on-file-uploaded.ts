import { zhCn } from '@danku/words/zh-cn.ts';

import { record } from '../../db/record.ts';
import { withTenant } from '../../db/tenant.ts';
import type { Tx } from '../../db/tx.ts';
import type { Told } from '../../jobs/reactions.ts';
import type { FileReference } from '../../storage/file-store.ts';
import { isAcceptedMediaType } from '../../storage/media-type.ts';
import type { InvoiceLabels } from '../../storage/preview/invoice-data.ts';
import type { PreviewPage } from '../../storage/preview/preview-page.ts';
import { renderPreviews } from '../../storage/preview/render-previews.ts';
import { FileDamaged, FileMissing } from '../../storage/storage-errors.ts';
import { claimBlobs } from './claim-blobs.ts';
import { markPurchase } from './mark-purchase.ts';

type Page = FileReference & { width: number; height: number; size: number };
type Outcome = { pages: Page[]; renderedFromData: boolean } | { fault: string };

/**
 * `render-previews`: pictures of every page, made outside any transaction in a process that may be killed. All pages of
 * a file appear at once or none does; told again, it finds the file done. Why a file cannot be shown is kept with it.
 */
export async function onFileUploaded(told: Told): Promise<void> {
  const { subjectId, services, actor } = told;
  if (subjectId === null) {
    return;
  }
  const file = await withTenant(services.database, actor, (tx) => waitingFile(tx, subjectId));
  if (file === undefined) {
    return;
  }
  if (file.mediaType === 'application/xml') {
    await markPurchase(told, subjectId, file);
  }
  const isCopied = await withTenant(services.database, actor, async (tx) => {
    const pages = await copyFromTwin(tx, subjectId);
    if (pages !== null) {
      await record({ tx, actor, now: services.clock() }, { type: 'file.previewed', subjectId, payload: { pages } });
    }
    return pages !== null;
  });
  if (!isCopied) {
    await keep(told, subjectId, await render(told, file));
  }
}

type Waiting = FileReference & { mediaType: string };

/** The file, if its previews are still to be made; its row stays locked, so that of two tries one writes. */
async function waitingFile(tx: Tx, id: string): Promise<Waiting | undefined> {
  const { rows } = await tx.sql.query<{ hash: string; wrappedKey: string; mediaType: string }>(
    `SELECT hash, wrapped_key AS "wrappedKey", media_type AS "mediaType" FROM app.files WHERE id = $1 AND preview_state = 'waiting' FOR UPDATE`,
    [id],
  );
  const [row] = rows;
  return row === undefined ? undefined : { ...row, wrappedKey: Buffer.from(row.wrappedKey, 'base64') };
}

/** The same bytes have the same pages: what was made for an earlier upload serves this one too. Returns how many, or null. */
async function copyFromTwin(tx: Tx, id: string): Promise<number | null> {
  const { rows } = await tx.sql.query<{ pages: number }>(
    `WITH twin AS (SELECT o.id, o.page_count, o.rendered_from_data FROM app.files f JOIN app.files o ON o.tenant_id = f.tenant_id AND o.hash = f.hash
         WHERE f.id = $1 AND f.preview_state = 'waiting' AND o.id <> f.id AND o.preview_state = 'ready' LIMIT 1),
       pages AS (INSERT INTO app.file_pages (file_id, number, width, height, preview_hash, preview_key, preview_size)
         SELECT $1, p.number, p.width, p.height, p.preview_hash, p.preview_key, p.preview_size FROM app.file_pages p JOIN twin ON p.file_id = twin.id)
     UPDATE app.files f SET preview_state = 'ready', preview_fault = NULL, page_count = twin.page_count, rendered_from_data = twin.rendered_from_data
     FROM twin WHERE f.id = $1 AND f.preview_state = 'waiting' RETURNING twin.page_count AS pages`,
    [id],
  );
  return rows[0]?.pages ?? null;
}

async function render({ tenantId, services }: Told, file: Waiting): Promise<Outcome> {
  if (!isAcceptedMediaType(file.mediaType)) {
    return { fault: 'unsupported' };
  }
  const pages: Page[] = [];
  const onPage = async ({ width, height, webp }: PreviewPage) => {
    const { hash, wrappedKey, size } = await services.files.put(tenantId, webp);
    pages.push({ hash, wrappedKey, size, width, height });
  };
  try {
    const bytes = await services.files.open(tenantId, file);
    const outcome = await renderPreviews(bytes, file.mediaType, { labels, onPage });
    return outcome.state === 'rendered' ? { pages, renderedFromData: outcome.isRenderedFromData } : { fault: outcome.reason };
  } catch (error) {
    if (error instanceof FileMissing || error instanceof FileDamaged) {
      return { fault: 'storage-damaged' };
    }
    throw error;
  }
}

async function keep({ services, actor }: Told, fileId: string, outcome: Outcome): Promise<void> {
  const now = services.clock();
  await withTenant(services.database, actor, async (tx) => {
    if ((await waitingFile(tx, fileId)) === undefined) {
      return;
    }
    if ('fault' in outcome) {
      await tx.sql.query(`UPDATE app.files SET preview_state = 'failed', preview_fault = $2 WHERE id = $1`, [
        fileId,
        outcome.fault,
      ]);
      await record({ tx, actor, now }, { type: 'file.preview-failed', subjectId: fileId, payload: { reason: outcome.fault } });
      return;
    }
    const { pages, renderedFromData } = outcome;
    await claimBlobs({ tx, services }, pages);
    await insertPages(tx, fileId, pages);
    await tx.sql.query(
      `UPDATE app.files SET preview_state = 'ready', preview_fault = NULL, page_count = $2, rendered_from_data = $3 WHERE id = $1`,
      [fileId, pages.length, renderedFromData],
    );
    await record({ tx, actor, now }, { type: 'file.previewed', subjectId: fileId, payload: { pages: pages.length } });
  });
}

async function insertPages(tx: Tx, fileId: string, pages: readonly Page[]): Promise<void> {
  const rows = pages.map(({ hash, wrappedKey, width, height, size }, index) => ({
    number: index + 1,
    width,
    height,
    hash,
    key: Buffer.from(wrappedKey).toString('base64'),
    size,
  }));
  await tx.sql.query(
    `INSERT INTO app.file_pages (file_id, number, width, height, preview_hash, preview_key, preview_size)
     SELECT $1, g.number, g.width, g.height, g.hash, g.key, g.size
     FROM jsonb_to_recordset($2) AS g (number int, width int, height int, hash text, key text, size int)`,
    [fileId, JSON.stringify(rows)],
  );
}

/** The words around an invoice that came as data. Pages are stored once for everybody, so they are in the language of the papers. */
const labels: InvoiceLabels = zhCn.print.data;
