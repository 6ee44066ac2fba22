import { normaliseCreditCode } from '@danku/domain/identity/credit-code.ts';

import { record } from '../../db/record.ts';
import { withTenant } from '../../db/tenant.ts';
import type { Told } from '../../jobs/reactions.ts';
import type { FileReference } from '../../storage/file-store.ts';
import { PreviewFailure } from '../../storage/preview/preview-failure.ts';
import { readInvoiceXml } from '../../storage/preview/read-invoice-xml.ts';
import { FileDamaged, FileMissing } from '../../storage/storage-errors.ts';
import { XmlRefused } from '../../storage/xml.ts';

/**
 * An invoice that came as data and whose buyer is one of our own entities is a purchase, not a sale: it stays in the inbox
 * with that reason. Of pictures nobody knows the buyer before someone has read it.
 */
export async function markPurchase({ tenantId, actor, services }: Told, fileId: string, reference: FileReference): Promise<void> {
  const buyer = await buyerOf(() => services.files.read(tenantId, reference));
  if (buyer === '') {
    return;
  }
  const now = services.clock();
  await withTenant(services.database, actor, async (tx) => {
    const { rows } = await tx.sql.query<{ id: string }>(
      `UPDATE app.inbox_items i SET reason = 'is-purchase' WHERE i.state = 'open' AND i.reason IS NULL
         AND EXISTS (SELECT FROM app.inbox_files x WHERE x.item_id = i.id AND x.file_id = $1)
         AND EXISTS (SELECT FROM app.legal_entities l WHERE l.is_active AND l.tax_id = $2) RETURNING i.id`,
      [fileId, buyer],
    );
    const events = rows.map(({ id }) => ({
      type: 'inbox.recognised' as const,
      subjectId: id,
      payload: { reason: 'is-purchase' },
    }));
    await record({ tx, actor, now }, events);
  });
}

/** What cannot be read as an invoice has no buyer; why it cannot be shown is found out, and kept, when its page is made. */
async function buyerOf(read: () => Promise<Buffer>): Promise<string> {
  try {
    return normaliseCreditCode(readInvoiceXml(await read()).buyer.taxId);
  } catch (error) {
    if (unreadable.some((kind) => error instanceof kind)) {
      return '';
    }
    throw error;
  }
}

const unreadable = [XmlRefused, PreviewFailure, FileMissing, FileDamaged];
