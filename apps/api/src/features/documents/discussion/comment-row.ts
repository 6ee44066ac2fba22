import type { Comment } from '@danku/contract/discussion.ts';

export type CommentRow = {
  id: string;
  authorId: string;
  authorName: string;
  path: string | null;
  place: Comment['place'];
  body: string;
  createdAt: Date;
  resolvedAt: Date | null;
};

export const commentSelect = `SELECT c.id, c.author_id AS "authorId", m.name AS "authorName", c.path, c.place, c.body,
  c.created_at AS "createdAt", c.resolved_at AS "resolvedAt" FROM app.comments c JOIN app.members m ON m.id = c.author_id`;

export function presentComment(row: CommentRow): Comment {
  return {
    id: row.id,
    author: { id: row.authorId, name: row.authorName },
    path: row.path,
    place: row.place,
    body: row.body,
    createdAt: row.createdAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  };
}
