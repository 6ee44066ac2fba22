import type { Place } from './paths.ts';
import type { Screen } from './screen.ts';
import { screen } from './screen.ts';

// One page for the list and for what is open beside it, so that opening a row keeps the list as it is.
const customers = screen(() => import('../features/master-data/customers-page.tsx'), 'CustomersPage');
const products = screen(() => import('../features/master-data/products-page.tsx'), 'ProductsPage');

/** The page of each place: one line per screen, in the order of paths.ts. A place without a page has no link in the rail. */
export const screens: Partial<Record<Place, Screen>> = {
  home: screen(() => import('../features/home/home-page.tsx'), 'HomePage'),
  documents: screen(() => import('../features/documents/documents-page.tsx'), 'DocumentsPage'),
  document: screen(() => import('../features/documents/document-page.tsx'), 'DocumentPage'),
  inbox: screen(() => import('../features/inbox/inbox-page.tsx'), 'InboxPage'),
  entryQueue: screen(() => import('../features/entry/entry-queue-page.tsx'), 'EntryQueuePage'),
  entry: screen(() => import('../features/entry/entry-page.tsx'), 'EntryPage'),
  entryImage: screen(() => import('../features/entry/entry-image-page.tsx'), 'EntryImagePage'),
  returned: screen(() => import('../features/returned/my-work-page.tsx'), 'MyWorkPage'),
  reviewQueue: screen(() => import('../features/review/next-review-page.tsx'), 'NextReviewPage'),
  review: screen(() => import('../features/review/review-page.tsx'), 'ReviewPage'),
  adjudicationQueue: screen(() => import('../features/review/next-review-page.tsx'), 'NextAdjudicationPage'),
  queue: screen(() => import('../features/queue/queue-page.tsx'), 'QueuePage'),
  archiveQueue: screen(() => import('../features/archive/archive-page.tsx'), 'ArchivePage'),
  archive: screen(() => import('../features/archive/archive-page.tsx'), 'ArchivePage'),
  questions: screen(() => import('../features/questions/questions-page.tsx'), 'QuestionsPage'),
  registers: screen(() => import('../features/archive/registers-page.tsx'), 'RegistersPage'),
  account: screen(() => import('../features/account/account-page.tsx'), 'AccountPage'),
  people: screen(() => import('../features/people/members-page.tsx'), 'MembersPage'),
  roles: screen(() => import('../features/people/roles-page.tsx'), 'RolesPage'),
  entities: screen(() => import('../features/settings/legal-entities-page.tsx'), 'LegalEntitiesPage'),
  documentTypes: screen(() => import('../features/settings/document-types-page.tsx'), 'DocumentTypesPage'),
  documentType: screen(() => import('../features/settings/document-type-page.tsx'), 'DocumentTypePage'),
  settings: screen(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'),
  customers,
  customer: customers,
  products,
  product: products,
  audit: screen(() => import('../features/audit/audit-page.tsx'), 'AuditPage'),
};
