-- The people of an organisation and what they may do.
CREATE TABLE app.tenant_settings (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  time_zone text NOT NULL DEFAULT 'Asia/Shanghai',
  currency text NOT NULL DEFAULT 'CNY',
  fiscal_year_start smallint NOT NULL DEFAULT 1 CHECK (fiscal_year_start BETWEEN 1 AND 12),
  fonds text NOT NULL DEFAULT 'Z001',
  working_calendar jsonb NOT NULL DEFAULT '{}',
  gate_switches jsonb NOT NULL DEFAULT '{}',
  wrapped_key text,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id)
);

CREATE TABLE app.members (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  deactivated_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, account_id)
);

CREATE TABLE app.roles (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  id uuid NOT NULL,
  key text NOT NULL,
  name text NOT NULL,
  permissions text[] NOT NULL,
  scope text NOT NULL CHECK (scope IN ('own', 'groups', 'all')),
  is_builtin boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key)
);

CREATE TABLE app.member_roles (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  member_id uuid NOT NULL,
  role_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, member_id, role_id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES app.members (tenant_id, id),
  FOREIGN KEY (tenant_id, role_id) REFERENCES app.roles (tenant_id, id)
);
CREATE INDEX member_roles_role ON app.member_roles (tenant_id, role_id);

CREATE TABLE app.customer_groups (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  id uuid NOT NULL,
  name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, name)
);

-- The customer groups a person is assigned to: the reach of the scope "groups".
CREATE TABLE app.member_customer_groups (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  member_id uuid NOT NULL,
  group_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, member_id, group_id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES app.members (tenant_id, id),
  FOREIGN KEY (tenant_id, group_id) REFERENCES app.customer_groups (tenant_id, id)
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['tenant_settings', 'members', 'roles', 'member_roles', 'customer_groups', 'member_customer_groups'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON app.%I TO app_user USING (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)
      WITH CHECK (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON app.%I TO app_user', name);
  END LOOP;
END $$;
GRANT DELETE ON app.member_roles, app.roles, app.member_customer_groups, app.customer_groups TO app_user;
