import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { resetFakeBrowser } from './fake-browser';

// A guard against what never comes; beside other work, the first load of a part of a page takes seconds.
configure({ asyncUtilTimeout: 10_000 });

beforeEach(resetFakeBrowser);
afterEach(cleanup);
