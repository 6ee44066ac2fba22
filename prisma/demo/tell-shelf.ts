import { addDays } from '@danku/domain/time/zone.ts';

import { lendPaper } from '../../apps/api/src/features/documents/archive/lend-paper.ts';
import { placePaper } from '../../apps/api/src/features/documents/archive/place-paper.ts';
import { returnPaper } from '../../apps/api/src/features/documents/archive/return-paper.ts';
import { contextOf, tellTogether, toldOf, type Teller } from './teller.ts';
import { minutesPerDay } from './work-time.ts';

const boxCount = 24;
const borrowers = [
  { borrower: '财务部 钱蕾', purpose: '年度审计抽查' },
  { borrower: '法务部 韩冬', purpose: '合同纠纷举证' },
  { borrower: '业务部 吴磊', purpose: '客户对账' },
];

/** The paper originals of the last archivings stand in boxes; some have been lent, one of them came back, one is late. */
export async function tellShelf(teller: Teller): Promise<void> {
  const { time, archivings } = teller;
  const boxed = archivings.toSorted((one, other) => other.minute - one.minute).slice(0, boxCount);
  await tellTogether(teller, async (act) => {
    for (const [index, { paper, minute }] of boxed.entries()) {
      const body = {
        version: 0,
        box: `H-${time.dateOf(minute).slice(0, 7)}-${1 + (index % 3)}`,
        shelf: `A${1 + Math.floor(index / 8)}-0${1 + (index % 4)}`,
      };
      const placedAt = Math.min(minute + 20, time.now);
      await placePaper(contextOf(teller, act, 'archivist', placedAt), {
        params: { id: toldOf(teller, paper).id },
        query: {},
        body,
      });
    }
    for (const [index, loan] of borrowers.entries()) {
      const lent = boxed[boxed.length - 1 - index];
      if (lent !== undefined) {
        const lentAt = Math.min(lent.minute + 40 + index * 30, time.now);
        const params = { id: toldOf(teller, lent.paper).id };
        const dueOn = addDays(time.dateOf(lentAt), index === 0 ? 1 : 14);
        await lendPaper(contextOf(teller, act, 'archivist', lentAt), { params, query: {}, body: { ...loan, dueOn } });
        if (index === 2) {
          await returnPaper(contextOf(teller, act, 'archivist', Math.min(lentAt + minutesPerDay, time.now)), {
            params,
            query: {},
            body: {},
          });
        }
      }
    }
  });
}
