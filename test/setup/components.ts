import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { resetFakeBrowser } from './fake-browser';

beforeEach(resetFakeBrowser);
afterEach(cleanup);
