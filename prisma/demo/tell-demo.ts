import type { Services } from '../../apps/api/src/db/context.ts';
import { withoutTenant } from '../../apps/api/src/db/tenant.ts';
import { hashPassword } from '../../apps/api/src/features/auth/password-hash.ts';
import { demoOrganisations, demoPassword, type DemoOrganisation } from './cast.ts';
import { dealFates } from './deal-fates.ts';
import { chinesePageWords } from './demo-page.ts';
import { foundOrganisation } from './found-organisation.ts';
import { createPagePrinter, type PagePrinter } from './page-pdf.ts';
import { planChains, type History } from './plan-chains.ts';
import { planStatements } from './plan-statements.ts';
import type { Paper } from './paper.ts';
import { progressOf, type Progress } from './progress.ts';
import { createRandom } from './random.ts';
import { stockMasterData } from './stock-master-data.ts';
import { tellChains, tellNumbers } from './tell-history.ts';
import { tellInbox } from './tell-inbox.ts';
import { tellIncidents } from './tell-incidents.ts';
import { tellShelf } from './tell-shelf.ts';
import type { Teller } from './teller.ts';
import { createWorkTime } from './work-time.ts';

export interface DemoScale {
  /** 1 is the whole demo; a smaller share keeps what lies in the queues and thins out the past. */
  share?: number;
  seed?: number;
  now?: Date;
  say?: (text: string) => void;
}

/** Eighteen months of working days. */
const dayCount = 390;
const day = 86_400_000;

/** Founds the organisations and tells their history with the operations that the API uses. Does nothing a second time. */
export async function tellDemo(services: Services, scale: DemoScale): Promise<void> {
  const { say = (text) => void process.stdout.write(text) } = scale;
  if (await isThere(services)) {
    say('The demo is already there.\n');
    return;
  }
  const passwordHash = await hashPassword(demoPassword);
  const stories = [];
  let firstCustomer = 0;
  for (const [index, plan] of demoOrganisations.entries()) {
    stories.push(await prepare({ services, passwordHash, plan, firstCustomer, index, scale }));
    firstCustomer += plan.customerCount;
  }
  const papers = stories.flatMap((story) => story.papers);
  const progress = progressOf(papers.length, say);
  // A sign that the printer does not know beforehand has it cut its font anew, so it is told all of them.
  const print = createPagePrinter(JSON.stringify([papers.map(({ content }) => content), chinesePageWords]));
  await Promise.all(stories.map((story) => tell(tellerOf(services, print, story), story, progress)));
  progress.done();
}

function isThere({ database }: Services): Promise<boolean> {
  return withoutTenant(database, async (tx) => {
    const { rowCount } = await tx.sql.query('SELECT FROM identity.organisations WHERE slug = $1', [demoOrganisations[0]?.slug]);
    return rowCount === 1;
  });
}

interface Preparation {
  services: Services;
  passwordHash: string;
  plan: DemoOrganisation;
  firstCustomer: number;
  index: number;
  scale: DemoScale;
}

interface Story {
  history: History;
  chains: Paper[][];
  statements: Paper[];
  papers: Paper[];
}

async function prepare({ services, passwordHash, plan, firstCustomer, index, scale }: Preparation): Promise<Story> {
  const { share = 1, seed = 20_260_101, now = services.clock() } = scale;
  const random = createRandom(seed + index * 7919);
  const time = createWorkTime(now, dayCount);
  const began = new Date(time.instantOf(0).getTime() - 40 * day);
  const founded = await foundOrganisation({ services, random, passwordHash, now: began }, plan);
  const newCustomersSince = new Date(now.getTime() - 70 * day);
  const buyers = await stockMasterData(
    { services, random, now: new Date(began.getTime() + day), newCustomersSince, firstCustomer },
    founded,
  );
  const history: History = { founded, buyers, time, random };
  const chains = planChains(history, share);
  const statements = planStatements(history, chains);
  const papers = [...chains.flat(), ...statements];
  dealFates(papers, { time, random, share: plan.chains / (demoOrganisations[0]?.chains ?? 1) });
  return { history, chains, statements, papers };
}

function tellerOf(services: Services, print: PagePrinter, { history: { founded, time } }: Story): Teller {
  return { services, founded, time, print, known: new Map(), told: new Map(), finals: [], archivings: [] };
}

async function tell(teller: Teller, story: Story, { entered, decided }: Progress): Promise<void> {
  const { history, chains, statements, papers } = story;
  await tellChains(teller, chains, entered);
  await tellChains(
    teller,
    statements.map((statement) => [statement]),
    entered,
  );
  await tellNumbers(teller, decided);
  await tellIncidents(teller, papers);
  await tellShelf(teller);
  await tellInbox(teller, history);
}
