import { cleanText, escapeXml } from './clean-text';
import { px, type Stage } from './stage';
import { wrap } from './wrap';

const fonts =
  "'Noto Sans', 'Segoe UI', 'Helvetica Neue', 'DejaVu Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Color Emoji', sans-serif";

/** Hebrew, Arabic and their neighbours. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const leftToRight = /\p{L}/u;

/** Font sizes to try, as shares of the shorter edge, and how many lines each may take. */
const settings = [
  { size: 0.058, lines: 1 },
  { size: 0.05, lines: 2 },
  { size: 0.042, lines: 3 },
  { size: 0.034, lines: 4 },
] as const;

/** The words of the prompt on a plate near the lower edge, and a small line that says where the picture is from. */
export function caption(stage: Stage, prompt: string, note: string): string {
  const { width, height, unit } = stage;
  const margin = unit * 0.05;
  const padding = unit * 0.036;
  // Longer lines would be hard to read.
  const plateWidth = Math.min(width - 2 * margin, unit * 1.5);
  const { lines, fontSize } = layOut(cleanText(prompt), plateWidth - 2 * padding, unit);
  const noteSize = unit * 0.02;
  const lineHeight = fontSize * 1.32;
  const plateHeight = 2 * padding + lines.length * lineHeight + noteSize * 1.4;
  const top = height - margin - plateHeight;
  const direction = isRightToLeft(prompt) ? ' direction="rtl"' : '';
  const texts = lines.map((line, index) => {
    const y = top + padding + index * lineHeight + fontSize * 0.95;
    return `<text x="${px(width / 2)}" y="${px(y)}" font-size="${px(fontSize)}"${direction}>${escapeXml(line)}</text>`;
  });
  const noteY = px(top + plateHeight - padding * 0.75);
  return (
    `<rect x="${px((width - plateWidth) / 2)}" y="${px(top)}" width="${px(plateWidth)}" height="${px(plateHeight)}" rx="${px(unit * 0.028)}" fill="#0b0d17" fill-opacity=".84"/>` +
    `<g font-family="${fonts}" text-anchor="middle" fill="#ffffff">${texts.join('')}` +
    `<text x="${px(width / 2)}" y="${noteY}" font-size="${px(noteSize)}" fill-opacity=".62">${escapeXml(note)}</text></g>`
  );
}

/** The largest setting in which the whole text fits; failing all, the smallest with an ellipsis. */
function layOut(text: string, room: number, unit: number): { lines: string[]; fontSize: number } {
  let chosen: { lines: string[]; fontSize: number } = { lines: [], fontSize: 0 };
  for (const setting of settings) {
    const fontSize = unit * setting.size;
    const { lines, truncated } = wrap(text, room / fontSize, setting.lines);
    chosen = { lines, fontSize };
    if (!truncated) return { lines: balance(text, room / fontSize, lines), fontSize };
  }
  return chosen;
}

/** The same text in as many lines, but of about the same length, so that no word stands alone in the last. */
function balance(text: string, lineWidth: number, lines: string[]): string[] {
  for (const share of [0.55, 0.65, 0.75, 0.85, 0.95]) {
    const narrower = wrap(text, lineWidth * share, lines.length);
    if (!narrower.truncated) return narrower.lines;
  }
  return lines;
}

/** As the first letter is, so is the text. */
function isRightToLeft(text: string): boolean {
  const first = leftToRight.exec(text)?.[0];
  return first !== undefined && rightToLeft.test(first);
}
