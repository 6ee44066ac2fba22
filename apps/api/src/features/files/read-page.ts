import type { contract } from '@danku/contract';
import type { Input } from '@danku/contract/endpoint.ts';

import { createBinder } from '../../db/binder.ts';
import type { Context } from '../../db/context.ts';
import type { BytesReply } from '../../http/mount-bytes.ts';
import { Problem } from '../../problem.ts';
import { fileVisibleWhere } from '../../db/visible-files.ts';

type PageRow = { name: string; hash: string; wrappedKey: string; size: number };

/** The picture of a page. Its bytes never change, so a browser may keep them; whether it may still see them is asked each time it forgets. */
export async function readPage(
  { tx, actor, services }: Context,
  { params }: Input<typeof contract.files.readPage>,
): Promise<BytesReply> {
  const where = createBinder();
  const { rows } = await tx.sql.query<PageRow>(
    `SELECT f.name, p.preview_hash AS hash, p.preview_key AS "wrappedKey", p.preview_size AS size
     FROM app.files f JOIN app.file_pages p ON p.tenant_id = f.tenant_id AND p.file_id = f.id
     WHERE f.id = ${where.bind(params.id)}::uuid AND p.number = ${where.bind(params.page)}::bigint AND ${fileVisibleWhere(actor, where)}`,
    where.values,
  );
  const [page] = rows;
  if (page === undefined) {
    throw new Problem('not-found');
  }
  return {
    open: () => services.files.open(actor.tenantId, { hash: page.hash, wrappedKey: Buffer.from(page.wrappedKey, 'base64') }),
    mediaType: 'image/webp',
    fileName: `${page.name.replace(/\.\w+$/, '')}-${params.page}.webp`,
    disposition: 'inline',
    size: page.size,
    isImmutable: true,
    etag: page.hash,
  };
}
