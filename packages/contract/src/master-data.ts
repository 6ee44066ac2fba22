import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Id, IdParams, list, Named, page, PageQuery, text, Timestamp, Version } from './shapes.ts';

const reading = ['unauthenticated', 'forbidden', 'not-found'] as const;
const changing = [...reading, 'stale', 'version-required', 'already-exists', 'key-reused'] as const;
const Blank = (max: number) => z._default(z.nullable(text(max)), null);
const TaxId = z._default(z.nullable(text(30)), null);

const CustomerBody = {
  code: text(40, 1),
  name: text(120, 1),
  taxId: TaxId,
  groupId: z._default(z.nullable(Id), null),
  ownerId: z._default(z.nullable(Id), null),
  contactName: Blank(60),
  phone: Blank(40),
  email: Blank(120),
  address: Blank(200),
  bankName: Blank(120),
  bankAccount: Blank(60),
  isActive: z._default(z.boolean(), true),
};

export const Customer = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  taxId: z.nullable(z.string()),
  group: z.nullable(Named),
  owner: z.nullable(Named),
  contactName: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  email: z.nullable(z.string()),
  address: z.nullable(z.string()),
  bankName: z.nullable(z.string()),
  bankAccount: z.nullable(z.string()),
  isActive: z.boolean(),
  mergedIntoId: z.nullable(Id),
  createdAt: Timestamp,
  version: Version,
});
export type Customer = z.infer<typeof Customer>;

export const listCustomers = endpoint({
  method: 'get',
  path: '/customers',
  summary: 'Customers by name; `q` finds code, part of the name, tax id or pinyin initials',
  query: z.object({
    ...PageQuery,
    q: z.optional(text(100)),
    groupId: z.optional(Id),
    active: z.optional(z.stringbool()),
  }),
  reply: page(Customer),
  problems: ['unauthenticated', 'forbidden'],
});
export const readCustomer = endpoint({
  method: 'get',
  path: '/customers/:id',
  summary: 'One customer',
  params: IdParams,
  reply: Customer,
  problems: reading,
});
export const createCustomer = endpoint({
  method: 'post',
  path: '/customers',
  summary: 'Add a customer; a tax id must have a true check digit',
  status: 201,
  body: z.strictObject(CustomerBody),
  reply: Customer,
  problems: ['unauthenticated', 'forbidden', 'already-exists', 'key-reused'],
});
export const changeCustomer = endpoint({
  method: 'patch',
  path: '/customers/:id',
  summary: 'Change a customer; documents keep the data they were entered with',
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version, ...CustomerBody }),
  reply: Customer,
  problems: changing,
});
export const mergeCustomer = endpoint({
  method: 'post',
  path: '/customers/:id/merge',
  summary: 'Merge a customer into another; old documents keep their data, new ones find the other',
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version, intoId: Id }),
  reply: Customer,
  problems: [...changing, 'conflict'],
});

export const CustomerGroup = z.object({
  id: Id,
  name: z.string(),
  customerCount: z.int(),
  version: Version,
});
export const listCustomerGroups = endpoint({
  method: 'get',
  path: '/customer-groups',
  summary: 'Customer groups',
  reply: list(CustomerGroup),
  problems: ['unauthenticated', 'forbidden'],
});
export const createCustomerGroup = endpoint({
  method: 'post',
  path: '/customer-groups',
  summary: 'Add a customer group',
  status: 201,
  body: z.strictObject({ name: text(60, 1) }),
  reply: CustomerGroup,
  problems: ['unauthenticated', 'forbidden', 'already-exists', 'key-reused'],
});
export const changeCustomerGroup = endpoint({
  method: 'patch',
  path: '/customer-groups/:id',
  summary: 'Rename a customer group',
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version, name: text(60, 1) }),
  reply: CustomerGroup,
  problems: changing,
});

const Decimal = z.string().check(z.regex(/^\d{1,12}(\.\d{1,13})?$/));
const Rate = z.string().check(z.regex(/^(0(\.\d{1,4})?|1|exempt|not-taxed)$/));
const ProductBody = {
  code: text(40, 1),
  name: text(200, 1),
  specification: Blank(120),
  unit: Blank(20),
  unitPrice: z._default(z.nullable(Decimal), null),
  taxRate: z._default(z.nullable(Rate), null),
  isActive: z._default(z.boolean(), true),
};
export const Product = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  specification: z.nullable(z.string()),
  unit: z.nullable(z.string()),
  unitPrice: z.nullable(z.string()),
  taxRate: z.nullable(z.string()),
  isActive: z.boolean(),
  version: Version,
});
export type Product = z.infer<typeof Product>;

export const listProducts = endpoint({
  method: 'get',
  path: '/products',
  summary: 'Products by name; `q` finds code, part of the name or pinyin initials',
  query: z.object({ ...PageQuery, q: z.optional(text(100)), active: z.optional(z.stringbool()) }),
  reply: page(Product),
  problems: ['unauthenticated', 'forbidden'],
});
export const createProduct = endpoint({
  method: 'post',
  path: '/products',
  summary: 'Add a product',
  status: 201,
  body: z.strictObject(ProductBody),
  reply: Product,
  problems: ['unauthenticated', 'forbidden', 'already-exists', 'key-reused'],
});
export const changeProduct = endpoint({
  method: 'patch',
  path: '/products/:id',
  summary: 'Change a product; documents keep the data they were entered with',
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version, ...ProductBody }),
  reply: Product,
  problems: changing,
});

const LegalEntityBody = {
  name: text(120, 1),
  taxId: text(18, 1),
  address: Blank(200),
  bankName: Blank(120),
  bankAccount: Blank(60),
  isActive: z._default(z.boolean(), true),
};
export const LegalEntity = z.object({
  id: Id,
  name: z.string(),
  taxId: z.string(),
  address: z.nullable(z.string()),
  bankName: z.nullable(z.string()),
  bankAccount: z.nullable(z.string()),
  isActive: z.boolean(),
  version: Version,
});
export type LegalEntity = z.infer<typeof LegalEntity>;
export const listLegalEntities = endpoint({
  method: 'get',
  path: '/legal-entities',
  summary: 'The organisation’s own legal entities',
  reply: list(LegalEntity),
  problems: ['unauthenticated'],
});
export const createLegalEntity = endpoint({
  method: 'post',
  path: '/legal-entities',
  summary: 'Add a legal entity of one’s own (settings.manage)',
  status: 201,
  body: z.strictObject(LegalEntityBody),
  reply: LegalEntity,
  problems: ['unauthenticated', 'forbidden', 'already-exists', 'key-reused'],
});
export const changeLegalEntity = endpoint({
  method: 'patch',
  path: '/legal-entities/:id',
  summary: 'Change a legal entity of one’s own (settings.manage)',
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version, ...LegalEntityBody }),
  reply: LegalEntity,
  problems: changing,
});
