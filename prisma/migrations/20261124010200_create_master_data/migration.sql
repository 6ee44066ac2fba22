-- Customers, products and the organisation's own legal entities; document types.
CREATE TABLE app.customers (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  tax_id text,
  pinyin text NOT NULL DEFAULT '',
  group_id uuid,
  owner_id uuid,
  contact_name text,
  phone text,
  email text,
  address text,
  bank_name text,
  bank_account text,
  is_active boolean NOT NULL DEFAULT true,
  merged_into_id uuid,
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  FOREIGN KEY (tenant_id, group_id) REFERENCES app.customer_groups (tenant_id, id),
  FOREIGN KEY (tenant_id, owner_id) REFERENCES app.members (tenant_id, id),
  FOREIGN KEY (tenant_id, merged_into_id) REFERENCES app.customers (tenant_id, id)
);
CREATE INDEX customers_tax_id ON app.customers (tenant_id, tax_id);
CREATE INDEX customers_name ON app.customers (tenant_id, name, id);
CREATE INDEX customers_group ON app.customers (tenant_id, group_id);
CREATE INDEX customers_owner ON app.customers (tenant_id, owner_id);

CREATE TABLE app.products (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  specification text,
  unit text,
  unit_price numeric(25,13),
  tax_rate text,
  pinyin text NOT NULL DEFAULT '',
  is_active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
CREATE INDEX products_name ON app.products (tenant_id, name, id);

CREATE TABLE app.legal_entities (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  id uuid NOT NULL,
  name text NOT NULL,
  tax_id text NOT NULL,
  address text,
  bank_name text,
  bank_account text,
  is_active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, tax_id)
);

-- A document type: a kind with the organisation's own fields, numbering, review rules, time limits and retention.
CREATE TABLE app.document_types (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('QT', 'SC', 'SO', 'DN', 'POD', 'INV', 'CN', 'RT', 'RC', 'ST')),
  name text NOT NULL,
  prefix text NOT NULL,
  extra_fields jsonb NOT NULL DEFAULT '[]',
  numbering_pattern text NOT NULL,
  numbering_reset text NOT NULL CHECK (numbering_reset IN ('monthly', 'yearly', 'never')),
  review_rules jsonb NOT NULL,
  sla_minutes jsonb NOT NULL,
  retention_class text NOT NULL CHECK (retention_class IN ('10y', '30y', 'permanent')),
  required_checks text[] NOT NULL DEFAULT '{}',
  is_active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, prefix)
);
CREATE INDEX document_types_kind ON app.document_types (tenant_id, kind);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['customers', 'products', 'legal_entities', 'document_types'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON app.%I TO app_user USING (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)
      WITH CHECK (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON app.%I TO app_user', name);
  END LOOP;
END $$;
