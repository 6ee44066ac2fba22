/** Tells the person who waits how far it is, a line every now and then. */
export interface Progress {
  entered: (count: number) => void;
  decided: (count: number) => void;
  done: () => void;
}

const quietMilliseconds = 2_500;

export function progressOf(papers: number, say: (text: string) => void): Progress {
  let [entered, decided, saidAt] = [0, 0, Date.now()];
  const show = () => {
    if (Date.now() - saidAt > quietMilliseconds) {
      saidAt = Date.now();
      const part = entered < papers ? entered * 0.6 : papers * 0.6 + Math.min(decided / 2, papers) * 0.4;
      say(`  ${Math.floor((part / papers) * 100)} %  ${entered} of ${papers} papers entered, ${decided} decisions\n`);
    }
  };
  return {
    entered: (count) => {
      entered += count;
      show();
    },
    decided: (count) => {
      decided += count;
      show();
    },
    done: () => say(`  100 %  ${papers} papers\n`),
  };
}
