import { openDB, type DBSchema } from 'idb';

/** The least a history can be: rows, thumbnails and originals apart, a drawn window, and a search in the rows. */
interface FloorSchema extends DBSchema {
  rows: { key: string; value: { readonly id: string; readonly prompt: string } };
  thumbnails: { key: string; value: ArrayBuffer };
  originals: { key: string; value: Blob };
}

const COLUMNS = 5;
const ROW = 270;

const database = await openDB<FloorSchema>('floor', 1, {
  upgrade(fresh) {
    fresh.createObjectStore('rows', { keyPath: 'id' });
    fresh.createObjectStore('thumbnails');
    fresh.createObjectStore('originals');
  },
});
const rows = (await database.getAll('rows')).toReversed();
const grid = document.querySelector<HTMLElement>('#grid');
const search = document.querySelector<HTMLInputElement>('input');
let shown = rows;

async function showThumbnail(image: HTMLImageElement, id: string): Promise<void> {
  const bytes = await database.get('thumbnails', id);
  if (bytes) image.src = URL.createObjectURL(new Blob([bytes], { type: 'image/webp' }));
}

function draw(): void {
  if (!grid) return;
  for (const image of grid.querySelectorAll('img')) URL.revokeObjectURL(image.src);
  grid.style.height = `${Math.ceil(shown.length / COLUMNS) * ROW}px`;
  const first = Math.max(0, Math.floor(scrollY / ROW) - 1) * COLUMNS;
  const tiles = shown
    .slice(first, first + (Math.ceil(innerHeight / ROW) + 3) * COLUMNS)
    .map(({ id, prompt }, at) => {
      const tile = document.createElement('figure');
      tile.dataset['imageId'] = id;
      tile.style.top = `${Math.floor((first + at) / COLUMNS) * ROW}px`;
      tile.style.left = `${(at % COLUMNS) * 236}px`;
      const image = tile.appendChild(document.createElement('img'));
      tile.append(prompt);
      void showThumbnail(image, id);
      return tile;
    });
  grid.replaceChildren(...tiles);
}

addEventListener('scroll', draw);
search?.addEventListener('input', () => {
  shown = rows.filter(({ prompt }) => prompt.toLowerCase().includes(search.value.toLowerCase()));
  draw();
});
draw();
