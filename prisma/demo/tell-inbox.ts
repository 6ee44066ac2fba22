import type { Content, Kind } from '@danku/domain/documents/kinds.ts';

import { rejectInboxItem } from '../../apps/api/src/features/files/reject-inbox-item.ts';
import { demoProducts } from './catalogue.ts';
import { makeDeal } from './deal.ts';
import { randomCreditCode } from './found-organisation.ts';
import { contentOf } from './paper-content.ts';
import type { History } from './plan-chains.ts';
import { at } from './random.ts';
import { contextOf, printImage, tellTogether, upload, type Image, type Teller } from './teller.ts';

const kinds = ['SO', 'DN', 'POD', 'RC', 'QT', 'SO', 'DN', 'SC', 'RC', 'POD'] as const;
/** Serials of papers that nobody has entered, beyond those of the chains. */
const firstSerial = 9001;

/** What came in and nobody has looked at: papers of our own sales, an invoice that we are to pay, and one that was rejected. */
export async function tellInbox(teller: Teller, history: History): Promise<void> {
  const count = history.founded.plan.slug === 'huaxin' ? kinds.length : 4;
  const papers: { kind: Kind; content: Content }[] = kinds
    .slice(0, count)
    .map((kind, index) => ({ kind, content: someContent(history, kind, index) }));
  papers.push({ kind: 'INV', content: purchase(history) }, { kind: 'QT', content: someContent(history, 'QT', count) });
  const images: Image[] = [];
  for (const paper of papers) {
    images.push(await printImage(teller, paper));
  }
  await tellTogether(teller, async (act) => {
    for (const [index, image] of images.entries()) {
      const context = contextOf(teller, act, index % 2 === 0 ? 'clerk' : 'clerk2', teller.time.now - 90 + index * 7);
      const { inboxItemId } = await upload(context, image, { inbox: true, isSoon: true });
      if (index === images.length - 1 && inboxItemId !== null) {
        const body = { version: 1, reason: '广告报价，与本公司业务无关' };
        await rejectInboxItem(context, { params: { id: inboxItemId }, query: {}, body });
      }
    }
  });
}

function someContent({ founded, buyers, time, random }: History, kind: (typeof kinds)[number], index: number): Content {
  const [first, count] = founded.plan.productRange;
  const deal = makeDeal({
    serial: firstSerial + index,
    random,
    seller: at(founded.entities, 0),
    buyer: random.pick(buyers),
    salesperson: at(founded.plan.cast, 12).name,
    products: demoProducts.slice(first, first + count),
    isLarge: false,
  });
  const date = time.dateOf(time.now);
  const day = date.replaceAll('-', '').slice(2);
  const number = `${founded.plan.mark}${kind}-${day}-${firstSerial + index}`;
  const before = {
    SO: `${founded.plan.mark}SO-${day}-${firstSerial + index}`,
    DN: `${founded.plan.mark}DN-${day}-${firstSerial + index}`,
  };
  return contentOf(kind, { deal, number, date, before, random });
}

/** An invoice with ourselves as the buyer: a purchase, which is none of the papers kept here. */
function purchase(history: History): Content {
  const { founded, time, random } = history;
  const { fields, lines } = someContent(history, 'SO', 99);
  const own = at(founded.entities, 0);
  const supplier = { name: '广州捷运办公用品有限公司', taxId: randomCreditCode(random, '440106') };
  const kept = ['netTotal', 'taxTotal', 'grossTotal', 'grossTotalInWords'].map((key) => [key, fields[key] ?? null] as const);
  return {
    fields: {
      invoiceType: 'digital-special',
      number: `${time.dateOf(time.now).slice(2, 4)}442000${random.digits(12)}`,
      issueDate: time.dateOf(time.now),
      buyerName: own.name,
      buyerTaxId: own.taxId,
      sellerName: supplier.name,
      sellerTaxId: supplier.taxId,
      ...Object.fromEntries(kept),
    },
    lines,
  };
}
