import type { Context, Services } from '../../apps/api/src/db/context.ts';
import type { createDocument } from '../../apps/api/src/features/documents/create-document.ts';
import { uploadFiles } from '../../apps/api/src/features/files/upload-files.ts';
import { safeFileName } from '../../apps/api/src/storage/file-name.ts';
import type { FileReference } from '../../apps/api/src/storage/file-store.ts';
import { recogniseMediaType } from '../../apps/api/src/storage/media-type.ts';
import { personOf, type Founded } from './found-organisation.ts';
import type { Known } from './knowing-sql.ts';
import type { PagePrinter } from './page-pdf.ts';
import { pageOf } from './paper-page.ts';
import type { Paper } from './paper.ts';
import { inOneTransaction, type Act } from './theatre.ts';
import type { WorkTime } from './work-time.ts';

/** Everything that tells one organisation's history. */
export interface Teller {
  services: Services;
  founded: Founded;
  time: WorkTime;
  print: PagePrinter;
  known: Known;
  /** What has become of each paper so far. */
  told: Map<Paper, Told>;
  /** Final approvals and archivings still to come, told in the order of their time. */
  finals: Final[];
  archivings: { paper: Paper; minute: number }[];
}

export interface Told {
  id: string;
  version: number;
  fileId: string;
  reference: FileReference;
}

/** A decision that gives a number. */
export interface Final {
  paper: Paper;
  minute: number;
  person: string;
  decision: 'approve' | 'approve-blind' | 'adjudicate';
}

export type Image = Awaited<ReturnType<typeof printImage>>;

/** Prints a paper and puts it in the file store, before any transaction. */
export async function printImage({ services, founded, print }: Teller, { kind, content }: Pick<Paper, 'kind' | 'content'>) {
  const { page, words } = pageOf(kind, content);
  const bytes = await print(page, words);
  const stored = await services.files.put(founded.tenantId, bytes);
  const recognition = await recogniseMediaType(stored.head, async () => bytes);
  return { ...stored, recognition, name: safeFileName(`${page.title} ${page.number}.pdf`) };
}

/** So late that only someone who opens the document has its picture made. */
const onDemand = new Date('2099-01-01T00:00:00Z');

/** The rows of an image, with a place in the inbox when it is wanted; its preview comes now or on demand. */
export async function upload(
  context: Context,
  image: Image,
  { inbox = false, isSoon = false } = {},
): Promise<{ fileId: string; inboxItemId: string | null }> {
  const previewsAt = isSoon ? context.services.clock() : onDemand;
  const { items } = await uploadFiles(context, { params: {}, query: { inbox }, body: undefined, files: [image], previewsAt });
  const [item] = items;
  if (item === undefined) {
    throw new Error('The upload answered nothing.');
  }
  return { fileId: item.file.id, inboxItemId: item.inboxItemId };
}

/** The context of one person of the cast at one minute of the history; papers get their own second. */
export function contextOf(
  { founded, time }: Pick<Teller, 'founded' | 'time'>,
  act: Act,
  person: string,
  minute: number,
): Context {
  const instant = time.instantOf(minute);
  return act(personOf(founded, person), new Date(instant.getTime() + secondOf(person, minute) * 1000));
}

function secondOf(person: string, minute: number): number {
  return (minute * 7 + person.length * 13) % 60;
}

/** Throws when the paper has not been told yet. */
export function toldOf({ told }: Pick<Teller, 'told'>, paper: Paper): Told {
  const found = told.get(paper);
  if (found === undefined) {
    throw new Error(`The paper ${paper.content.fields['number'] ?? ''} has not been told yet.`);
  }
  return found;
}

/** A document as the operations answer it. */
export type Shown = Awaited<ReturnType<typeof createDocument>>;

/** Remembers which version the next act has to name. */
export function keepVersion(teller: Pick<Teller, 'told'>, paper: Paper, { version }: Pick<Shown, 'version'>): void {
  toldOf(teller, paper).version = version;
}

/** One transaction in this history. */
export function tellTogether(teller: Teller, work: (act: Act) => Promise<void>): Promise<void> {
  return inOneTransaction(teller.services, teller.founded.tenantId, work, teller.known);
}
