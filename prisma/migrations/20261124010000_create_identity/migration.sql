-- Accounts, sessions and organisations: what must be read before the tenant is known. Only features/auth touches them.
CREATE SCHEMA IF NOT EXISTS app;
CREATE SCHEMA IF NOT EXISTS identity;
CREATE SCHEMA IF NOT EXISTS infra;
GRANT USAGE ON SCHEMA app, identity, infra TO app_user;

CREATE TABLE identity.organisations (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{1,38}$'),
  name text NOT NULL,
  created_at timestamptz NOT NULL
);

-- email is stored in lower case.
CREATE TABLE identity.accounts (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  name text NOT NULL,
  password_hash text,
  locale text NOT NULL DEFAULT 'zh-CN' CHECK (locale IN ('zh-CN', 'en')),
  preferences jsonb NOT NULL DEFAULT '{}',
  password_changed_at timestamptz,
  created_at timestamptz NOT NULL,
  disabled_at timestamptz
);

-- Which account is which member of which organisation; kept beside app.members, read by the door's first round trip.
CREATE TABLE identity.memberships (
  tenant_id uuid NOT NULL REFERENCES identity.organisations (id),
  account_id uuid NOT NULL REFERENCES identity.accounts (id),
  member_id uuid NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  PRIMARY KEY (tenant_id, account_id)
);
CREATE INDEX memberships_account ON identity.memberships (account_id);

-- token_hash is SHA-256 of the cookie's value; the value itself is nowhere.
CREATE TABLE identity.sessions (
  id uuid PRIMARY KEY,
  token_hash text NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES identity.accounts (id),
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  ip text,
  user_agent text
);
CREATE INDEX sessions_account ON identity.sessions (account_id);

-- Personal access tokens: for one organisation, for some permissions, until a day.
CREATE TABLE identity.access_tokens (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES identity.organisations (id),
  account_id uuid NOT NULL REFERENCES identity.accounts (id),
  name text NOT NULL,
  token_hash text NOT NULL UNIQUE,
  permissions text[] NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX access_tokens_account ON identity.access_tokens (account_id);

-- One-time links: an invitation, a password reset, the first set-up.
CREATE TABLE identity.links (
  id uuid PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('invite', 'reset', 'setup')),
  token_hash text NOT NULL UNIQUE,
  tenant_id uuid REFERENCES identity.organisations (id),
  account_id uuid REFERENCES identity.accounts (id),
  email text,
  name text,
  role_ids uuid[] NOT NULL DEFAULT '{}',
  created_by uuid,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

-- Counters of rate-limiter-flexible.
CREATE TABLE identity.rate_limits (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);

GRANT SELECT, INSERT, UPDATE ON identity.organisations, identity.accounts, identity.memberships, identity.sessions,
  identity.access_tokens, identity.links TO app_user;
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.rate_limits TO app_user;
GRANT DELETE ON identity.sessions TO app_user;
