import { adjudicateDocument } from '../../apps/api/src/features/documents/adjudicate-document.ts';
import { approveDocument } from '../../apps/api/src/features/documents/approve-document.ts';
import { answerQuestion } from '../../apps/api/src/features/documents/discussion/answer-question.ts';
import { askQuestion } from '../../apps/api/src/features/documents/discussion/ask-question.ts';
import { sendBackDocument } from '../../apps/api/src/features/documents/send-back-document.ts';
import { personOf } from './found-organisation.ts';
import type { Mistake, Paper } from './paper.ts';
import { contextOf, keepVersion, toldOf, type Final, type Shown, type Teller } from './teller.ts';
import type { Act } from './theatre.ts';

/** Where reviewers point to on the image: number and date stand at the top, lines in the middle. */
const places = {
  number: { page: 1, x: 0.68, y: 0.06, width: 0.3, height: 0.06 },
  line: { page: 1, x: 0.05, y: 0.36, width: 0.9, height: 0.05 },
};

export async function tellSendBack(
  teller: Teller,
  act: Act,
  paper: Paper,
  { path, right, errorClass, comment }: Mistake,
  minute: number,
): Promise<void> {
  const { id, version } = toldOf(teller, paper);
  const place = path.startsWith('/lines') ? places.line : places.number;
  const verdicts = [{ path, errorClass, suggested: right, comment, place }];
  const document = await sendBackDocument(contextOf(teller, act, paper.reviewers[0], minute), {
    params: { id },
    query: {},
    body: { version, verdicts, comment: '请按票面更正后重新提交', holdSeconds: 0 },
  });
  keepVersion(teller, paper, document);
}

export async function tellQuestion(
  teller: Teller,
  act: Act,
  paper: Paper,
  { question, minute }: { question: string; minute: number },
): Promise<void> {
  const { id, version } = toldOf(teller, paper);
  const { memberId } = personOf(teller.founded, paper.buyer.owner);
  const context = contextOf(teller, act, paper.reviewers[0], minute);
  keepVersion(
    teller,
    paper,
    await askQuestion(context, { params: { id }, query: {}, body: { version, memberId, body: question } }),
  );
}

export async function tellAnswer(teller: Teller, act: Act, paper: Paper, minute: number): Promise<void> {
  const { id, version } = toldOf(teller, paper);
  const context = contextOf(teller, act, paper.buyer.owner, minute);
  const body = { version, body: '已与客户核对，以票面为准，请继续办理。' };
  keepVersion(teller, paper, await answerQuestion(context, { params: { id }, query: {}, body }));
}

type Keyed = NonNullable<Parameters<typeof approveDocument>[1]['body']['keyed']>;

/** What a blind reviewer reads from the image. A slip: the last two digits of the amount change places, or become another. */
function keyedOf({ content: { fields }, kind }: Paper, hasSlip = false): Keyed {
  const gross = (kind === 'ST' ? fields['closingBalance'] : fields['grossTotal']) ?? null;
  return {
    number: fields['number'] ?? null,
    issueDate: fields['issueDate'] ?? null,
    partyTaxId: fields['buyerTaxId'] ?? null,
    grossTotal: hasSlip && gross !== null ? slipped(gross) : gross,
  };
}

function slipped(amount: string): string {
  const last = amount.at(-1);
  return `${amount.slice(0, -1)}${last === '8' ? '3' : '8'}`;
}

interface Approval {
  person: string;
  minute: number;
  isBlind: boolean;
  hasSlip?: boolean;
}

export async function tellApproval(
  teller: Teller,
  act: Act,
  paper: Paper,
  { person, minute, isBlind, hasSlip = false }: Approval,
): Promise<Shown> {
  const { id, version } = toldOf(teller, paper);
  const keyed = isBlind ? { keyed: keyedOf(paper, hasSlip) } : {};
  const context = contextOf(teller, act, person, minute);
  const document = await approveDocument(context, { params: { id }, query: {}, body: { version, holdSeconds: 0, ...keyed } });
  keepVersion(teller, paper, document);
  return document;
}

/** The decision that makes a document approved. */
export async function tellFinal(teller: Teller, act: Act, { paper, minute, person, decision }: Final): Promise<void> {
  if (decision !== 'adjudicate') {
    await tellApproval(teller, act, paper, { person, minute, isBlind: decision === 'approve-blind' });
    return;
  }
  const { id, version } = toldOf(teller, paper);
  const body = { version, chosen: keyedOf(paper), comment: '以票面原件为准，复核员录入金额有误' };
  keepVersion(
    teller,
    paper,
    await adjudicateDocument(contextOf(teller, act, person, minute), { params: { id }, query: {}, body }),
  );
}
