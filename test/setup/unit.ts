import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach } from 'vitest';
import { installFromBase64 } from './base64-polyfill';
import { resetFakeBrowser } from './fake-browser';

installFromBase64();

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  resetFakeBrowser();
});
