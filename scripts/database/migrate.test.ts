import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../apps/api/src/test/database.ts';
import { findPending, migrate, readMigrations, type Migration } from './migrate.ts';
import { asAdmin } from './roles.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const made = (name: string, sql: string): Migration => ({ name, sql, checksum: String(sql.length) });

describe('migrations', () => {
  it('were all applied to the template, and again do nothing', async () => {
    expect(await findPending(database.appUrl)).toEqual([]);
    expect(await migrate(database.migratorUrl)).toEqual([]);
  });

  it('run in order, each once, also when two processes start at the same time, as danku_owner', async () => {
    const more = [
      ...readMigrations(),
      made('9998_create_lamps', 'CREATE TABLE infra.lamps (id int)'),
      made('9999_add_lamp', 'INSERT INTO infra.lamps VALUES (1)'),
    ];
    const answers = await Promise.all([migrate(database.migratorUrl, more), migrate(database.migratorUrl, more)]);
    expect(answers.toSorted((a, b) => b.length - a.length)).toEqual([['9998_create_lamps', '9999_add_lamp'], []]);
    const { rows } = await asAdmin(database.superuserUrl, (client) =>
      client.query(
        `SELECT tableowner, (SELECT count(*)::int FROM infra.lamps) AS lamps FROM pg_tables WHERE tablename = 'lamps'`,
      ),
    );
    expect(rows).toEqual([{ tableowner: 'danku_owner', lamps: 1 }]);
  });

  it('names an edited migration, and one this code does not know', async () => {
    const known = [...readMigrations(), made('9998_create_lamps', 'CREATE TABLE infra.lamps (id int)')];
    await expect(migrate(database.migratorUrl, known)).rejects.toThrow('9999_add_lamp, which this code does not know');
    const edited = [...known, made('9999_add_lamp', 'INSERT INTO infra.lamps VALUES (1), (2)')];
    await expect(migrate(database.migratorUrl, edited)).rejects.toThrow('9999_add_lamp was edited');
  });

  it('leave nothing of one that fails, and say where it failed', async () => {
    const all = [
      ...readMigrations(),
      made('9998_create_lamps', 'CREATE TABLE infra.lamps (id int)'),
      made('9999_add_lamp', 'INSERT INTO infra.lamps VALUES (1)'),
      made('9999_break', 'CREATE TABLE infra.half (id int);\nSELECT nonsense'),
    ];
    await expect(migrate(database.migratorUrl, all)).rejects.toThrow('9999_break failed in line 2');
    const { rows } = await asAdmin(database.superuserUrl, (client) => client.query(`SELECT to_regclass('infra.half') AS half`));
    expect(rows).toEqual([{ half: null }]);
  });

  it('cannot be run by the role of the application', async () => {
    await expect(migrate(database.appUrl)).rejects.toThrow('permission denied');
    await expect(asAdmin(database.appUrl, (client) => client.query('CREATE TABLE public.leak (id int)'))).rejects.toThrow(
      'permission denied',
    );
  });
});
