import type { Context } from '../../db/context.ts';
import type { Reader } from './mask-payload.ts';

/** A reviewer stays one when they come with a token that leaves the right out, so the roles are asked, not the grants of this call. */
export async function readReader({ tx, actor }: Pick<Context, 'tx' | 'actor'>): Promise<Reader> {
  const { rowCount } = await tx.sql.query(
    `SELECT FROM app.member_roles mr JOIN app.roles r ON r.tenant_id = mr.tenant_id AND r.id = mr.role_id
     WHERE mr.member_id = $1 AND 'document.review' = ANY (r.permissions) LIMIT 1`,
    [actor.memberId],
  );
  return { grants: actor.grants, isReviewer: rowCount !== 0 };
}
