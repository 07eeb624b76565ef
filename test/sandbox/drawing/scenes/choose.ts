import type { Random } from '../random';
import type { DrawScene } from '../stage';
import { balloons } from './balloons';
import { city } from './city';
import { forest } from './forest';
import { mountains } from './mountains';
import { sea } from './sea';
import { space } from './space';

/** Words that call for a scene, in English and Chinese. The first row that matches wins. */
const subjects: readonly { readonly words: RegExp; readonly scene: DrawScene }[] = [
  {
    words:
      /\b(?:seas?|oceans?|boats?|ships?|waves?|beach|coast|islands?|whales?|lighthouse|harbou?r)\b|海|船|浪|岛/iu,
    scene: sea,
  },
  {
    words: /\b(?:space|planets?|moons?|stars?|galaxy|rockets?|astronauts?)\b|月|星|宇宙|火箭/iu,
    scene: space,
  },
  { words: /\b(?:city|cities|streets?|towers?|towns?|skyline|buildings?)\b|城|楼|街/iu, scene: city },
  { words: /\b(?:forests?|woods?|trees?|fox|foxes|deer|bears?|owls?|cabin)\b|林|树|狐|鹿/iu, scene: forest },
  { words: /\b(?:mountains?|hills?|peaks?|snow|snowy|valley|dragons?)\b|山|雪|峰/iu, scene: mountains },
  { words: /\b(?:balloons?|sky|clouds?|fly|flying|fields?|meadows?)\b|天空|云|飞|田/iu, scene: balloons },
];

/** The scene a prompt asks for; without a known word, any. */
export function chooseScene(prompt: string, random: Random): DrawScene {
  const subject = subjects.find(({ words }) => words.test(prompt));
  return subject?.scene ?? random.pick([mountains, sea, city, forest, space, balloons]);
}
