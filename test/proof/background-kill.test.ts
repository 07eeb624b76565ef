import { openChromiumPlace } from './chromium-place';
import { extent } from './extent';
import { testKillMatrix } from './kill-matrix';

testKillMatrix(openChromiumPlace, extent.backgroundKills);
