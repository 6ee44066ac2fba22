import type { Colour, PageCanvas } from './page-canvas.ts';

const ink: Colour = [0.86, 0.12, 0.14];

/** A round company seal: the name on an arc, a star, and what the seal is for. */
export function drawSeal(canvas: PageCanvas, x: number, top: number, radius: number, name: string, purpose: string): void {
  canvas.stamped(() => {
    canvas.ellipse(x, top, radius, radius, 0, ink, radius / 22);
    drawArc(canvas, x, top, radius, name);
    canvas.polygon(starPoints(x, top, radius * 0.26), ink);
    canvas.text(x, top + radius * 0.68, purpose, { size: radius * 0.24, colour: ink, align: 'centre' });
  });
}

/** The oval of the tax office over the head of an invoice, a little askew as stamps are. */
export function drawSupervisionSeal(canvas: PageCanvas, x: number, top: number, words: [string, string]): void {
  const angle = 0.1;
  canvas.stamped(() => {
    canvas.ellipse(x, top, 46, 33, angle, ink, 1.4);
    canvas.text(x, top - 11, words[0], { size: 8, colour: ink, align: 'centre', angle });
    canvas.polygon(starPoints(x, top, 5), ink);
    canvas.text(x, top + 17, words[1], { size: 9, colour: ink, align: 'centre', angle });
  });
}

function drawArc(canvas: PageCanvas, x: number, top: number, radius: number, name: string): void {
  const signs = [...name];
  const span = Math.min(Math.PI * 1.3, signs.length * 0.42);
  const size = Math.min(radius * 0.3, (span * radius * 0.72) / Math.max(1, signs.length - 1));
  const inner = radius * 0.93 - size;
  for (const [index, sign] of signs.entries()) {
    const share = signs.length === 1 ? 0.5 : index / (signs.length - 1);
    const angle = span / 2 - span * share;
    canvas.text(x - inner * Math.sin(angle), top - inner * Math.cos(angle), sign, { size, colour: ink, align: 'centre', angle });
  }
}

function starPoints(x: number, top: number, radius: number): [number, number][] {
  return Array.from({ length: 10 }, (_, index) => {
    const length = index % 2 === 0 ? radius : radius * 0.382;
    const angle = (index * Math.PI) / 5;
    return [x + length * Math.sin(angle), top - length * Math.cos(angle)];
  });
}
