import type { BrowserFacts } from '../core/report/diagnosis';
import { extensionApi } from './extension-api';

/** Name and version, as Chromium tells them to those who ask. */
interface Brand {
  readonly brand: string;
  readonly version: string;
}

declare global {
  interface Navigator {
    /** Absent in Firefox. */
    readonly userAgentData?: {
      getHighEntropyValues(
        hints: readonly string[],
      ): Promise<{ readonly fullVersionList?: readonly Brand[] }>;
    };
  }
}

/** Chromium puts a made-up name among the real ones, so that nobody relies on their order. */
const isReal = ({ brand }: Brand): boolean => !/not.*brand/i.test(brand);

async function readBrand(): Promise<string> {
  const { fullVersionList = [] } =
    (await navigator.userAgentData?.getHighEntropyValues(['fullVersionList'])) ?? {};
  const real = fullVersionList.filter(isReal);
  // Chrome and Edge name Chromium beside themselves.
  const own = real.find(({ brand }) => brand !== 'Chromium') ?? real[0];
  return own ? `${own.brand} ${own.version}` : navigator.userAgent;
}

/** Firefox tells extensions; the polyfill leaves the function out elsewhere. */
async function readFirefox(): Promise<string | undefined> {
  if (!('getBrowserInfo' in extensionApi.runtime)) return undefined;
  const { name, version } = await extensionApi.runtime.getBrowserInfo();
  return `${name} ${version}`;
}

/** Which browser this is, and on what system it runs. */
export async function readBrowser(): Promise<BrowserFacts> {
  const { os, arch } = await extensionApi.runtime.getPlatformInfo();
  return { browser: (await readFirefox()) ?? (await readBrand()), system: `${os} ${arch}` };
}
