// @vitest-environment happy-dom
import { runInThisContext } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';
import { observeSelection } from '@/utils/browser/observe-selection';

/** The text node that holds these words. */
function textWith(words: string): Text {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && node.data.includes(words)) return node;
  }
  throw new Error(`No text with "${words}"`);
}

/** Selects from the beginning of the first words to the end of the last. */
function select(first: string, last = first): void {
  const range = document.createRange();
  const start = textWith(first);
  const end = textWith(last);
  range.setStart(start, start.data.indexOf(first));
  range.setEnd(end, end.data.indexOf(last) + last.length);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

/** Selects all that is in an element, as a triple click does. */
function selectInside(selector: string): void {
  const range = document.createRange();
  const element = document.querySelector(selector);
  if (element) range.selectNodeContents(element);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

/** Puts the cursor into a field and selects a part of its value. */
function selectInField(selector: string, start: number, end: number): void {
  const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
  field?.focus();
  field?.setSelectionRange(start, end);
}

beforeEach(() => {
  getSelection()?.removeAllRanges();
  document.documentElement.lang = 'en-GB';
  document.body.innerHTML = '';
});

/** What is observed where the focus does not count. */
function observed() {
  const seen = observeSelection();
  return seen === 'unfocused' ? null : seen;
}

describe('words on the page', () => {
  it('come with what stands before and after them', () => {
    document.body.innerHTML = '<p>Once there was <b>a red fox</b> in deep snow.</p>';
    select('a red fox');
    expect(observeSelection()).toEqual({
      text: 'a red fox',
      before: 'Once there was ',
      after: ' in deep snow.',
      headings: [],
      language: 'en-GB',
      position: 15,
    });
  });

  it('tell where on the page they stand', () => {
    document.body.innerHTML = '<p>A red fox.</p><div><p>Two herons.</p></div><p>A red fox again.</p>';
    const positions = ['A red fox.', 'Two herons', 'A red fox again'].map((words) => {
      select(words);
      return observed()?.position ?? -1;
    });
    expect(positions).toEqual([0, 10, 21]);
  });

  it('come with 64 characters on each side, across elements, on one line', () => {
    const filler = 'lorem ipsum '.repeat(20);
    document.body.innerHTML = `<p>${filler}</p>\n<p>before\n\t<i>fox</i>\nafter</p><p>${filler}</p>`;
    select('fox');
    const { before = '', after = '' } = observed() ?? {};
    expect([before.length, after.length]).toEqual([64, 64]);
    expect(before).toMatch(/ipsum before $/);
    expect(after).toMatch(/^ after ?lorem ipsum/);
  });

  it('come without the text of scripts and styles', () => {
    document.body.innerHTML =
      '<script>let x;</script><p>fox</p><noscript>no</noscript><style>p{}</style><p>two</p>';
    select('fox');
    expect(observeSelection()).toMatchObject({ before: '', after: 'two' });
  });

  it('may be a whole paragraph, which is not part of its own surroundings', () => {
    document.body.innerHTML = '<p>before</p><p id="all">a <b>red</b> fox</p><p>after</p>';
    selectInside('#all');
    expect(observeSelection()).toMatchObject({ text: 'a red fox', before: 'before', after: 'after' });
  });

  it.each([
    ['before the next text', '<p>before</p><p>fox</p>after', 'body', 2],
    [
      'at the beginning of the next paragraph, as after a triple click',
      '<p>before</p><p>fox</p><p>after</p>',
      'p:last-child',
      0,
    ],
    ['before the next paragraph', '<p>before</p><p>fox</p><p>after</p>', 'body', 2],
  ])('may end %s', (_, page, endElement, endOffset) => {
    document.body.innerHTML = page;
    const range = document.createRange();
    range.setStart(textWith('fox'), 0);
    range.setEnd(document.querySelector(endElement) ?? document.body, endOffset);
    getSelection()?.addRange(range);
    expect(observeSelection()).toMatchObject({ text: 'fox', before: 'before', after: 'after' });
  });

  it('are nothing where nothing is selected', () => {
    document.body.innerHTML = '<p>a fox</p>';
    expect(observeSelection()).toBeNull();
  });

  it('are nothing where only white space is selected', () => {
    document.body.innerHTML = '<p>a fox</p><p> \n </p>';
    selectInside('p + p');
    expect(observeSelection()).toBeNull();
  });
});

describe('headings', () => {
  it.each([
    ['the trail above the words', '<h1>Book</h1><h2>One</h2><p>fox</p>', ['Book', 'One']],
    ['no heading below the words', '<h1>Book</h1><p>fox</p><h2>One</h2>', ['Book']],
    [
      'no heading of a chapter before',
      '<h1>Book</h1><h2>One</h2><h3>A</h3><h2>Two</h2><p>fox</p>',
      ['Book', 'Two'],
    ],
    ['a trail that skips levels', '<h1>Book</h1><h4>Note</h4><p>fox</p>', ['Book', 'Note']],
    ['a trail that does not begin at the top', '<h3>A</h3><h2>Two</h2><p>fox</p>', ['Two']],
    ['titles on one line', '<h1> The \n <i>Book</i> </h1><p>fox</p>', ['The Book']],
    ['the heading that is selected', '<h1>Book</h1><h2>the fox itself</h2>', ['Book', 'the fox itself']],
    ['nothing where there is none', '<p>fox</p>', []],
  ])('are %s', (_, page, headings) => {
    document.body.innerHTML = page;
    select('fox');
    expect(observed()?.headings).toEqual(headings);
  });
});

describe('words in a field', () => {
  it.each([
    '<textarea>one a fox two</textarea>',
    '<input value="one a fox two">',
    '<input type="search" value="one a fox two">',
  ])('come with their surroundings: %s', (field) => {
    document.body.innerHTML = field;
    selectInField('textarea, input', 4, 9);
    expect(observeSelection()).toEqual({
      text: 'a fox',
      before: 'one ',
      after: ' two',
      headings: [],
      language: 'en-GB',
    });
  });

  it('come with at most 64 characters on each side, line breaks kept', () => {
    document.body.innerHTML = `<textarea>${'x'.repeat(100)}a\nfox${'y'.repeat(100)}</textarea>`;
    selectInField('textarea', 100, 105);
    expect(observeSelection()).toMatchObject({
      text: 'a\nfox',
      before: 'x'.repeat(64),
      after: 'y'.repeat(64),
    });
  });

  it('are never those of a password', () => {
    document.body.innerHTML = '<p>before</p><input type="password" value="secret words">';
    selectInField('input', 0, 6);
    expect(JSON.stringify(observeSelection())).not.toContain('secret');
  });

  it('give way to words on the page where nothing in the field is selected', () => {
    document.body.innerHTML = '<p>a fox</p><textarea>one two</textarea>';
    selectInField('textarea', 3, 3);
    select('a fox');
    expect(observeSelection()).toMatchObject({ text: 'a fox' });
  });
});

describe('words with readings above them', () => {
  it.each([
    ['<p>今朝<ruby>地震<rt>じしん</rt></ruby>があった</p>', '今朝地震があった'],
    ['<p><ruby>地<rt>じ</rt>震<rt>しん</rt></ruby>だ</p>', '地震だ'],
    ['<p><ruby><ruby>地震<rt>じしん</rt></ruby><rt>earthquake</rt></ruby>だ</p>', '地震だ'],
    ['<p><ruby>base <rt>note</rt></ruby> next</p>', 'base next'],
  ])('%s are %s', (html, text) => {
    document.body.innerHTML = html;
    selectInside('p');
    const displayed = getSelection()?.toString();
    expect(observeSelection()).toMatchObject({ text, displayed });
  });

  it('keep a reading that is all that is selected', () => {
    document.body.innerHTML = '<p><ruby>地震<rt>じしん</rt></ruby></p>';
    select('じしん');
    expect(observed()?.text).toBe('じしん');
  });

  it('leave the readings out of what stands before and after', () => {
    document.body.innerHTML = '<p><ruby>地震<rt>じしん</rt></ruby>だ。<ruby>雪<rt>ゆき</rt></ruby></p>';
    select('だ。');
    expect(observeSelection()).toMatchObject({ before: '地震', after: '雪' });
  });
});

describe('a selection in a frame that was left', () => {
  it('is not seen where the focus counts', () => {
    document.body.innerHTML = '<p>a fox</p><iframe></iframe>';
    select('a fox');
    expect(observeSelection(true)).toMatchObject({ text: 'a fox' });
    document.querySelector('iframe')?.focus();
    expect(document.activeElement?.tagName).toBe('IFRAME');
    expect(observeSelection(true)).toBe('unfocused');
    expect(observed()?.text).toBe('a fox');
  });
});

it('uses nothing from outside itself, as the browser carries only its own text into the page', () => {
  document.body.innerHTML = '<h1>Book</h1><p>Once a fox in snow</p>';
  select('a fox');
  const carried: unknown = runInThisContext(`(${observeSelection.toString()})()`);
  expect(carried).toEqual(observeSelection());
});
