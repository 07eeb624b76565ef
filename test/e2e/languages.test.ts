import { expect, test } from 'vitest';
import { setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld({ launch: { locale: 'zh-CN' } });

test('every page speaks the language of the browser', async () => {
  const { extension } = world();
  for (const [path, title] of [
    ['popup.html', 'Depict'],
    ['sidepanel.html', 'Depict'],
    ['gallery.html', '历史 – Depict'],
    ['options.html', '设置 – Depict'],
    ['diagnostics.html', '幕后细节 – Depict'],
  ] as const) {
    const page = await extension.openPage(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.title()).toBe(title);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.locator('body').innerText()).toMatch(/[\u4e00-\u9fff]/);
    await page.close();
  }
});
