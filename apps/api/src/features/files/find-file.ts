import { createBinder } from '../../db/binder.ts';
import type { Context } from '../../db/context.ts';
import { Problem } from '../../problem.ts';
import { fileColumns, fileJoins, type FileRecord } from './file-row.ts';
import { fileVisibleWhere } from '../../db/visible-files.ts';

/** A file the person may see. Throws not-found. */
export async function findFile({ tx, actor }: Pick<Context, 'tx' | 'actor'>, id: string): Promise<FileRecord> {
  const where = createBinder();
  const columns = fileColumns(actor, where);
  const { rows } = await tx.sql.query<FileRecord>(
    `SELECT ${columns} FROM app.files f ${fileJoins} WHERE f.id = ${where.bind(id)}::uuid AND ${fileVisibleWhere(actor, where)}`,
    where.values,
  );
  const [file] = rows;
  if (file === undefined) {
    throw new Problem('not-found');
  }
  return file;
}
