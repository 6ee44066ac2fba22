import { roleDefinitions, roleKeys, type RoleKey } from '@danku/domain/access/roles.ts';
import { kinds } from '@danku/domain/documents/kinds.ts';
import { usualWorkingHours } from '@danku/domain/people/working-calendar.ts';
import { retentionDefaults } from '@danku/domain/records/retention.ts';
import type { Language } from '@danku/words/language.ts';

import { systemActor } from '../../db/actor.ts';
import { record } from '../../db/record.ts';
import { enterTenant } from '../../db/tenant.ts';
import type { Tx } from '../../db/tx.ts';
import { uuid7 } from '../../db/uuid7.ts';
import { createTenantKey } from '../../storage/keys.ts';
import { Problem } from '../../problem.ts';
import { addMember } from './add-member.ts';
import { ensureAccount } from './ensure-account.ts';
import { namesOf } from './starting-names.ts';

export interface NewOrganisation {
  slug: string;
  name: string;
  timeZone?: string;
  currency?: string;
  fonds?: string;
  /** The language of the names its roles and document types begin with. */
  locale?: Language;
  legalEntity?: { name: string; taxId: string };
  founder: { email: string; name: string; passwordHash: string | null; roleKeys?: readonly RoleKey[] };
}

export interface Founded {
  tx: Tx;
  tenantId: string;
  memberId: string;
  accountId: string;
}

/**
 * An organisation as it is on its first day: key, settings, roles, a document type per kind, and its founder, who is
 * system administrator unless it is said otherwise. Runs inside `withoutTenant`; the transaction goes on in the new
 * organisation (`tx` of the result). Throws already-exists when the short name is taken.
 */
export async function createOrganisation(outside: Tx, masterKey: Buffer, given: NewOrganisation, now: Date): Promise<Founded> {
  const tenantId = uuid7(now);
  const { timeZone = 'Asia/Shanghai', currency = 'CNY', fonds = 'Z001', locale = 'zh-CN' } = given;
  const made = await outside.sql.query(
    'INSERT INTO identity.organisations (id, slug, name, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (slug) DO NOTHING',
    [tenantId, given.slug, given.name, now],
  );
  if (made.rowCount === 0) {
    throw new Problem('already-exists', { errors: [{ path: '/organisation/slug', code: 'duplicate' }] });
  }
  const tx = await enterTenant(outside, tenantId);
  const wrappedKey = createTenantKey(masterKey, tenantId).toString('base64');
  await tx.sql.query(
    'INSERT INTO app.tenant_settings (time_zone, currency, fonds, wrapped_key, working_calendar) VALUES ($1, $2, $3, $4, $5)',
    [timeZone, currency, fonds, wrappedKey, JSON.stringify(usualWorkingHours)],
  );
  await addRoles(tx, locale, now);
  await addDocumentTypes(tx, locale, now);
  if (given.legalEntity !== undefined) {
    await tx.sql.query('INSERT INTO app.legal_entities (id, name, tax_id) VALUES ($1, $2, $3)', [
      uuid7(now),
      given.legalEntity.name,
      given.legalEntity.taxId,
    ]);
  }
  const { email, name, passwordHash, roleKeys: keys = ['system-admin'] } = given.founder;
  const account = await ensureAccount(tx, { email, name, passwordHash, locale }, now);
  const memberId = await addMember(tx, { accountId: account.id, name, email, roleKeys: keys }, now);
  const actor = { ...systemActor(tenantId, now), timeZone, currency };
  await record({ tx, actor, now }, { type: 'member.joined', subjectId: memberId, payload: { email } });
  return { tx, tenantId, memberId, accountId: account.id };
}

async function addRoles(tx: Tx, locale: Language, now: Date): Promise<void> {
  const names = namesOf(locale);
  const roles = roleKeys.map((key) => ({ id: uuid7(now), key, name: names.role(key), ...roleDefinitions[key] }));
  await tx.sql.query(
    `INSERT INTO app.roles (id, key, name, permissions, scope, is_builtin)
     SELECT given.id, given.key, given.name, ARRAY(SELECT jsonb_array_elements_text(given.permissions)), given.scope, true
     FROM jsonb_to_recordset($1) AS given (id uuid, key text, name text, permissions jsonb, scope text)`,
    [JSON.stringify(roles)],
  );
}

/** Working minutes per stage: a day to enter or adjudicate, half a day to review, two days to archive. */
const slaMinutes = { entry: 480, review: 240, 'second-review': 240, adjudication: 480, approved: 960 };
const reviewRules = [{ fromGross: null, fromRisk: null, policy: 'single' }];

async function addDocumentTypes(tx: Tx, locale: Language, now: Date): Promise<void> {
  const names = namesOf(locale);
  const types = kinds.map((kind) => ({ id: uuid7(now), kind, name: names.kind(kind), retention_class: retentionClassOf(kind) }));
  await tx.sql.query(
    `INSERT INTO app.document_types (id, kind, name, prefix, numbering_pattern, numbering_reset, review_rules, sla_minutes, retention_class)
     SELECT given.id, given.kind, given.name, given.kind, '{TYPE}-{YYYY}{MM}-{SEQ:6}', 'monthly', $2, $3, given.retention_class
     FROM jsonb_to_recordset($1) AS given (id uuid, kind text, name text, retention_class text)`,
    [JSON.stringify(types), JSON.stringify(reviewRules), JSON.stringify(slaMinutes)],
  );
}

function retentionClassOf(kind: string): string {
  const years = retentionDefaults.find((row) => row.kind === kind)?.years;
  return years === null ? 'permanent' : `${years ?? 30}y`;
}
