import { createHash, randomBytes, randomInt } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { contract } from '@danku/contract';
import { dateIn } from '@danku/domain/time/zone.ts';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { findOrphans, removeOrphans } from '../../features/files/sweep-orphans.ts';
import { as } from '../as.ts';
import { buildMember, buildTenant, type TestMember } from '../factories.ts';
import { order, submitted } from '../../features/documents/test/papers.ts';
import { createChildServer, type ChildServer } from './child-server.ts';
import { patience, scaled } from './scaled.ts';

const kills = scaled({ short: 6, full: 60 });
let child: ChildServer;
let superuser: pg.Client;
let clerk: TestMember;
let reviewer: TestMember;

/** What the client knows: sent with this key; answered with this, if an answer came. */
interface Sent {
  key: string;
  send: (key: string) => Promise<Response>;
  answer: string | null;
}
interface Upload extends Sent {
  hash: string;
}
interface Approval extends Sent {
  documentId: string;
}
const uploads: Upload[] = [];
const approvals: Approval[] = [];

beforeAll(async () => {
  child = await createChildServer();
  superuser = new pg.Client(child.server.testDatabase.superuserUrl);
  await superuser.connect();
  const tenant = await buildTenant(child.server);
  [clerk, reviewer] = [await buildMember(tenant, 'clerk'), await buildMember(tenant, 'reviewer')];
}, 60_000);
afterAll(async () => {
  await superuser.end();
  await child.close();
});

const form = (bytes: Buffer<ArrayBuffer>) => {
  const made = new FormData();
  made.append('file', new File([bytes], 'scan.pdf'));
  return made;
};

function newUpload(): Upload {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(randomInt(1_000, 700_000))]);
  const send = (key: string) => as(clerk).raw('POST', '/files', { form: form(bytes), headers: { 'Idempotency-Key': key } });
  return { key: crypto.randomUUID(), hash: createHash('sha256').update(bytes).digest('hex'), send, answer: null };
}

async function newApproval(): Promise<Approval> {
  const { id, version } = await submitted(clerk, order({ issueDate: dateIn(new Date(), 'Asia/Shanghai') }));
  const send = (key: string) =>
    as(reviewer).raw('POST', `/documents/${id}/approve`, { body: { version }, headers: { 'Idempotency-Key': key } });
  return { key: crypto.randomUUID(), documentId: id, send, answer: null };
}

/** Sends; a connection that breaks is no answer. */
async function attempt(sent: Sent): Promise<void> {
  const answer = await sent.send(sent.key).then(
    async (response) => ({ status: response.status, text: await response.text() }),
    () => null,
  );
  if (answer !== null && answer.status !== 200 && answer.status !== 201) {
    throw new Error(`${answer.status} ${answer.text}`);
  }
  sent.answer = answer?.text ?? sent.answer;
}

it(
  'R1: nothing that was acknowledged is lost, and nothing is half, when the server is killed during uploads and approvals',
  async () => {
    let cut = 0;
    let acknowledged = 0;
    await child.start();
    for (let round = 0; round < kills; round += 1) {
      const [received, papers] = [
        Array.from({ length: 4 }, newUpload),
        await Promise.all(Array.from({ length: 4 }, newApproval)),
      ];
      const running = [...received, ...papers].map((sent) => sleep(randomInt(60)).then(() => attempt(sent)));
      await sleep(randomInt(10, 200));
      await child.kill();
      await Promise.all(running);
      cut += [...received, ...papers].filter(({ answer }) => answer === null).length;
      acknowledged += [...received, ...papers].filter(({ answer }) => answer !== null).length;
      uploads.push(...received);
      approvals.push(...papers);
      await expectNothingHalf();
      await child.start();
      await expectAcknowledged(received, papers);
    }
    await expectRepeatable();
    await expectNothingHalf();
    expect(cut).toBeGreaterThan(0);
    expect(acknowledged).toBeGreaterThan(0);
    await expectSweepable();
    await expectAcknowledged(uploads, approvals);
  },
  patience,
);

