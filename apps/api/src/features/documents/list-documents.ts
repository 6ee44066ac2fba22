import type { contract } from '@danku/contract';
import type { Input, Reply } from '@danku/contract/endpoint.ts';
import { mayReview } from '@danku/domain/access/blind.ts';
import { gramsOf, normaliseText } from '@danku/domain/text/grams.ts';
import { toMinor } from '@danku/domain/money/money.ts';
import { z } from 'zod';

import { createBinder, type Binder } from '../../db/binder.ts';
import type { Context } from '../../db/context.ts';
import { pageOf, readCursor } from '../../db/page.ts';
import { requirePermission } from '../../db/require-permission.ts';
import { visibleWhere } from '../../db/visible.ts';
import { blindWhere, presentRow, rowColumns, rowJoins, type RowRecord } from './document-row.ts';

type Endpoint = typeof contract.documents.listDocuments;
type Query = Input<Endpoint>['query'];

const sortColumns = {
  createdAt: { column: 'd.created_at', cast: 'timestamptz' },
  issueDate: { column: 'd.issue_date', cast: 'date' },
  grossTotal: { column: 'd.gross_minor', cast: 'bigint' },
} as const;

/** The documents a person may see. One statement; the page after is found by the last row's sort value and id, never by an offset. */
export async function listDocuments(context: Context, { query }: Input<Endpoint>): Promise<Reply<Endpoint>> {
  requirePermission(context, 'document.read');
  const { tx, actor, now } = context;
  const binder = createBinder([actor.memberId, now]);
  const { sort, where, order } = sorting(query, binder);
  const conditions = [visibleWhere(actor, binder), ...filters(context, query, binder), ...where];
  const { rows } = await tx.sql.query<RowRecord & { sortValue: string | null }>(
    `SELECT ${rowColumns}, ${sort}::text AS "sortValue"
     FROM (SELECT * FROM app.documents d WHERE ${conditions.join(' AND ')} ${order} LIMIT ${binder.bind(query.limit + 1)}) d ${rowJoins} ${order}`,
    binder.values,
  );
  return pageOf(rows, query.limit, { present: (row) => presentRow(row, actor), keyOf: (row) => [row.sortValue, row.id] });
}

function sorting(query: Query, binder: Binder): { sort: string; where: string[]; order: string } {
  const isDescending = query.sort.startsWith('-');
  const key = query.sort.replace('-', '');
  const { column, cast } = key === 'issueDate' || key === 'grossTotal' ? sortColumns[key] : sortColumns.createdAt;
  const direction = isDescending ? 'DESC' : 'ASC';
  const cursor = readCursor(query.cursor, z.tuple([z.string().max(40), z.uuid()]));
  const where = key === 'createdAt' ? [] : [`${column} IS NOT NULL`];
  if (cursor !== null) {
    where.push(
      `(${column}, d.id) ${isDescending ? '<' : '>'} (${binder.bind(cursor[0])}::${cast}, ${binder.bind(cursor[1])}::uuid)`,
    );
  }
  return { sort: column, where, order: `ORDER BY ${column} ${direction}, d.id ${direction}` };
}

function filters({ actor, now }: Context, query: Query, binder: Binder): string[] {
  const { bind } = binder;
  const found: string[] = [];
  const add = <T>(value: T | undefined, condition: (placeholder: string) => string) => {
    if (value !== undefined) {
      found.push(condition(bind(value)));
    }
  };
  add(query.stage, (p) => `d.stage = ANY (${p}::text[])`);
  add(query.kind, (p) => `d.kind = ANY (${p}::text[])`);
  add(query.customerId, (p) => `d.customer_id = ${p}::uuid`);
  add(query.from, (p) => `d.issue_date >= ${p}::date`);
  add(query.to, (p) => `d.issue_date <= ${p}::date`);
  add(query.minGross === undefined ? undefined : toMinor(query.minGross, actor.currency), (p) => `d.gross_minor >= ${p}::bigint`);
  add(query.maxGross === undefined ? undefined : toMinor(query.maxGross, actor.currency), (p) => `d.gross_minor <= ${p}::bigint`);
  if (query.returned === true) {
    found.push(`d.stage = 'entry' AND d.returned_at IS NOT NULL`);
  }
  if (query.overdue === true) {
    found.push(`d.due_at < ${bind(now)} AND d.stage NOT IN ('archived', 'void')`);
  }
  if (query.mine === true) {
    found.push(`(d.created_by = $1 OR d.assignee_id = $1 OR d.submitted_by = $1)`);
  }
  return [...found, ...searchCondition(query, binder), ...blindGuard(query, mayReview(actor))];
}

/**
 * Each word by its own: in the text of the document, as a whole number of ours, or through its customer. A union of ids,
 * since an OR over the table would walk all of it.
 */
function searchCondition({ q }: Query, { bind }: Binder): string[] {
  const words = (q ?? '')
    .trim()
    .split(/\s+/)
    .map(normaliseText)
    .filter((word) => word !== '')
    .slice(0, 8);
  return words.map((word) => {
    const number = bind(word.toUpperCase());
    const byNumber = ['registry_number', 'archive_number', 'draft_number'].map(
      (column) => `SELECT n.id FROM app.documents n WHERE n.${column} = ${number}`,
    );
    return `d.id IN (${[...byNumber, byCustomer(word, bind), byText(word, bind)].join(' UNION ALL ')})`;
  });
}

/** Candidates have every gram of the word, tried from its end, where numbers differ most; the text decides. */
function byText(word: string, bind: Binder['bind']): string {
  const [driver = '', ...others] = gramsOf(word).toReversed();
  const hasToo = others
    .slice(0, 8)
    .map(
      (gram) => `AND EXISTS (SELECT FROM app.document_grams o WHERE o.gram = ${bind(gram)} AND o.document_id = g.document_id)`,
    );
  return `SELECT t.id FROM app.document_grams g JOIN app.documents t ON t.tenant_id = g.tenant_id AND t.id = g.document_id
    WHERE g.gram = ${bind(driver)} ${hasToo.join(' ')} AND position(${bind(word)} IN t.search_text) > 0`;
}

function byCustomer(word: string, bind: Binder['bind']): string {
  const like = bind(`%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
  return `SELECT p.id FROM app.documents p JOIN app.customers c ON c.tenant_id = p.tenant_id AND c.id = p.customer_id
    WHERE c.name ILIKE ${like} OR c.pinyin LIKE ${like} OR c.code ILIKE ${like}`;
}

/** Searching, filtering and sorting by a value would tell a blind reviewer that value: then such documents are left out. */
function blindGuard(query: Query, isReviewer: boolean): string[] {
  const asksForValues =
    query.q !== undefined ||
    query.from !== undefined ||
    query.to !== undefined ||
    query.minGross !== undefined ||
    query.maxGross !== undefined ||
    query.customerId !== undefined ||
    !query.sort.endsWith('createdAt');
  return isReviewer && asksForValues ? [`NOT (${blindWhere})`] : [];
}
