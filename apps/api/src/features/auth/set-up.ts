import type { contract } from '@danku/contract';
import type { Me } from '@danku/contract/auth.ts';
import type { Input } from '@danku/contract/endpoint.ts';
import { checkCreditCode, normaliseCreditCode } from '@danku/domain/identity/credit-code.ts';
import { isTimeZone } from '@danku/domain/time/zone.ts';

import type { OutsideContext } from '../../db/context.ts';
import { withoutTenant } from '../../db/tenant.ts';
import { fieldProblem, Problem } from '../../problem.ts';
import { createOrganisation } from './create-organisation.ts';
import { normaliseEmail } from './ensure-account.ts';
import { findLink, useLink } from './find-link.ts';
import { hashPassword } from './password-hash.ts';
import { requireStrongPassword } from './password-rules.ts';
import { presentMe } from './present-me.ts';
import { startSession } from './start-session.ts';

type SetUp = Input<typeof contract.auth.setUp>['body'];

/** Creates the first organisation, once, by the token printed at start. Its founder is signed in as system administrator. */
export async function setUp(context: OutsideContext, { body }: Input<typeof contract.auth.setUp>): Promise<Me> {
  const { services, now } = context;
  const { organisation, founder } = body;
  const link = await withoutTenant(services.database, (tx) => findLink(tx, body.token, now, 'setup'));
  requireValid(body);
  requireStrongPassword(founder.password, '/founder/password', [
    founder.email,
    founder.name,
    organisation.name,
    organisation.slug,
  ]);
  const passwordHash = await hashPassword(founder.password);
  return withoutTenant(services.database, async (outside) => {
    await useLink(outside, link, now);
    await requireFirst(outside);
    const { legalName, taxId, ...given } = organisation;
    const legalEntity = { name: legalName, taxId: normaliseCreditCode(taxId) };
    const email = normaliseEmail(founder.email);
    const person = { email, name: founder.name, passwordHash };
    const { tx, accountId } = await createOrganisation(
      outside,
      services.settings.masterKey,
      { ...given, legalEntity, founder: person },
      now,
    );
    await startSession(tx, context, accountId);
    return presentMe(tx, {
      account: { id: accountId, email, name: founder.name, locale: 'zh-CN', preferences: {} },
      actor: null,
      roles: [],
    });
  });
}

async function requireFirst(tx: Parameters<typeof useLink>[0]): Promise<void> {
  // Whoever else creates the first one at this moment is waited for.
  await tx.sql.query(`SELECT pg_advisory_xact_lock(hashtext('danku set-up'))`);
  const { rowCount } = await tx.sql.query('SELECT FROM identity.organisations LIMIT 1');
  if (rowCount !== 0) {
    throw new Problem('not-found');
  }
}

function requireValid({ organisation }: SetUp): void {
  const verdict = checkCreditCode(organisation.taxId);
  if (!verdict.ok) {
    throw fieldProblem('/organisation/taxId', 'check-digit');
  }
  if (!isTimeZone(organisation.timeZone)) {
    throw fieldProblem('/organisation/timeZone', 'invalid-value');
  }
}
