import type { Kind } from '@danku/domain/documents/kinds.ts';

import { archiveDocument } from '../../apps/api/src/features/documents/archive/archive-document.ts';
import { inspectFile } from '../../apps/api/src/storage/inspect/inspect-file.ts';
import type { Paper } from './paper.ts';
import { tellPaper } from './tell-paper.ts';
import { tellFinal } from './tell-review.ts';
import { contextOf, keepVersion, printImage, tellTogether, toldOf, type Image, type Teller } from './teller.ts';
import { inParallel } from './theatre.ts';

/** Kinds that share a worker: numbers are given per kind, so nobody waits for another's series and each is given in the order of time. */
const seriesOf: readonly (readonly Kind[])[] = [
  ['SO', 'CN', 'SC'],
  ['DN', 'INV', 'RT'],
  ['POD', 'RC', 'QT', 'ST'],
];
const batchSize = 20;

/** The papers of every chain, one transaction a chain; what gives numbers is kept for `tellNumbers`. */
export async function tellChains(
  teller: Teller,
  chains: readonly (readonly Paper[])[],
  onTold: (count: number) => void,
): Promise<void> {
  await inParallel(chains, 2, async (chain) => {
    const images: { paper: Paper; image: Image }[] = [];
    for (const paper of chain) {
      images.push({ paper, image: await printImage(teller, paper) });
    }
    await tellTogether(teller, async (act) => {
      for (const { paper, image } of images) {
        await tellPaper(teller, act, paper, image);
      }
    });
    onTold(chain.length);
  });
}

/** Final approvals, then archivings. */
export async function tellNumbers(teller: Teller, onTold: (count: number) => void): Promise<void> {
  await inParallel(seriesOf, seriesOf.length, async (kinds) => {
    for (const batch of batchesOf(teller.finals, kinds)) {
      await tellTogether(teller, async (act) => {
        for (const final of batch) {
          await tellFinal(teller, act, final);
        }
      });
      onTold(batch.length);
    }
    for (const batch of batchesOf(teller.archivings, kinds)) {
      await tellArchivings(teller, batch);
      onTold(batch.length);
    }
  });
}

function batchesOf<T extends { paper: Paper; minute: number }>(list: readonly T[], kinds: readonly Kind[]): T[][] {
  const mine = list.filter(({ paper }) => kinds.includes(paper.kind));
  // Acts of the same minute come in the order of their papers' numbers, whoever worked faster here.
  mine.sort((one, other) => one.minute - other.minute || (numberOf(one.paper) < numberOf(other.paper) ? -1 : 1));
  return Array.from({ length: Math.ceil(mine.length / batchSize) }, (_, index) =>
    mine.slice(index * batchSize, (index + 1) * batchSize),
  );
}

function numberOf({ content }: Paper): string {
  return content.fields['number'] ?? '';
}

/** The bytes are read again from the store, as for everyone, before the transaction. */
async function tellArchivings(teller: Teller, batch: readonly Teller['archivings'][number][]): Promise<void> {
  const { services, founded } = teller;
  const inspected = await Promise.all(
    batch.map(async ({ paper, minute }) => {
      const { fileId, reference } = toldOf(teller, paper);
      return { paper, minute, inspection: { fileId, ...(await inspectFile(services.files, founded.tenantId, reference)) } };
    }),
  );
  await tellTogether(teller, async (act) => {
    for (const { paper, minute, inspection } of inspected) {
      const { id, version } = toldOf(teller, paper);
      const context = contextOf(teller, act, 'archivist', minute);
      keepVersion(teller, paper, await archiveDocument(context, { params: { id }, query: {}, body: { version } }, [inspection]));
    }
  });
}
