import type { Document } from '@danku/contract/document-shapes.ts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useTenant } from '../../app/paths.ts';
import { searchMembers } from '../../app/search-members.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Split } from '../../components/split.tsx';
import { TransferDialog } from '../../components/transfer-dialog.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { QueueTabs } from './queue-tabs.tsx';
import { ReviewClock, ReviewFacts } from './review-facts.tsx';
import { ReviewFooter } from './review-footer.tsx';
import { ReviewImage } from './review-image.tsx';
import { ReviewMiddle } from './review-middle.tsx';
import { documentQuery } from './review-queries.ts';
import { ReviewSide } from './review-side.tsx';
import { sayPath, wholeDocument } from './review-targets.ts';
import { SkipDialog } from './skip-dialog.tsx';
import { useDesk } from './use-desk.ts';
import { usePlaces } from './use-places.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { useTransfer } from './use-transfer.ts';
import styles from './review.module.css';

/** One document under review, of the address. After a decision the next one is there. */
export function ReviewPage() {
  const { id = '' } = useParams<'id'>();
  const { data: document, error, refetch } = useQuery(documentQuery(useTenant(), id));
  if (document === undefined) {
    return error === null ? <Skeleton /> : <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  return <ReviewDesk key={`${document.id} ${document.version}`} document={document} />;
}

function ReviewDesk({ document }: { document: Document }) {
  const { t } = useTranslation();
  const desk = useDesk(document);
  const { review, focused, setFocused, dialog } = desk;
  useReviewKeys(desk.moves, { isChoosing: desk.mode === 'adjudication' && !review.isMarking, isMarking: review.isMarking });
  const places = usePlaces(document, review.marks);
  const place = places.find(({ id }) => id === focused)?.place ?? null;
  const transfer = useTransfer(document, desk.next.goOn);
  const close = () => desk.setDialog(null);
  return (
    <div className={styles.frame}>
      <QueueTabs />
      <Page
        padded={false}
        title={[t(`kind.${document.kind}`), document.partyName].filter(Boolean).join(' · ')}
        facts={<ReviewFacts document={document} />}
        actions={<ReviewClock document={document} until={desk.next.leaseUntil} />}
        footer={<ReviewFooter document={document} desk={desk} />}
      >
        <Split
          name="review"
          initial={41}
          start={
            <ReviewImage
              pages={document.pages}
              isPending={document.pagesPending}
              boxes={desk.isHighlit ? places : []}
              focus={
                focused === null || (desk.mode === 'blind' && !review.isMarking)
                  ? null
                  : { path: focused, label: sayPath(t, focused), place }
              }
              onPick={setFocused}
              onSelectArea={review.isMarking ? (area) => review.amend(focused ?? wholeDocument, { place: area }) : undefined}
            />
          }
          end={
            <div className={styles.beside}>
              <ReviewMiddle document={document} desk={desk} />
              <ReviewSide document={document} />
            </div>
          }
        />
      </Page>
      {dialog === 'skip' && <SkipDialog document={document} onClose={close} onDone={desk.next.goOn} />}
      {dialog === 'transfer' && (
        <TransferDialog
          search={searchMembers}
          isPending={transfer.isPending}
          onTransfer={(member, reason) => transfer.mutate({ member, reason })}
          onClose={close}
        />
      )}
    </div>
  );
}
