import type { Document } from '@danku/contract/document-shapes.ts';
import { claimDocument, releaseDocument } from '@danku/contract/work.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import { useMe } from '../../app/me.ts';
import { useTenant } from '../../app/paths.ts';
import { documentQuery } from './review-queries.ts';

const heartbeat = 4 * 60_000;

interface Lease {
  /** When the lease ends (ISO); null while one has none. */
  until: string | null;
  /** Called once the document is decided or put aside: there is no lease left to give back. */
  settle: () => void;
}

/** Holds the document while it is shown, and gives it back on leaving. */
export function useLease(document: Document, mayWork: boolean): Lease {
  const { id, lease } = document;
  const myId = useMe().member?.id;
  const isMine = lease !== null && lease.member.id === myId;
  const [until, setUntil] = useState(isMine ? lease.until : null);
  const isSettled = useRef(false);
  const client = useQueryClient();
  const tenant = useTenant();
  const { mutate } = useMutation({
    mutationFn: () => call(claimDocument, { params: { id }, body: {} }),
    onSuccess: ({ leaseUntil }) => {
      setUntil(leaseUntil);
      // Who holds a document may do more with it than who only looks.
      if (!isMine) {
        void client.invalidateQueries({ queryKey: documentQuery(tenant, id).queryKey, exact: true });
      }
    },
    // Who holds it is shown in the header; a document that moved on shows when one decides.
    meta: { handles: ['forbidden', 'wrong-stage', 'not-found'] },
  });
  useEffect(() => {
    if (!mayWork) {
      return undefined;
    }
    if (!isMine) {
      mutate();
    }
    const timer = setInterval(() => mutate(), heartbeat);
    return () => clearInterval(timer);
  }, [mayWork, isMine, mutate]);
  useEffect(() => {
    isSettled.current = false;
    return () => {
      if (mayWork && !isSettled.current) {
        void call(releaseDocument, { params: { id }, body: {} }).catch(() => undefined);
      }
    };
  }, [id, mayWork]);
  const settle = useCallback(() => {
    isSettled.current = true;
  }, []);
  return { until, settle };
}
