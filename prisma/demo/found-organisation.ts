import { makeCreditCode } from '@danku/domain/identity/credit-code.ts';

import { systemActor, type Actor } from '../../apps/api/src/db/actor.ts';
import type { Services } from '../../apps/api/src/db/context.ts';
import { memberActor } from '../../apps/api/src/db/member-actor.ts';
import { record } from '../../apps/api/src/db/record.ts';
import { withoutTenant } from '../../apps/api/src/db/tenant.ts';
import { addMember } from '../../apps/api/src/features/auth/add-member.ts';
import { createOrganisation } from '../../apps/api/src/features/auth/create-organisation.ts';
import { ensureAccount } from '../../apps/api/src/features/auth/ensure-account.ts';
import { createLegalEntity } from '../../apps/api/src/features/master-data/create-legal-entity.ts';
import { sharedPerson, type DemoEntity, type DemoOrganisation } from './cast.ts';
import { at, type Random } from './random.ts';
import { inOneTransaction } from './theatre.ts';

export interface Party {
  name: string;
  taxId: string;
}

export interface Founded {
  plan: DemoOrganisation;
  tenantId: string;
  entities: readonly Party[];
  /** Everyone as actor, by the first part of their address; `group` is the person of both organisations. */
  people: ReadonlyMap<string, Actor>;
}

interface Ground {
  services: Services;
  random: Random;
  passwordHash: string;
  now: Date;
}

/** An organisation with its people and own legal entities, as on the first day of the history. */
export async function foundOrganisation(ground: Ground, plan: DemoOrganisation): Promise<Founded> {
  const { services, random, passwordHash, now } = ground;
  const entities = plan.entities.map((entity) => ({ name: entity.name, taxId: randomCreditCode(random, entity.region) }));
  const founder = at(plan.cast, 0);
  const { tenantId, members } = await withoutTenant(services.database, async (outside) => {
    const {
      tx,
      tenantId: id,
      memberId,
    } = await createOrganisation(
      outside,
      services.settings.masterKey,
      {
        slug: plan.slug,
        name: plan.name,
        fonds: plan.fonds,
        legalEntity: at(entities, 0),
        founder: { email: `${founder.key}@${plan.domain}`, name: founder.name, passwordHash },
      },
      now,
    );
    const joined = new Map([[founder.key, memberId]]);
    for (const { key, email, name, roleKeys } of othersOf(plan)) {
      const account = await ensureAccount(tx, { email, name, passwordHash, locale: 'zh-CN' }, now);
      const memberId = await addMember(tx, { accountId: account.id, name, email, roleKeys }, now);
      joined.set(key, memberId);
      await record(
        { tx, actor: systemActor(id, now, 'cli'), now },
        { type: 'member.joined', subjectId: memberId, payload: { email } },
      );
    }
    return { tenantId: id, members: joined };
  });
  const people = new Map<string, Actor>();
  for (const [key, memberId] of members) {
    people.set(key, await memberActor(services.database, { tenantId, memberId, now, via: 'cli' }));
  }
  const founded = { plan, tenantId, entities, people };
  await addEntities(ground, founded);
  return founded;
}

function othersOf({ cast, domain, slug }: DemoOrganisation) {
  const shared = { key: 'group', email: sharedPerson.email, name: sharedPerson.name };
  return [
    ...cast.slice(1).map(({ key, name, role }) => ({ key, email: `${key}@${domain}`, name, roleKeys: [role] })),
    { ...shared, roleKeys: [sharedPerson.roles[slug === 'huaxin' ? 0 : 1]] },
  ];
}

/** The first entity came with the organisation; the others are added by its system administrator. */
async function addEntities({ services, now, random }: Ground, founded: Founded): Promise<void> {
  const accounts = founded.plan.entities.map(() => random.digits(19));
  await inOneTransaction(services, founded.tenantId, async (act) => {
    for (const [index, entity] of founded.plan.entities.entries()) {
      if (index > 0) {
        const body = { ...at(founded.entities, index), ...detailsOf(entity), bankAccount: at(accounts, index), isActive: true };
        await createLegalEntity(act(personOf(founded, 'system'), now), { params: {}, query: {}, body });
      }
    }
  });
}

function detailsOf({ address, bankName }: DemoEntity) {
  return { address, bankName };
}

/** Throws when the cast has no such person. */
export function personOf({ people, plan }: Pick<Founded, 'people' | 'plan'>, key: string): Actor {
  const actor = people.get(key);
  if (actor === undefined) {
    throw new Error(`Nobody is ${key} in ${plan.slug}.`);
  }
  return actor;
}

/** Of GB 32100, without letters that look like digits. */
const signs = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');

/** A synthetic code with true check characters, of no real enterprise that we know of. */
export function randomCreditCode(random: Random, region: string): string {
  return makeCreditCode(region, `MA${Array.from({ length: 6 }, () => random.pick(signs)).join('')}`);
}
