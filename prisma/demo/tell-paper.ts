import type { Fate, Paper } from './paper.ts';
import { tellEntry, tellMending, tellSubmit } from './tell-entry.ts';
import { tellAnswer, tellApproval, tellQuestion, tellSendBack } from './tell-review.ts';
import type { Image, Shown, Teller } from './teller.ts';
import type { Act } from './theatre.ts';

/** The life of one paper up to, not including, the decision that gives it a number: that is told later, in the order of time. */
export async function tellPaper(teller: Teller, act: Act, paper: Paper, image: Image): Promise<void> {
  await tellEntry(teller, act, paper, image);
  if (paper.fate === 'blank' || paper.fate === 'half') {
    return;
  }
  const submitted = await tellSubmit(teller, act, paper, paper.enteredAt);
  const review = await tellCorrection(teller, act, paper);
  if (review === null) {
    return;
  }
  if (submitted.stage === 'approved') {
    archiveLater(teller, paper, paper.enteredAt);
    return;
  }
  const reviewedAt = await tellInquiry(teller, act, paper, review.minute);
  if (reviewedAt !== null) {
    await tellReviews(teller, act, paper, { document: review.document ?? submitted, minute: reviewedAt + paper.delays.review });
  }
}

/** Sent back, put right and submitted again, where the clerk made a mistake. Null when the paper is still with the clerk. */
async function tellCorrection(
  teller: Teller,
  act: Act,
  paper: Paper,
): Promise<{ minute: number; document: Shown | null } | null> {
  const { mistake, delays, enteredAt } = paper;
  const sentBackAt = enteredAt + delays.review;
  if (mistake === null || sentBackAt > teller.time.now) {
    return { minute: enteredAt, document: null };
  }
  await tellSendBack(teller, act, paper, mistake, sentBackAt);
  const mendedAt = sentBackAt + delays.mend;
  if (paper.fate === 'returned' || mendedAt > teller.time.now) {
    return null;
  }
  await tellMending(teller, act, paper, mendedAt - 2);
  return { minute: mendedAt, document: await tellSubmit(teller, act, paper, mendedAt) };
}

/** A question to sales before the review. Null while it is open. */
async function tellInquiry(teller: Teller, act: Act, paper: Paper, minute: number): Promise<number | null> {
  const question = paper.fate === 'asked' ? '客户名称与合同不一致，请确认以哪个为准。' : paper.question;
  const answeredAt = minute + paper.delays.mend + 10;
  if (question === null || minute + 10 > teller.time.now) {
    return minute;
  }
  await tellQuestion(teller, act, paper, { question, minute: minute + 10 });
  if (paper.fate === 'asked' || answeredAt > teller.time.now) {
    return null;
  }
  await tellAnswer(teller, act, paper, answeredAt);
  return answeredAt;
}

/** How many reviews a paper has seen when the demo begins; what is not named goes all the way. */
const reviewsSeen: Partial<Record<Fate, number>> = { review: 0, 'blind-open': 0, 'blind-first': 1, 'second-review': 1 };

async function tellReviews(
  teller: Teller,
  act: Act,
  paper: Paper,
  { document, minute }: { document: Shown; minute: number },
): Promise<void> {
  const { reviewPolicy, managerLast } = document;
  const [first, second] = paper.reviewers;
  const isBlind = reviewPolicy === 'dual-blind';
  const secondAt = minute + paper.delays.second;
  const seen = reviewsSeen[paper.fate] ?? 3;
  if (seen < 1 || minute > teller.time.now) {
    return;
  }
  if (reviewPolicy === 'single' && !managerLast) {
    finalLater(teller, { paper, minute, person: first, decision: 'approve' });
    return;
  }
  await tellApproval(teller, act, paper, { person: first, minute, isBlind });
  if (seen < 2 || secondAt > teller.time.now) {
    return;
  }
  if (!isBlind) {
    finalLater(teller, { paper, minute: secondAt, person: second, decision: 'approve' });
    return;
  }
  await tellSecondBlind(teller, act, paper, { minute: secondAt, managerLast });
}

/** The second blind review ends the round, or leads to the manager: to adjudicate, or for the last word. */
async function tellSecondBlind(
  teller: Teller,
  act: Act,
  paper: Paper,
  { minute, managerLast }: { minute: number; managerLast: boolean },
): Promise<void> {
  const person = paper.reviewers[1];
  const isDisputed = paper.fate === 'adjudication' || (paper.isDisputed && !managerLast);
  const decidedAt = minute + paper.delays.second;
  if (!isDisputed && !managerLast) {
    finalLater(teller, { paper, minute, person, decision: 'approve-blind' });
    return;
  }
  await tellApproval(teller, act, paper, { person, minute, isBlind: true, hasSlip: isDisputed });
  if (paper.fate !== 'adjudication' && decidedAt <= teller.time.now) {
    finalLater(teller, { paper, minute: decidedAt, person: 'manager', decision: isDisputed ? 'adjudicate' : 'approve' });
  }
}

function finalLater(teller: Teller, final: Teller['finals'][number]): void {
  teller.finals.push(final);
  archiveLater(teller, final.paper, final.minute);
}

function archiveLater(teller: Teller, paper: Paper, approvedAt: number): void {
  const minute = approvedAt + paper.delays.archive;
  if (paper.fate === 'archived' && minute <= teller.time.now) {
    teller.archivings.push({ paper, minute });
  }
}
