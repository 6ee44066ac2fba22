import { reviewPolicies } from '@danku/domain/documents/flow.ts';
import { fieldTypes, kinds } from '@danku/domain/documents/kinds.ts';
import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { Amount, Id, IdParams, list, text, Version } from './shapes.ts';

const ExtraField = z.strictObject({
  key: z.string().check(z.regex(/^x[A-Z][A-Za-z0-9]{0,38}$/)),
  label: z.strictObject({ zh: text(40, 1), en: text(40, 1) }),
  type: z.enum(fieldTypes),
  required: z._default(z.boolean(), false),
  maxLength: z.optional(z.int().check(z.gte(1), z.lte(1000))),
  choices: z.optional(z.array(text(40, 1)).check(z.maxLength(50))),
});

/** The first rule whose bounds fit decides; risk ≥ 50 is dual blind whatever the rules say. */
const ReviewRule = z.strictObject({
  fromGross: z._default(z.nullable(Amount), null),
  fromRisk: z._default(z.nullable(z.int().check(z.gte(0), z.lte(200))), null),
  policy: z.enum(reviewPolicies),
});

const Minutes = z.int().check(z.gte(5), z.lte(60 * 24 * 60));
/** Working minutes a document may stay in each stage. */
const SlaMinutes = z.strictObject({
  entry: Minutes,
  review: Minutes,
  'second-review': Minutes,
  adjudication: Minutes,
  approved: Minutes,
});

const TypeBody = {
  name: text(60, 1),
  prefix: z.string().check(z.regex(/^[A-Z][A-Z0-9]{0,9}$/)),
  extraFields: z._default(z.array(ExtraField).check(z.maxLength(40)), []),
  numberingPattern: text(60, 1),
  numberingReset: z.enum(['monthly', 'yearly', 'never']),
  reviewRules: z.array(ReviewRule).check(z.minLength(1), z.maxLength(20)),
  slaMinutes: SlaMinutes,
  retentionClass: z.enum(['10y', '30y', 'permanent']),
  requiredChecks: z._default(z.array(text(60)).check(z.maxLength(40)), []),
  isActive: z._default(z.boolean(), true),
};

export const DocumentType = z.object({
  id: Id,
  kind: z.enum(kinds),
  version: Version,
  ...TypeBody,
});
export type DocumentType = z.infer<typeof DocumentType>;

export const listDocumentTypes = endpoint({
  method: 'get',
  path: '/document-types',
  summary: 'The organisation’s document types',
  reply: list(DocumentType),
  problems: ['unauthenticated'],
});

export const createDocumentType = endpoint({
  method: 'post',
  path: '/document-types',
  summary: 'Add a document type of a kind (type.manage)',
  status: 201,
  body: z.strictObject({ kind: z.enum(kinds), ...TypeBody }),
  reply: DocumentType,
  problems: ['unauthenticated', 'forbidden', 'already-exists', 'key-reused'],
});

export const changeDocumentType = endpoint({
  method: 'patch',
  path: '/document-types/:id',
  summary: 'Change a document type; documents already submitted keep their review plan (type.manage)',
  versioned: true,
  params: IdParams,
  body: z.strictObject({ version: Version, ...TypeBody }),
  reply: DocumentType,
  problems: ['unauthenticated', 'forbidden', 'not-found', 'stale', 'version-required', 'already-exists'],
});

const Day = z.iso.date();
const Clock = z.string().check(z.regex(/^([01]\d|2[0-4]):[0-5]\d$/));
const SettingsBody = {
  timeZone: text(60, 1),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  fiscalYearStart: z.int().check(z.gte(1), z.lte(12)),
  fonds: text(20, 1),
  workingCalendar: z.strictObject({
    hours: z.array(z.strictObject({ from: Clock, to: Clock })).check(z.minLength(1), z.maxLength(6)),
    weekdays: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.minLength(1), z.maxLength(7)),
    holidays: z._default(z.array(Day).check(z.maxLength(400)), []),
    makeUpDays: z._default(z.array(Day).check(z.maxLength(400)), []),
  }),
};
export const Settings = z.object({ ...SettingsBody, version: Version });
export type Settings = z.infer<typeof Settings>;

export const readSettings = endpoint({
  method: 'get',
  path: '/settings',
  summary: 'Time zone, currency, fiscal year, working calendar',
  reply: Settings,
  problems: ['unauthenticated'],
});
export const changeSettings = endpoint({
  method: 'patch',
  path: '/settings',
  summary: 'Change the organisation’s settings (settings.manage)',
  versioned: true,
  body: z.strictObject({ version: Version, ...SettingsBody }),
  reply: Settings,
  problems: ['unauthenticated', 'forbidden', 'stale', 'version-required'],
});
