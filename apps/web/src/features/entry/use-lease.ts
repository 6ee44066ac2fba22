import { useEffect, useState } from 'react';
import { useClaim } from './entry-queries.ts';

const heartbeat = 5 * 60_000;

/** Holds the document while its form is open: claimed at once and every five minutes. `isLost` once somebody else has it. */
export function useLease(id: string, wanted: boolean): { until: string | null; isLost: boolean } {
  const { mutate } = useClaim(id);
  const [lease, setLease] = useState<{ until: string | null; isLost: boolean }>({ until: null, isLost: false });
  useEffect(() => {
    if (!wanted) {
      return undefined;
    }
    const claim = () =>
      mutate(undefined, {
        onSuccess: ({ leaseUntil }) => setLease({ until: leaseUntil, isLost: false }),
        onError: (error) =>
          setLease(({ until }) => ({
            until,
            isLost: 'code' in error && (error.code === 'forbidden' || error.code === 'wrong-stage'),
          })),
      });
    claim();
    const timer = setInterval(claim, heartbeat);
    return () => clearInterval(timer);
  }, [id, wanted, mutate]);
  return lease;
}
