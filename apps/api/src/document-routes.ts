import { contract } from '@danku/contract';

import { adjudicateDocument } from './features/documents/adjudicate-document.ts';
import { amendDocument } from './features/documents/amend-document.ts';
import { approveDocument } from './features/documents/approve-document.ts';
import { changeDocument } from './features/documents/change-document.ts';
import { changePages } from './features/documents/change-pages.ts';
import { createDocument } from './features/documents/create-document.ts';
import { addComment } from './features/documents/discussion/add-comment.ts';
import { answerQuestion } from './features/documents/discussion/answer-question.ts';
import { askQuestion } from './features/documents/discussion/ask-question.ts';
import { linkDocuments } from './features/documents/discussion/link-documents.ts';
import { listComments } from './features/documents/discussion/list-comments.ts';
import { listLinks } from './features/documents/discussion/list-links.ts';
import { resolveComment } from './features/documents/discussion/resolve-comment.ts';
import { unlinkDocuments } from './features/documents/discussion/unlink-documents.ts';
import { diffVersions } from './features/documents/history/diff-versions.ts';
import { listDocumentEvents } from './features/documents/history/list-document-events.ts';
import { listVersions } from './features/documents/history/list-versions.ts';
import { readVersion } from './features/documents/history/read-version.ts';
import { listDocuments } from './features/documents/list-documents.ts';
import { listFindings } from './features/documents/list-findings.ts';
import { readDocument } from './features/documents/read-document.ts';
import { returnToInbox } from './features/documents/return-to-inbox.ts';
import { sendBackDocument } from './features/documents/send-back-document.ts';
import { submitDocument } from './features/documents/submit-document.ts';
import { transferDocument } from './features/documents/transfer-document.ts';
import { voidDocument } from './features/documents/void-document.ts';
import { withdrawDocument } from './features/documents/withdraw-document.ts';
import { withdrawPending } from './features/documents/withdraw-pending.ts';
import { claimDocument } from './features/documents/work/claim-document.ts';
import { claimNext } from './features/documents/work/claim-next.ts';
import { listMyQuestions } from './features/documents/work/list-my-questions.ts';
import { listMyWork } from './features/documents/work/list-my-work.ts';
import { listQueue } from './features/documents/work/list-queue.ts';
import { listQueues } from './features/documents/work/list-queues.ts';
import { releaseDocument } from './features/documents/work/release-document.ts';
import { skipDocument } from './features/documents/work/skip-document.ts';
import type { Api } from './http/api.ts';
import { mount } from './http/mount.ts';

/** Everything about documents but their files and the archive. */
export function addDocumentRoutes(api: Api): void {
  const { documents, review, history, discussion, work } = contract;

  // Papers and their content
  mount(api, documents.listDocuments, listDocuments);
  mount(api, documents.createDocument, createDocument);
  mount(api, documents.readDocument, readDocument);
  mount(api, documents.changeDocument, changeDocument);
  mount(api, documents.changePages, changePages);
  mount(api, documents.listFindings, listFindings);
  mount(api, documents.submitDocument, submitDocument);
  mount(api, documents.voidDocument, voidDocument);
  mount(api, documents.returnToInbox, returnToInbox);
  mount(api, documents.transferDocument, transferDocument);
  mount(api, documents.amendDocument, amendDocument);

  // Review
  mount(api, review.withdrawDocument, withdrawDocument);
  mount(api, review.approveDocument, approveDocument);
  mount(api, review.sendBackDocument, sendBackDocument);
  mount(api, review.withdrawPending, withdrawPending);
  mount(api, review.adjudicateDocument, adjudicateDocument);

  // History
  mount(api, history.listDocumentEvents, listDocumentEvents);
  mount(api, history.listVersions, listVersions);
  mount(api, history.readVersion, readVersion);
  mount(api, history.diffVersions, diffVersions);

  // Discussion and links
  mount(api, discussion.askQuestion, askQuestion);
  mount(api, discussion.answerQuestion, answerQuestion);
  mount(api, discussion.listComments, listComments);
  mount(api, discussion.addComment, addComment);
  mount(api, discussion.resolveComment, resolveComment);
  mount(api, discussion.listLinks, listLinks);
  mount(api, discussion.linkDocuments, linkDocuments);
  mount(api, discussion.unlinkDocuments, unlinkDocuments);

  // Queues
  mount(api, work.listQueues, listQueues);
  mount(api, work.listQueue, listQueue);
  mount(api, work.claimNext, claimNext);
  mount(api, work.claimDocument, claimDocument);
  mount(api, work.releaseDocument, releaseDocument);
  mount(api, work.skipDocument, skipDocument);
  mount(api, work.listMyWork, listMyWork);
  mount(api, work.listMyQuestions, listMyQuestions);
}
