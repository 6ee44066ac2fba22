export type Colour = readonly [red: number, green: number, blue: number];
export type TextStyle = { size: number; colour?: Colour; align?: 'left' | 'centre' | 'right'; angle?: number };

export const black: Colour = [0.1, 0.1, 0.1];

/** One page being drawn; points from the top left corner. Texts wait as texts until the font is cut. */
export type PageCanvas = ReturnType<typeof createPageCanvas>;
export type CanvasPart = string | { text: string; before: string };

export function createPageCanvas(width: number, height: number, widthOf: (text: string) => number) {
  const parts: CanvasPart[] = [];
  const drawn: readonly CanvasPart[] = parts;
  const y = (fromTop: number) => height - fromTop;

  function text(x: number, top: number, value: string, style: TextStyle): void {
    if (value === '') {
      return;
    }
    const { size, colour = black, align = 'left', angle = 0 } = style;
    const length = widthOf(value) * size;
    const shift = align === 'left' ? 0 : align === 'right' ? length : length / 2;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const place = [cos * size, sin * size, -sin * size, cos * size, x - shift * cos, y(top) - shift * sin];
    parts.push({ text: value, before: `BT ${numbers(colour)} rg /F 1 Tf ${numbers(place)} Tm` });
  }

  return {
    width,
    height,
    drawn,
    text,
    /** Shrinks to 70 %, then cuts, so that the text stays in its cell. */
    textWithin(x: number, top: number, room: number, value: string, style: TextStyle): void {
      const needed = widthOf(value) * style.size;
      const size = needed > room ? Math.max((style.size * room) / needed, style.size * 0.7) : style.size;
      let shown = value;
      while (shown.length > 1 && widthOf(shown) * size > room + 0.01) {
        shown = `${[...shown].slice(0, -2).join('')}…`;
      }
      text(x, top, shown, { ...style, size });
    },
    line(x1: number, top1: number, x2: number, top2: number, colour: Colour, weight = 0.7): void {
      parts.push(`${numbers([weight])} w ${numbers(colour)} RG ${numbers([x1, y(top1)])} m ${numbers([x2, y(top2)])} l S`);
    },
    box(x: number, top: number, boxWidth: number, boxHeight: number, colour: Colour, weight = 0.7): void {
      parts.push(`${numbers([weight])} w ${numbers(colour)} RG ${numbers([x, y(top + boxHeight), boxWidth, boxHeight])} re S`);
    },
    fill(x: number, top: number, boxWidth: number, boxHeight: number, colour: Colour): void {
      parts.push(`${numbers(colour)} rg ${numbers([x, y(top + boxHeight), boxWidth, boxHeight])} re f`);
    },
    polygon(points: readonly (readonly [number, number])[], colour: Colour): void {
      const path = points.map(([px, top], index) => `${numbers([px, y(top)])} ${index === 0 ? 'm' : 'l'}`);
      parts.push(`${numbers(colour)} rg ${path.join(' ')} h f`);
    },
    ellipse(x: number, top: number, rx: number, ry: number, angle: number, colour: Colour, weight: number): void {
      parts.push(`${numbers([weight])} w ${numbers(colour)} RG ${ellipsePath(x, y(top), rx, ry, angle)} h S`);
    },
    /** Everything drawn inside lies over the page like stamp ink. */
    stamped(draw: () => void): void {
      parts.push('q /G gs');
      draw();
      parts.push('Q');
    },
  };
}

/** Four Bézier quarters; 0.5523 makes each a circle to within 0.03 %. */
function ellipsePath(x: number, y: number, rx: number, ry: number, angle: number): string {
  const k = 0.5523;
  const at = (u: number, v: number) => [
    x + u * rx * Math.cos(angle) - v * ry * Math.sin(angle),
    y + u * rx * Math.sin(angle) + v * ry * Math.cos(angle),
  ];
  const quarter = (points: [number, number][]) => `${numbers(points.flatMap(([u, v]) => at(u, v)))} c`;
  return [
    `${numbers(at(1, 0))} m`,
    quarter([
      [1, k],
      [k, 1],
      [0, 1],
    ]),
    quarter([
      [-k, 1],
      [-1, k],
      [-1, 0],
    ]),
    quarter([
      [-1, -k],
      [-k, -1],
      [0, -1],
    ]),
    quarter([
      [k, -1],
      [1, -k],
      [1, 0],
    ]),
  ].join(' ');
}

function numbers(values: readonly number[]): string {
  return values.map((value) => String(Math.round(value * 1000) / 1000)).join(' ');
}
