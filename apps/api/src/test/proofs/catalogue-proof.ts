/** What a policy of every organisation's table must say, as PostgreSQL prints it: nothing more, or `… OR true` would slip through. */
const canonical = `(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)`;

/** Functions of the owner that the application may call with the owner's rights; each reviewed by hand. There are none. */
const reviewedFunctions: readonly string[] = [];

/**
 * Every row is a fault in how the database keeps organisations apart. Run as a superuser on the migrated database.
 * It knows nothing of single tables: what a new migration forgets is found without anyone adding it here.
 */
export const catalogueProof = `
WITH t AS (
  SELECT c.oid, c.relname, c.relrowsecurity AS rls, c.relforcerowsecurity AS forced FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'app' AND c.relkind IN ('r', 'p') AND NOT c.relispartition),
tid AS (
  SELECT t.oid, a.attnum, a.attnotnull, a.atttypid FROM t
  LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped),
policy AS (
  SELECT p.polrelid, p.polname, p.polpermissive, p.polcmd, pg_get_expr(p.polqual, p.polrelid) AS qual, pg_get_expr(p.polwithcheck, p.polrelid) AS checks
  FROM pg_policy p)
SELECT 'no tenant_id uuid NOT NULL' AS fault, oid::regclass::text AS object FROM tid
  WHERE attnum IS NULL OR NOT attnotnull OR atttypid <> 'uuid'::regtype
UNION ALL SELECT 'row security not enabled and forced', oid::regclass::text FROM t WHERE NOT (rls AND forced)
UNION ALL SELECT 'no canonical policy', t.oid::regclass::text FROM t
  WHERE NOT EXISTS (SELECT FROM policy p WHERE p.polrelid = t.oid AND p.polpermissive AND p.polcmd = '*'
    AND p.qual = '${canonical.replaceAll("'", "''")}' AND p.checks = '${canonical.replaceAll("'", "''")}')
UNION ALL SELECT 'permissive policy that is not the canonical one', p.polrelid::regclass::text || '.' || p.polname FROM policy p JOIN t ON t.oid = p.polrelid
  WHERE p.polpermissive AND (p.qual IS DISTINCT FROM '${canonical.replaceAll("'", "''")}' OR p.checks IS DISTINCT FROM '${canonical.replaceAll("'", "''")}')
UNION ALL SELECT 'key without tenant_id', i.indexrelid::regclass::text FROM pg_index i JOIN tid ON tid.oid = i.indrelid
  WHERE (i.indisunique OR i.indisexclusion) AND NOT (tid.attnum = ANY (i.indkey::int2[]))
UNION ALL SELECT 'foreign key that does not map tenant_id to tenant_id', k.conrelid::regclass::text || '.' || k.conname
  FROM pg_constraint k JOIN tid ON tid.oid = k.conrelid
  WHERE k.contype = 'f' AND k.confrelid IN (SELECT oid FROM t) AND NOT EXISTS (
    SELECT FROM unnest(k.conkey, k.confkey) AS u (f, r) JOIN pg_attribute ra ON ra.attrelid = k.confrelid AND ra.attnum = u.r
    WHERE u.f = tid.attnum AND ra.attname = 'tenant_id')
UNION ALL SELECT 'view that runs with the rights of its owner', c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('app', 'identity', 'infra') AND c.relkind = 'v'
    AND NOT coalesce('security_invoker=true' = ANY (c.reloptions) OR 'security_invoker=on' = ANY (c.reloptions), false)
UNION ALL SELECT 'materialised view the application can read', c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('app', 'identity', 'infra') AND c.relkind = 'm' AND has_table_privilege('app_user', c.oid, 'SELECT')
UNION ALL SELECT 'function with the rights of its owner that nobody reviewed', p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE n.nspname IN ('app', 'identity', 'infra', 'public') AND p.prosecdef
    AND (p.proname <> ALL (ARRAY[${reviewedFunctions.map((name) => `'${name}'`).join(', ')}]::text[])
      OR NOT coalesce(array_to_string(p.proconfig, ',') LIKE '%search_path=%', false))
UNION ALL SELECT 'application role too strong', rolname::text FROM pg_roles
  WHERE rolname = 'app_user' AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
UNION ALL SELECT 'application role is member of', r.rolname::text FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles u ON u.oid = m.member
  WHERE u.rolname = 'app_user'
UNION ALL SELECT 'application role owns', c.oid::regclass::text FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = 'app_user'
UNION ALL SELECT 'application role can TRUNCATE, REFERENCES or TRIGGER', oid::regclass::text FROM t WHERE has_table_privilege('app_user', oid, 'TRUNCATE, REFERENCES, TRIGGER')
UNION ALL SELECT 'application role has a right on a partition', c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'app' AND c.relispartition AND has_table_privilege('app_user', c.oid, 'SELECT, INSERT, UPDATE, DELETE')
UNION ALL SELECT 'table outside the schemas app, identity and infra', c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('app', 'identity', 'infra', 'pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
UNION ALL SELECT 'index led by tenant_id on a type that row security keeps from it', i.indexrelid::regclass::text || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
  FROM pg_index i JOIN t ON t.oid = i.indrelid CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (n, o)
  JOIN pg_class ic ON ic.oid = i.indexrelid JOIN pg_am am ON am.oid = ic.relam AND am.amname = 'btree'
  JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.n
  WHERE EXISTS (SELECT FROM pg_opclass oc JOIN pg_amop ao ON ao.amopfamily = oc.opcfamily AND ao.amopstrategy IN (1, 3)
    JOIN pg_operator op ON op.oid = ao.amopopr JOIN pg_proc p ON p.oid = op.oprcode
    WHERE oc.oid = i.indclass[k.o - 1] AND ao.amoplefttype = ao.amoprighttype AND ao.amoplefttype = oc.opcintype AND NOT p.proleakproof)
ORDER BY 1, 2`;
