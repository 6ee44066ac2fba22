import { mkdtemp, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { checkCreditCode } from '@danku/domain/identity/credit-code.ts';
import { stages } from '@danku/domain/documents/flow.ts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createTestDatabase, type TestDatabase } from '../apps/api/src/test/database.ts';
import { seedDemo, type DemoPlace } from './seed.ts';

/** A Tuesday at four in the afternoon in Shanghai. */
const now = new Date('2026-11-24T08:00:00Z');
const silent = { now, share: 0.01, say: () => undefined };
const patience = 240_000;

interface Home {
  database: TestDatabase;
  place: DemoPlace;
  client: pg.Client;
}

const homes: Home[] = [];

async function seeded(): Promise<Home> {
  const database = await createTestDatabase();
  const place = {
    databaseUrl: database.appUrl,
    dataFolder: await mkdtemp(join(tmpdir(), 'danku-demo-')),
    masterKey: randomBytes(32),
  };
  const client = new pg.Client({ connectionString: database.superuserUrl });
  const home = { database, place, client };
  homes.push(home);
  await client.connect();
  await seedDemo(place, silent);
  return home;
}

let home: Home;
beforeAll(async () => {
  home = await seeded();
}, patience);

afterAll(async () => {
  for (const { client, database, place } of homes) {
    await client.end();
    await database.drop();
    await rm(place.dataFolder, { recursive: true, force: true });
  }
});

async function ask<Row extends pg.QueryResultRow>(sql: string, { client } = home): Promise<Row[]> {
  return (await client.query<Row>(sql)).rows;
}

const fingerprint = `
  SELECT o.slug, d.kind, d.number, d.stage, d.gross_minor, d.registry_number, d.archive_number, d.party_tax_id, d.created_at, d.risk_score, d.fields
  FROM app.documents d JOIN identity.organisations o ON o.id = d.tenant_id ORDER BY o.slug, d.created_at, d.kind, d.number, d.fields::text`;

describe('the demo', () => {
  it('is the same every time', { timeout: patience }, async () => {
    expect(await ask(fingerprint, await seeded())).toEqual(await ask(fingerprint));
  });

  it('does nothing a second time', async () => {
    const count = 'SELECT count(*) FROM app.events';
    const before = await ask(count);
    const said: string[] = [];
    await seedDemo(home.place, { ...silent, say: (text) => void said.push(text) });
    expect(await ask(count)).toEqual(before);
    expect(said.join('')).toContain('already');
  });

  it('has papers in every stage, some of them late, returned, halfway or still blank', async () => {
    const rows = await ask<{ stage: string }>(
      `SELECT DISTINCT d.stage FROM app.documents d JOIN identity.organisations o ON o.id = d.tenant_id WHERE o.slug = 'huaxin'`,
    );
    expect(rows.map(({ stage }) => stage).toSorted()).toEqual(stages.toSorted());
    const [counts] = await ask(`SELECT
      count(*) FILTER (WHERE stage = 'entry' AND fields = '{}')::int AS blank,
      count(*) FILTER (WHERE stage = 'entry' AND returned_at IS NOT NULL)::int AS returned,
      count(*) FILTER (WHERE due_at < '${now.toISOString()}')::int AS late,
      count(*) FILTER (WHERE content_version > 1)::int AS versions,
      count(*) FILTER (WHERE amends_id IS NOT NULL)::int AS amendments FROM app.documents`);
    expect(counts?.['blank']).toBeGreaterThanOrEqual(15);
    for (const name of ['returned', 'late', 'versions', 'amendments']) {
      expect(counts?.[name]).toBeGreaterThan(0);
    }
    expect(await ask('SELECT 1 FROM app.questions WHERE answered_at IS NULL')).not.toEqual([]);
    expect(await ask('SELECT 1 FROM app.paper_loans WHERE returned_at IS NULL')).not.toEqual([]);
    expect(await ask('SELECT 1 FROM app.number_register WHERE voided_at IS NOT NULL')).not.toEqual([]);
    expect((await ask(`SELECT 1 FROM app.inbox_items WHERE state = 'open'`)).length).toBeGreaterThanOrEqual(12);
  });

  it('links the papers of a sale', async () => {
    const linked = await ask<{ pair: string }>(`SELECT DISTINCT f.kind || '-' || l.relation || '-' || t.kind AS pair
      FROM app.document_links l JOIN app.documents f ON f.id = l.from_id JOIN app.documents t ON t.id = l.to_id`);
    const pairs = linked.map(({ pair }) => pair);
    expect(pairs).toEqual(
      expect.arrayContaining([
        'SC-follows-QT',
        'SO-follows-SC',
        'DN-follows-SO',
        'POD-follows-DN',
        'INV-follows-POD',
        'RC-settles-INV',
        'SO-copies-SO',
      ]),
    );
  });

  it('gives every document its image and every customer a true tax id', async () => {
    expect(
      await ask('SELECT id FROM app.documents d WHERE NOT EXISTS (SELECT FROM app.document_files f WHERE f.document_id = d.id)'),
    ).toEqual([]);
    const codes = await ask<{ code: string }>(
      'SELECT tax_id AS code FROM app.customers UNION SELECT tax_id FROM app.legal_entities',
    );
    expect(codes.length).toBe(64);
    expect(codes.filter(({ code }) => !checkCreditCode(code).ok)).toEqual([]);
  });

  it('keeps duties apart and numbers without a gap', async () => {
    expect(
      await ask(`SELECT v.document_id FROM app.document_versions v
        JOIN app.decisions c ON c.document_id = v.document_id AND c.person_id = v.submitted_by`),
    ).toEqual([]);
    expect(
      await ask(
        `SELECT a.document_id FROM app.archive_records a JOIN app.participations p ON p.document_id = a.document_id AND p.person_id = a.archived_by WHERE p.duty <> 'archive'`,
      ),
    ).toEqual([]);
    expect(
      await ask(`SELECT s.series, s.period FROM app.number_series s JOIN app.number_register r USING (tenant_id, series, period)
        GROUP BY s.tenant_id, s.series, s.period, s.last HAVING count(*) <> s.last`),
    ).toEqual([]);
    // Numbers follow the order in which they were given.
    expect(
      await ask(`SELECT number FROM (SELECT number, given_at, lag(given_at) OVER (PARTITION BY tenant_id, series, period ORDER BY sequence) AS before
        FROM app.number_register) AS given WHERE given_at < before`),
    ).toEqual([]);
  });

  it('makes pictures at once only of what people will look at', async () => {
    const [due] = await ask<{ soon: number; late: number }>(
      `SELECT count(*) FILTER (WHERE next_at < now() + interval '1 year')::int AS soon, count(*) FILTER (WHERE next_at > now() + interval '1 year')::int AS late FROM infra.deliveries`,
    );
    expect(due?.soon).toBeLessThan(130);
    expect(due?.late).toBeGreaterThan(30);
  });
});