async function expectAcknowledged(received: readonly Upload[], papers: readonly Approval[]): Promise<void> {
  for (const { answer, hash } of received.filter((upload) => upload.answer !== null)) {
    const { items } = z.parse(contract.files.uploadFiles.reply, JSON.parse(answer ?? ''));
    const bytes = await as(clerk).raw('GET', `/files/${items[0]?.file.id ?? ''}/content`);
    expect(
      createHash('sha256')
        .update(new Uint8Array(await bytes.arrayBuffer()))
        .digest('hex'),
    ).toBe(hash);
  }
  for (const { answer, documentId } of papers.filter((approval) => approval.answer !== null)) {
    const { registryNumber } = z.parse(contract.review.approveDocument.reply, JSON.parse(answer ?? ''));
    expect(registryNumber).toMatch(/\d/);
    expect(await as(clerk).call(contract.documents.readDocument, { params: { id: documentId } })).toMatchObject({
      stage: 'approved',
      registryNumber,
    });
  }
}

/** Whatever had no answer is sent again with its key, as the web does: it is done once. */
async function expectRepeatable(): Promise<void> {
  for (const sent of [...uploads, ...approvals]) {
    const before = sent.answer;
    await attempt(sent);
    expect(sent.answer).not.toBeNull();
    expect(before === null || before === sent.answer).toBe(true);
  }
  const twice = await superuser.query('SELECT hash FROM app.files GROUP BY hash HAVING count(*) > 1');
  expect(twice.rows).toEqual([]);
}

/** Every row says that something is only half there. */
const halves = `
  SELECT 'file without event' AS fault, f.id FROM app.files f WHERE (SELECT count(*) FROM app.events e WHERE e.subject_id = f.id AND e.type = 'file.uploaded') <> 1
  UNION ALL SELECT 'file without place in the inbox', f.id FROM app.files f WHERE (SELECT count(*) FROM app.inbox_files i WHERE i.file_id = f.id) <> 1
  UNION ALL SELECT 'file that nobody will preview', f.id FROM app.files f WHERE NOT EXISTS (
    SELECT FROM infra.deliveries y JOIN app.events e ON e.id = y.event_id WHERE e.subject_id = f.id AND e.type = 'file.uploaded')
  UNION ALL SELECT 'event without file', e.subject_id FROM app.events e WHERE e.type = 'file.uploaded' AND NOT EXISTS (SELECT FROM app.files f WHERE f.id = e.subject_id)
  UNION ALL SELECT 'document half approved', d.id FROM app.documents d WHERE d.stage IN ('review', 'approved') AND ARRAY[
      d.registry_number IS NOT NULL,
      (SELECT count(*) FROM app.number_register n WHERE n.document_id = d.id AND n.number = d.registry_number) = 1,
      (SELECT count(*) FROM app.decisions c WHERE c.document_id = d.id AND c.decision = 'approve') = 1,
      (SELECT count(*) FROM app.events e WHERE e.subject_id = d.id AND e.type = 'document.approved') = 1,
      (SELECT count(*) FROM app.events e WHERE e.subject_id = d.id AND e.type = 'document.numbered') = 1,
      (SELECT count(*) FROM app.participations p WHERE p.document_id = d.id AND p.duty = 'review') = 1,
      EXISTS (SELECT FROM app.work_items w WHERE w.document_id = d.id AND w.stage = 'approved')
    ] <> array_fill(d.stage = 'approved', ARRAY[7])
  UNION ALL SELECT 'gap in the numbers', s.tenant_id FROM app.number_series s WHERE s.last <> (
    SELECT count(*) FROM app.number_register n WHERE n.tenant_id = s.tenant_id AND n.series = s.series AND n.period = s.period)
  UNION ALL SELECT 'key without answer', tenant_id FROM app.idempotency_keys WHERE status IS NULL`;

async function expectNothingHalf(): Promise<void> {
  // The database ends the killed server's transactions as it notices that nobody is there any more.
  await expect.poll(async () => (await superuser.query(halves)).rows, { timeout: 10_000 }).toEqual([]);
  const { rows } = await superuser.query<{ hash: string; key: string }>('SELECT hash, wrapped_key AS key FROM app.files');
  const { files } = child.server.services;
  const missing = await Promise.all(
    rows.map(async ({ hash, key }) => files.exists(clerk.tenant.id, { hash, wrappedKey: Buffer.from(key, 'base64') })),
  );
  expect(missing).not.toContain(false);
}

/** What the killed uploads left is found and goes; what rows name stays. */
async function expectSweepable(): Promise<void> {
  const { services } = child.server;
  const orphans = await findOrphans(services, clerk.tenant.id);
  expect(await removeOrphans(services, clerk.tenant.id, orphans)).toBe(orphans.length);
  expect(await findOrphans(services, clerk.tenant.id)).toEqual([]);
  await services.files.sweepTemporary(0);
  expect(await readdir(join(child.dataFolder, 'files/temporary'))).toEqual([]);
}
