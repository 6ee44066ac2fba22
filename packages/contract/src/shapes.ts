import * as z from 'zod/mini';

/** Pieces that several subjects share. Amounts are decimal strings in the document's currency, never floats. */
export const Id = z.uuid();
export const IsoDate = z.iso.date();
export const Timestamp = z.iso.datetime({ offset: true });
export const Version = z.int().check(z.gte(0), z.lte(2_147_483_647));
export const Amount = z.string().check(z.regex(/^-?\d{1,15}(\.\d{1,4})?$/));

/** Text a person types: no NUL and no lone surrogates, which PostgreSQL could not store. */
export function text(max: number, min = 0) {
  return z.string().check(
    z.maxLength(max),
    z.minLength(min),
    z.refine((value) => !value.includes('\u0000') && value.isWellFormed(), { error: 'characters' }),
  );
}

export const IdParams = z.object({ id: Id });
export const Empty = z.strictObject({});
export const VersionOnly = z.strictObject({ version: Version });

/** A reference to a person or thing as lists show it. */
export const Named = z.object({ id: Id, name: z.string() });
export type Named = z.infer<typeof Named>;

/** A keyset page: `next` is the cursor of the following page, or null at the end. */
export function page<S extends z.ZodMiniType>(item: S) {
  return z.object({ items: z.array(item), next: z.nullable(z.string()) });
}

/** A whole list that is small by nature (roles, types, sessions). */
export function list<S extends z.ZodMiniType>(item: S) {
  return z.object({ items: z.array(item) });
}

export const PageQuery = {
  cursor: z.optional(z.string().check(z.maxLength(512))),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50),
};
