import type { Context } from './context.ts';

const dayInMilliseconds = 86_400_000;

/**
 * Someone looks at pages that are not drawn yet: their preview goes to the front of the line, before what is only due. One that
 * was tried already is being drawn right now, or waits after a fault.
 */
export async function hurryPreviews(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { fileIds, pagesPending }: { fileIds: readonly string[]; pagesPending: boolean },
): Promise<void> {
  if (!pagesPending) {
    return;
  }
  await tx.sql.query(
    `UPDATE infra.deliveries v SET next_at = $2 FROM app.events e
     WHERE e.subject_id = ANY ($1::uuid[]) AND e.type = 'file.uploaded' AND v.tenant_id = e.tenant_id AND v.event_id = e.id
       AND v.reaction = 'render-previews' AND v.done_at IS NULL AND v.failed_at IS NULL AND v.attempts = 0 AND v.next_at > $2`,
    [fileIds, new Date(now.getTime() - dayInMilliseconds)],
  );
}
