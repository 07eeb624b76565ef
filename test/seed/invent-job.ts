import type { JobOrder } from '@/utils/core/job/job';
import type { Passage } from '@/utils/core/text/passage';

/** Numbers from 0 to 1, the same ones after the same seed. */
export function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) % 0x1_0000_0000;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

const ENGLISH = {
  who: ['a red fox', 'an old lighthouse keeper', 'two herons', 'a glass city', 'a café terrace', 'the ferry'],
  doing: ['crossing the frozen river', 'under a paper moon', 'in heavy rain', 'at the edge of a cliff'],
  look: ['watercolor', 'ink on paper', 'linocut', 'wide shot, film grain', 'isometric', 'Art Nouveau poster'],
  light: ['at dawn', 'by candlelight', 'in the blue hour', 'under a green aurora', 'in harsh noon light'],
} as const;

const CHINESE = {
  who: ['一只橘猫', '龙舟竞渡的少年', '山间古寺', '雨巷里的姑娘', '赛博朋克城市', '老茶馆'],
  doing: ['在雪地里奔跑', '望着远处的灯塔', '穿过晨雾', '倒映在湖面上'],
  look: ['水墨画', '工笔重彩', '木刻版画', '电影镜头', '像素风格', '绘本插画'],
  light: ['清晨', '黄昏', '烛光下', '霓虹灯影', '月色朦胧'],
} as const;

const SITES = [
  ['books.example', 'Chapter', 'en'],
  ['poems.example.org', 'Poem', 'en'],
  ['xiaoshuo.example.cn', '第', 'zh-CN'],
  ['guide.example.net', 'Walk', 'en'],
  ['zhidao.example.cn', '问答', 'zh-CN'],
] as const;

const MODELS = ['gpt-image-1', 'gpt-image-1-mini', 'dall-e-3', 'gpt-image-1.5', 'flux-1.1-pro'] as const;

const SERVERS = ['https://dddai.dev', 'https://api.openai.com', 'http://127.0.0.1:8080'] as const;

/** Most jobs begin with words on a page; about as many pages as a reader comes by. */
const PAGES_PER_SITE = 40;

type Chance = () => number;

function pick<Item>(chance: Chance, items: readonly [Item, ...Item[]] | readonly Item[]): Item {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) throw new RangeError('There is nothing to pick from');
  return item;
}

function inventPrompt(chance: Chance, language: string, number: number): string {
  const chinese = language.startsWith('zh');
  const { who, doing, look, light } = chinese ? CHINESE : ENGLISH;
  const parts = [pick(chance, who), pick(chance, doing), pick(chance, light), pick(chance, look)];
  return chinese ? `${parts.join('，')}，第${number}幅` : `${parts.join(', ')}, plate ${number}`;
}

function inventPassage(chance: Chance, number: number): Passage {
  const [host, kind, language] = pick(chance, SITES);
  const page = Math.floor(chance() * PAGES_PER_SITE) + 1;
  return {
    quote: inventPrompt(chance, language, number),
    before: language === 'en' ? 'And then, as the story goes, ' : '传说从前，',
    after: language === 'en' ? ' and nobody spoke of it again.' : '，从此再没有人提起。',
    headings: [`${kind} ${page}`],
    pageTitle: language === 'en' ? `${kind} ${page} of the long way home` : `${kind}${page}章 归途漫漫`,
    pageUrl: `https://${host}/${page}`,
    language,
  };
}

/** What a person may have asked for, in English or Chinese, from a page or typed; other words for each number. */
export function inventJob(chance: Chance, number: number, pictures: number, size: string): JobOrder {
  const passage = chance() < 0.7 ? inventPassage(chance, number) : undefined;
  const prompt = passage?.quote ?? inventPrompt(chance, pick(chance, ['en', 'zh-CN']), number);
  return {
    prompt,
    providerId: pick(chance, SERVERS),
    parameters: { model: pick(chance, MODELS), n: pictures, size },
    ...(passage && { passage }),
  };
}
