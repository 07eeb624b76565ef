import { describe, expect, it } from 'vitest';
import { ARCHIVE_DEFECTS } from '@/utils/core/archive/archive-defect';
import { FAILURE_KINDS } from '@/utils/core/failure/failure';
import { FILTERS, ORDERS, SHAPES } from '@/utils/core/history/history-query';
import { CHOICE_PARAMETERS } from '@/utils/core/model/generation-parameters';
import { FILE_NAME_PARTS } from '@/utils/core/picture/file-name';
import { listFiles, readText } from '../architecture/source-files';
import { readLocale } from '../fakes/locale-messages';

const ENGLISH = readLocale('en');
const CHINESE = readLocale('zh_CN');

/** Names in braces, `$1`, and the browser's own `%s`, each as often as it stands there. */
const placeholdersOf = (sentence = ''): readonly string[] =>
  (sentence.match(/\{\w+\}|\$\d|%s/g) ?? []).toSorted();

describe('the languages', () => {
  it('have the same keys', () => {
    expect([...CHINESE.keys()].toSorted()).toEqual([...ENGLISH.keys()].toSorted());
  });

  it('have the same placeholders in each sentence', () => {
    for (const [key, sentence] of ENGLISH) {
      expect(placeholdersOf(CHINESE.get(key)), key).toEqual(placeholdersOf(sentence));
    }
  });

  it('have no empty sentence', () => {
    for (const [key, sentence] of [...ENGLISH, ...CHINESE]) expect(sentence.trim(), key).not.toBe('');
  });

  it('are both translated: only names and key caps are the same', () => {
    const untranslated = [...CHINESE].filter(([, sentence]) => !/\p{Script=Han}/u.test(sentence));
    expect(untranslated.map(([key]) => key).toSorted()).toEqual([
      'composer.generateHint',
      'extension.name',
      'filter.option',
      'filter.set',
      'history.counts',
      'page.panel',
      'page.popup',
    ]);
  });

  it('keep Chinese out of the English', () => {
    for (const [key, sentence] of ENGLISH) expect(sentence, key).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('the keys', () => {
  const sources = ['entrypoints', 'components', 'utils']
    .flatMap(listFiles)
    .filter((path) => /\.(?:tsx?|html)$/.test(path));
  const code = [...sources, 'wxt.config.ts'].map(readText).join('\n');

  /** Keys that are put together of a beginning and a value, where the code does so. */
  const composed = new Set(Array.from(code.matchAll(/`(\w+)\.\$\{/g), ([, group]) => group));

  /** Whether the key stands in the code: as a text, in a page's title or the manifest, or put together. */
  function isUsed(key: string): boolean {
    const [group = '', name = ''] = key.split('.');
    if (code.includes(`'${key}'`) || code.includes(`__MSG_${group}_${name}__`)) return true;
    return composed.has(group) && isComposed(group, name);
  }

  /** Whether a value that comes after this beginning has the name. */
  function isComposed(group: string, name: string): boolean {
    const parameters: readonly string[] = CHOICE_PARAMETERS;
    const values: Readonly<Record<string, readonly string[]>> = {
      failure: FAILURE_KINDS,
      defect: ARCHIVE_DEFECTS,
      composer: parameters,
      details: parameters,
      state: [
        'queued',
        'running',
        'done',
        'failed',
        'cancelled',
        'interrupted',
        'storage',
        'key',
        'access',
        'pause',
        'approval',
        'repeat',
      ],
      step: ['chooseServer', 'chooseModel', 'shorten', 'reword', 'changeParameter'],
      size: ['form', 'step', 'edge', 'ratio', 'small', 'large'],
      order: ORDERS,
      filter: FILTERS,
      shape: SHAPES,
      storage: ['kept', 'thumbnails', 'trash'],
      fileNamePart: FILE_NAME_PARTS,
      address: ['empty', 'unreadable', 'unsupportedScheme', 'unencrypted', 'credentials'],
    };
    return values[group]?.includes(name) ?? false;
  }

  it('are all used', () => {
    expect([...ENGLISH.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });

  it('are told apart from those that are not', () => {
    expect(['composer.nothing', 'nothing.composer', 'failure.nothing'].some(isUsed)).toBe(false);
  });
});
